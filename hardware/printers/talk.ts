import { type Question, questionBytes, QUESTIONS, statusOf, statusOfAsb } from './epson-status.ts';
import { type Reply, replyReader } from './epson-replies.ts';
import type { Link } from './links/link.ts';
import { AWAY, type PrinterStatus } from './printer.ts';

/** A question in real time is answered at once, or never. */
const ANSWER_MS = 1_000;

/** A conversation with a printer over an open link. */
export interface Talk {
  /** The first answer that is meant, within the time. */
  next<T>(meant: (reply: Reply) => T | undefined, ms: number): Promise<T | undefined>;
  status(): Promise<PrinterStatus>;
  /** Nobody listens any more: whoever still waits has heard nothing. */
  end(): void;
}

/** Begins a conversation over a link. `tell` gets what the printer says of itself without being asked. */
export function talkOver(link: Link, tell: (status: PrinterStatus) => void): Talk {
  const waiting = new Map<(reply: Reply) => void, () => void>();
  link.hear(
    replyReader((reply) => {
      if (reply.kind === 'asb') tell(statusOfAsb(reply.bytes));
      waiting.forEach((_, hear) => hear(reply));
    }),
  );

  function next<T>(meant: (reply: Reply) => T | undefined, ms: number): Promise<T | undefined> {
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
  }

  /** Each question has a write of its own, and its answer before the next: answers do not say what they answer. */
  async function ask(question: Question): Promise<number | undefined> {
    const answer = next((reply) => (reply.kind === 'realtime' ? reply.byte : undefined), ANSWER_MS);
    await link.send(questionBytes(question), ANSWER_MS);
    return answer;
  }

  return {
    next,
    async status() {
      const answers: { [Q in Question]?: number } = {};
      for (const question of QUESTIONS) {
        const answer = await ask(question);
        // One that is silent is not asked three times more.
        if (answer === undefined) break;
        answers[question] = answer;
      }
      return link.isGone() ? AWAY : statusOf(answers);
    },
    end() {
      waiting.forEach((giveUp) => giveUp());
    },
  };
}
