import type { AnswerOf } from '../../protocol/answers.ts';
import type { Question } from '../../protocol/commands.ts';
import type { AskReply } from '../../protocol/events.ts';
import { wireError } from '../commands/command-reply.ts';
import type { Sender } from '../sender.ts';
import { taskWorker } from '../workers/task-worker.ts';
import type { ReplayTask } from './replay-worker.ts';

/** As many wait for the worker; who comes after them is asked to come again. */
const MOST_WAITING = 16;

type Asked<Name extends 'replayDay' | 'replayFrame' | 'whatIf'> = Question<Name>['payload'];

/** Plays past days again in a worker that reads the store beside the hub: a call never waits for it. */
export function replayDesk(storeFile: string, migrations: string) {
  const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'js';
  const url = new URL(`./replay-worker.${extension}`, import.meta.url);
  const worker = taskWorker<ReplayTask>(url, { storeFile, migrations });

  async function ask<Name extends 'replayDays' | 'replayDay' | 'replayFrame' | 'whatIf'>(
    task: ReplayTask,
  ): Promise<AskReply<Name>> {
    if (worker.waiting() >= MOST_WAITING) return { ok: false, error: wireError({ code: 'tooMany' }) };
    try {
      const value = await worker.ask<AnswerOf<Name> | null>(task);
      return value === null ? { ok: false, error: wireError({ code: 'unknownDay' }) } : { ok: true, value };
    } catch (error) {
      console.error('A day could not be played:', error);
      return { ok: false, error: wireError({ code: 'replayFailed' }) };
    }
  }

  return {
    days: () => ask<'replayDays'>({ kind: 'days' }),
    day: ({ day }: Asked<'replayDay'>) => ask<'replayDay'>({ kind: 'day', day }),
    frame: (asked: Asked<'replayFrame'>, { device }: Sender) =>
      ask<'replayFrame'>({ kind: 'frame', ...asked, who: device }),
    whatIf: ({ day, ...change }: Asked<'whatIf'>) => ask<'whatIf'>({ kind: 'whatIf', day, change }),
    stop: worker.stop,
  };
}

export type ReplayDesk = ReturnType<typeof replayDesk>;
