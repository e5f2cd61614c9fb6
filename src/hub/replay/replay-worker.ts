import { workerData } from 'node:worker_threads';
import type { DayChange } from '../../domain/what-if/change.ts';
import type { AnswerOf } from '../../protocol/answers/answers.ts';
import { completeCentre } from '../../protocol/set-up/later-fields.ts';
import { openReadOnly } from '../../store/database.ts';
import { type DayLog, dayLog } from '../../store/replay/day-log.ts';
import { doTasks } from '../workers/do-tasks.ts';
import { type PlayedDay, playedDay, spanOfDay } from './played-day.ts';
import { whatIf } from './what-if.ts';

/** What the worker of past days is asked for. `who` plays it: each has their own moment of it. */
export type ReplayTask =
  | { readonly kind: 'days' }
  | { readonly kind: 'day'; readonly day: string }
  | {
      readonly kind: 'frame';
      readonly day: string;
      readonly at: number;
      readonly hallId: string | null;
      readonly who: string;
    }
  | { readonly kind: 'whatIf'; readonly day: string; readonly change: DayChange };

/** As many people can look at days at once without one of them having to begin anew each time. */
const MOST_PLAYED = 4;
/** Most days that are offered, the newest: two years. */
const MOST_DAYS = 731;

const { storeFile, migrations } = workerData as { readonly storeFile: string; readonly migrations: string };
const log = dayLog(openReadOnly(storeFile), completeCentre);
const played = new Map<string, { readonly day: string; readonly isOver: boolean; readonly play: PlayedDay }>();
/** The day that was read last, if it is over: most of what is asked is of one day. */
let read: DayLog | undefined;

const isOver = (day: string): boolean => log.days().find((one) => one.day === day)?.toAt !== null;

/** A day; the running one anew each time, for something has happened meanwhile. */
function logOf(day: string): DayLog | undefined {
  if (read?.start.day === day) return read;
  // Asked before it is read: what is added meanwhile is not missed for ever.
  const isWhole = isOver(day);
  const found = log.read(day);
  if (found && isWhole) read = found;
  return found;
}

function forget(who: string): void {
  played.get(who)?.play.close();
  played.delete(who);
}

/** The day that somebody plays, as far as that moment at least. */
function playOf(who: string, day: string, at: number): PlayedDay | undefined {
  const known = played.get(who);
  if (known?.day === day && (known.isOver || at <= known.play.toAt)) {
    // Whoever has not asked for longest gives way to others.
    played.delete(who);
    played.set(who, known);
    return known.play;
  }
  forget(who);
  const isWhole = isOver(day);
  const found = logOf(day);
  if (!found) return undefined;
  const [oldest] = played.size >= MOST_PLAYED ? played.keys() : [];
  if (oldest !== undefined) forget(oldest);
  const play = playedDay(found, migrations);
  played.set(who, { day, isOver: isWhole, play });
  return play;
}

function days(): AnswerOf<'replayDays'> {
  return {
    days: log
      .days()
      .slice(-MOST_DAYS)
      .map(({ day, fromAt, toAt }) => ({ day, fromAt, toAt }))
      .toReversed(),
  };
}

function dayOf(day: string): AnswerOf<'replayDay'> | null {
  const found = logOf(day);
  return found ? spanOfDay(found) : null;
}

/** Null where there is no such day. */
function answer(task: ReplayTask): unknown {
  switch (task.kind) {
    case 'days':
      return days();
    case 'day':
      return dayOf(task.day);
    case 'frame':
      return playOf(task.who, task.day, task.at)?.frame(task.at, task.hallId) ?? null;
    case 'whatIf': {
      const found = logOf(task.day);
      return found ? whatIf(found, task.change) : null;
    }
  }
}

doTasks<ReplayTask>(answer);
