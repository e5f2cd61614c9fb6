/**
 * Paired consoles of a hub over TLS, in a process of their own: `consoles.ts FOLDER URL COUNT`. Each does its next
 * command when the last is answered, or in an open loop when it is due.
 */
import { v7 as newId } from 'uuid';
import { serviceAt } from '../hall/bench-centre.ts';
import { readDevices } from '../hall/devices-file.ts';
import { answerParent } from '../worker-process.ts';
import { consoleAuth, lightScreen } from './light-screen.ts';

const [folder = '', url = '', count = '1'] = process.argv.slice(2);
const { authority, operator } = readDevices(folder);

interface Reply {
  readonly ok: boolean;
  readonly error?: { readonly code: string };
  readonly result?: { readonly tokenId?: number };
}

/** A counter, and where its work stands. */
interface Console {
  readonly ask: ReturnType<typeof lightScreen>['ask'];
  readonly counterId: number;
  tokenId: number | null;
  isServing: boolean;
  /** Its last command; the next waits for it. */
  busy: Promise<unknown>;
}

/** What a loop came to: commands that were answered, calls among them, refusals by code, and in an open loop latencies. */
interface Counted {
  done: number;
  calls: number;
  readonly errors: Record<string, number>;
  readonly latencies: number[];
}

const WISH = { classes: [], language: 'ur' };

async function join(counterId: number): Promise<Console> {
  const device = operator[counterId - 1] ?? { key: '', cert: '' };
  const screen = lightScreen({ url, authority, device }, consoleAuth(counterId), () => undefined);
  await screen.joined;
  return { ask: screen.ask, counterId, tokenId: null, isServing: false, busy: Promise.resolve() };
}

async function send({ ask }: Console, counted: Counted, name: string, payload: object): Promise<Reply> {
  const reply = await ask<Reply>('command', { id: newId(), name, payload });
  counted.done += 1;
  if (reply.error) counted.errors[reply.error.code] = (counted.errors[reply.error.code] ?? 0) + 1;
  return reply;
}

const issue = (one: Console, counted: Counted): Promise<Reply> =>
  send(one, counted, 'issue', { serviceIds: [serviceAt(one.counterId)], ...WISH });

/** The next step of a counter's work: call, start, end the visit. */
async function step(one: Console, counted: Counted): Promise<void> {
  const { tokenId } = one;
  if (tokenId === null) {
    const reply = await send(one, counted, 'call', {});
    if (reply.ok) counted.calls += 1;
    one.tokenId = reply.result?.tokenId ?? null;
  } else if (one.isServing) {
    await send(one, counted, 'endVisit', { tokenId, reason: 'measured' });
    [one.tokenId, one.isServing] = [null, false];
  } else {
    await send(one, counted, 'start', { tokenId });
    one.isServing = true;
  }
}

const nothing = (): Counted => ({ done: 0, calls: 0, errors: {}, latencies: [] });
const consoles = await Promise.all(Array.from({ length: Number(count) }, (_, i) => join(i + 1)));
for (const one of consoles) await send(one, nothing(), 'openCounter', { operator: `Operator ${one.counterId}` });

type Work = (one: Console, counted: Counted) => Promise<unknown>;

async function closedLoop(work: Work, ms: number) {
  const counted = nothing();
  const from = performance.now();
  await Promise.all(
    consoles.map(async (one) => {
      while (performance.now() < from + ms) await work(one, counted);
    }),
  );
  const seconds = (performance.now() - from) / 1_000;
  return { ...counted, perSecond: counted.done / seconds, callsPerSecond: counted.calls / seconds };
}

/** Each fourth command issues a token, the others call, start and end one: the hall stays as full as it was. */
async function openLoop(ms: number, rate: number) {
  const total = Math.floor((ms * rate) / 1_000);
  const counted = nothing();
  const from = performance.now();
  const dueMs = (at: number): number => from + (at * 1_000) / rate;
  const sent: Promise<unknown>[] = [];
  const sendOne = (at: number): void => {
    const one = consoles[at % consoles.length];
    if (!one) return;
    // What a counter does waits for what it did before; a token that is issued there does not.
    const done = at % 4 === 0 ? issue(one, counted) : (one.busy = one.busy.then(() => step(one, counted)));
    sent.push(done.then(() => counted.latencies.push(performance.now() - dueMs(at))));
  };
  while (sent.length < total) {
    while (sent.length < total && performance.now() >= dueMs(sent.length)) sendOne(sent.length);
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
  await Promise.all(sent);
  return { ...counted, lost: total - counted.latencies.length, tookMs: performance.now() - from };
}

/** So many tokens, that counters have somebody to call. */
async function stock(tokens: number): Promise<Counted> {
  const counted = nothing();
  await Promise.all(
    consoles.map(async (one) => {
      while (counted.done < tokens) await issue(one, counted);
    }),
  );
  return counted;
}

type Question =
  | { readonly do: 'issue' | 'serve'; readonly ms: number }
  | { readonly do: 'mixed'; readonly ms: number; readonly rate: number }
  | { readonly do: 'stock'; readonly tokens: number };

answerParent<Question>((asked) => {
  switch (asked.do) {
    case 'issue':
      return closedLoop(issue, asked.ms);
    case 'serve':
      return closedLoop(step, asked.ms);
    case 'mixed':
      return openLoop(asked.ms, asked.rate);
    case 'stock':
      return stock(asked.tokens);
  }
});
process.send?.('ready');
