import { type Question, questionBytes, QUESTIONS, statusOf } from './epson-status.ts';
import { type Reply, replyReader } from './epson-replies.ts';
import type { Link } from './links/link.ts';
import { AWAY, type PrinterStatus } from './printer.ts';
import { together } from './links/together.ts';

/** A question in real time is answered at once, or never. */
const ANSWER_MS = 750;

/** A conversation with a printer over an open link. */
export interface Talk {
  /** The first answer that is meant, within the time. */
  next<T>(meant: (reply: Reply) => T | undefined, ms: number): Promise<T | undefined>;
  /** How it says that it is; offline where it takes not even a question. */
  status(): Promise<PrinterStatus>;
  /** Nobody listens any more: whoever still waits has heard nothing. */
  end(): void;
}

/** Those who wait for an answer. */
function waiters() {
  const waiting = new Map<(reply: Reply) => void, () => void>();
  return {
    hear: (reply: Reply): void => waiting.forEach((_, hear) => hear(reply)),
    giveUp: (): void => waiting.forEach((giveUp) => giveUp()),
    next<T>(meant: (reply: Reply) => T | undefined, ms: number): Promise<T | undefined> {
      return new Promise((resolve) => {
        const hear = (reply: Reply): void => {
          const value = meant(reply);
          if (value !== undefined) end(value);
        };
        const end = (value: T | undefined): void => {
          clearTimeout(timer);
          waiting.delete(hear);
          resolve(value);
        };
        const timer = setTimeout(() => end(undefined), ms);
        waiting.set(hear, () => end(undefined));
      });
    },
  };
}

/** Begins a conversation over a link. */
export function talkOver(link: Link): Talk {
  const { next, hear, giveUp } = waiters();
  /** Whether a question has gone out that is not answered yet. */
  let isOwed = false;
  const heard = together(
    replyReader((reply) => {
      if (reply.kind === 'realtime') isOwed = false;
      hear(reply);
    }),
  );
  link.hear(heard.take);

  const answer = () => next((reply) => (reply.kind === 'realtime' ? reply.byte : undefined), ANSWER_MS);

  /** Each question has a write of its own, and its answer before the next: answers do not say what they answer. */
  async function ask(question: Question): Promise<number | 'silent' | 'unsent'> {
    const byte = answer();
    isOwed = true;
    if (!(await link.send(questionBytes(question), ANSWER_MS))) return 'unsent';
    return (await byte) ?? 'silent';
  }

  async function askAll(): Promise<PrinterStatus> {
    const answers: { [Q in Question]?: number } = {};
    // One that lies behind a slip in the way to the printer is answered late: no other is asked before.
    if (isOwed && (await answer()) === undefined) return statusOf(answers);
    for (const question of QUESTIONS) {
      const said = await ask(question);
      if (said === 'unsent') return { ...statusOf({}), isOffline: true };
      // One that is silent is not asked three times more.
      if (said === 'silent') break;
      answers[question] = said;
    }
    return statusOf(answers);
  }

  return {
    next,
    async status() {
      const status = await askAll();
      return link.isGone() ? AWAY : status;
    },
    end() {
      heard.end();
      giveUp();
    },
  };
}
