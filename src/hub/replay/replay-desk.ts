import type { AnswerOf } from '../../protocol/answers/answers.ts';
import type { Question } from '../../protocol/commands.ts';
import type { AskReply } from '../../protocol/events.ts';
import { wireError } from '../commands/command-reply.ts';
import type { Sender } from '../sender.ts';
import { taskWorker } from '../workers/task-worker.ts';
import type { ReplayTask } from './replay-worker.ts';

/** As many wait for the worker, and as many of one screen; who comes after them is asked to come again. */
const MOST_WAITING = 16;
const MOST_OF_ONE = 3;

type Asked<Name extends 'replayDay' | 'replayFrame' | 'whatIf'> = Question<Name>['payload'];

/** Plays past days again in a worker that reads the store beside the hub: a call never waits for it. */
export function replayDesk(storeFile: string, migrations: string) {
  const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'js';
  const url = new URL(`./replay-worker.${extension}`, import.meta.url);
  /** How much of each screen is not answered yet. */
  const asking = new Map<string, number>();
  const worker = taskWorker<ReplayTask>(url, { storeFile, migrations });

  async function ask<Name extends 'replayDays' | 'replayDay' | 'replayFrame' | 'whatIf'>(
    task: ReplayTask,
    { device }: Pick<Sender, 'device'>,
  ): Promise<AskReply<Name>> {
    const own = asking.get(device) ?? 0;
    if (worker.waiting() >= MOST_WAITING || own >= MOST_OF_ONE) {
      return { ok: false, error: wireError({ code: 'tooMany' }) };
    }
    asking.set(device, own + 1);
    try {
      const value = await worker.ask<AnswerOf<Name> | null>(task);
      return value === null ? { ok: false, error: wireError({ code: 'unknownDay' }) } : { ok: true, value };
    } catch (error) {
      console.error('A day could not be played:', error);
      return { ok: false, error: wireError({ code: 'replayFailed' }) };
    } finally {
      const left = (asking.get(device) ?? 1) - 1;
      if (left > 0) asking.set(device, left);
      else asking.delete(device);
    }
  }

  return {
    days: (sender: Sender) => ask<'replayDays'>({ kind: 'days' }, sender),
    day: ({ day }: Asked<'replayDay'>, sender: Sender) => ask<'replayDay'>({ kind: 'day', day }, sender),
    frame: (asked: Asked<'replayFrame'>, sender: Sender) =>
      ask<'replayFrame'>({ kind: 'frame', ...asked, who: sender.device }, sender),
    whatIf: ({ day, ...change }: Asked<'whatIf'>, sender: Sender) =>
      ask<'whatIf'>({ kind: 'whatIf', day, change }, sender),
    stop: worker.stop,
  };
}

export type ReplayDesk = ReturnType<typeof replayDesk>;
