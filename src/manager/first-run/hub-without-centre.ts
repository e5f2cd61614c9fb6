import { ERROR_WORDS } from '../../protocol/error-codes.ts';
import type { FirstRunEnd, FirstRunOffer, FirstRunReply, PrinterTry } from '../../protocol/first-run.ts';
import type { AnswerOf } from '../../protocol/answers/answers.ts';

const LOOK_MS = 300;
const MOST_LOOKS = 100;

const NO_ANSWER = { ok: false, error: { code: 'noAnswer', message: ERROR_WORDS.noAnswer } } as const;

async function ask<Value>(path: string, wish: object): Promise<FirstRunReply<Value>> {
  try {
    return (await (await fetch(path, { method: 'POST', body: JSON.stringify(wish) })).json()) as FirstRunReply<Value>;
  } catch {
    return NO_ANSWER;
  }
}

/** What the first run can be begun with; null where the hub has its centre already. Waits for a hub that is away. */
export async function askOffer(): Promise<FirstRunOffer | null> {
  for (;;) {
    const answer = await fetch('/api/first-run').catch(() => undefined);
    if (answer?.status === 404) return null;
    if (answer?.ok === true) return ((await answer.json()) as { readonly value: FirstRunOffer }).value;
    await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
  }
}

/** Prints a slip that is no token. */
export const tryPrinter = (wish: PrinterTry): Promise<FirstRunReply<AnswerOf<'testPrinter'>>> =>
  ask('/api/first-run/test-print', wish);

/** Whether the hub that has a centre answers. */
async function isRunning(): Promise<boolean> {
  const answer = await fetch('/api/slots').catch(() => undefined);
  return answer?.ok === true && answer.headers.get('content-type')?.includes('json') === true;
}

/** Ends the first run, and waits for the hub that comes in its place. */
export async function start(end: FirstRunEnd): Promise<FirstRunReply<object>> {
  const reply = await ask<object>('/api/first-run', end);
  if (!reply.ok) return reply;
  for (let looks = 0; looks < MOST_LOOKS; looks += 1) {
    if (await isRunning()) return reply;
    await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
  }
  return NO_ANSWER;
}
