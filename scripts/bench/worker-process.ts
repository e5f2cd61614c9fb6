import { fork } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';

/** How long a process may take over one thing that it is asked. */
const ANSWER_MS = 20 * 60_000;

/**
 * Starts a part of a measurement as a process of its own, and speaks with it: it answers each question with one
 * message, and its first tells that it is ready. Its last words go with the error when it ends by itself.
 */
export async function workerProcess<Ready>(
  script: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv = {},
  execArgv: readonly string[] = [],
) {
  const child = fork(resolve(import.meta.dirname, script), [...args], {
    silent: true,
    env: { ...process.env, ...env },
    execArgv: [...process.execArgv, ...execArgv],
    serialization: 'advanced',
  });
  let words = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (piece: Buffer) => (words = `${words}${piece.toString()}`.slice(-4_000)));
  }
  const gone = once(child, 'exit').then(([code]) => {
    throw new Error(`${script} ended (${String(code)}): ${words}`);
  });
  gone.catch(() => undefined);
  const heard = async () => {
    const answer = once(child, 'message', { signal: AbortSignal.timeout(ANSWER_MS) });
    const [message] = (await Promise.race([answer, gone])) as [unknown];
    return message;
  };
  const ready = (await heard()) as Ready;
  return {
    ready,
    child,
    async ask<Answer>(question: object | string): Promise<Answer> {
      const answer = heard();
      child.send(question);
      return (await answer) as Answer;
    },
    async stop(signal: NodeJS.Signals = 'SIGKILL'): Promise<void> {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const ended = once(child, 'exit');
      child.kill(signal);
      await ended;
    },
  };
}

/** The other end: answers each question, and is over when whoever asks is. */
export function answerParent<Question>(answer: (question: Question) => unknown): void {
  process.on('message', (question) => {
    void Promise.resolve(answer(question as Question)).then((reply) => process.send?.(reply ?? null));
  });
  process.on('disconnect', () => process.exit(0));
}
