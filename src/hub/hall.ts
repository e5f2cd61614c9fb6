import { createHash, randomUUID } from 'node:crypto';
import type { Centre } from '../domain/centre.ts';
import { completeCentre } from '../protocol/set-up/later-fields.ts';
import { serviceDayOf } from '../domain/calendar/service-day.ts';
import type { DayMark } from '../domain/keeping/kept-heads.ts';
import type { Reply } from '../protocol/replies.ts';
import type { Stamp } from '../protocol/views/views.ts';
import type { LoggedEvent, Origin } from '../store/log/event.ts';
import { isDiskFull } from '../store/disk-full.ts';
import { StoreRefusal } from '../store/store-refusal.ts';
import { openStore, type Store } from '../store/store.ts';
import { batches } from './commands/batch.ts';
import type { Clock } from './time/clock.ts';
import type { ErrorCode } from '../protocol/error-codes.ts';
import { refusal } from './commands/command-reply.ts';
import { fenceOf } from './standby/fence.ts';
import { actorOf } from './connection.ts';
import { backInTime } from './time/back-in-time.ts';
import { closeForgotten } from './time/close-forgotten.ts';
import { type Context, log } from './context.ts';
import type { Sender } from './sender.ts';
import { triesByDevice } from './people/tries.ts';
import { rehome } from './cases/rehome.ts';
import { type HallClock, hallClock } from './time/hall-clock.ts';
import { type ReadCommand, runCommand } from './commands/run-command.ts';
import { turnDay } from './time/turn-day.ts';

export interface HallOptions {
  /** Null: the centre that the store holds. */
  readonly centre: Centre | null;
  readonly folder: string;
  readonly migrations: string;
  readonly clock: Clock;
}

export interface HallHooks extends Pick<
  Context,
  | 'printerOf'
  | 'slipPlaceOf'
  | 'waitFor'
  | 'waitForBooked'
  | 'waitOf'
  | 'alarmOf'
  | 'approvals'
  | 'pairing'
  | 'media'
  | 'unseal'
> {
  /** Why nothing is acknowledged now; undefined while it is. */
  readonly closedBy?: () => ErrorCode | undefined;
  /** Called after each batch that changed something, once its senders are answered. */
  readonly committed: (logged: readonly LoggedEvent[]) => void;
}

const BY_HUB = { actor: 'hub', device: 'hub', commandId: null } as const;

/** What work gives that could not be stored; `error` is undefined where it was not tried. */
type Failed<T> = (error?: unknown) => T;

const failing =
  <T>(failed: Failed<T>): ((error: unknown) => T) =>
  (error) => {
    console.error('Work on the store failed:', error);
    return failed(error);
  };

const BY_PHONE = { actor: 'citizen', device: 'phone', commandId: null } as const;

export type Hall = ReturnType<typeof openHall>;

const known = new WeakMap<Centre, Centre>();

/** The centre whole, whatever version stored it; the same object each time. */
function completed(centre: Centre): Centre {
  const whole = known.get(centre) ?? completeCentre(centre);
  known.set(centre, whole);
  return whole;
}

/** What every piece of work is given: the store, the moment, the day, and who does it. */
function contextMaker(
  store: Store,
  time: HallClock,
  { centreNow, clock }: { readonly centreNow: () => Centre; readonly clock: Clock },
  { printerOf, slipPlaceOf, waitFor, waitForBooked, waitOf, alarmOf, approvals, pairing, media, unseal }: HallHooks,
) {
  const tries = triesByDevice();
  return (logged: LoggedEvent[], origin: Omit<Origin, 'at' | 'queueAt'>): Context => {
    const now = time.now();
    const centre = centreNow();
    const serviceDay = store.hall.get()?.serviceDay ?? serviceDayOf(now.at, centre);
    const day = { serviceDay, isCentreOpen: time.isOpen(), openLeftMs: time.openLeftMs() };
    const outlook = { waitFor, waitForBooked, waitOf };
    return {
      store,
      clock,
      centre,
      now,
      ...day,
      origin: { ...origin, ...now },
      logged,
      tries,
      approvals,
      pairing,
      media,
      ...outlook,
      printerOf,
      slipPlaceOf,
      alarmOf,
      unseal,
    };
  };
}

type ContextOf = ReturnType<typeof contextMaker>;

/** The one way in for every change: what comes in one turn shares one transaction, and is answered after its commit. */
function workOn(store: Store, contextOf: ContextOf, committed: HallHooks['committed'], isStanding: () => boolean) {
  let isEnded = false;
  const isClosed = () => isEnded || isStanding();
  const beforeBatch = (logged: LoggedEvent[]): void => {
    // Between the coming of the work and its turn.
    if (isClosed()) throw new Error('This hub stores nothing any more.');
    lookAfter(contextOf(logged, BY_HUB));
  };
  const work = batches(store, { beforeBatch, committed });
  const run = <T>(origin: Omit<Origin, 'at' | 'queueAt'>, failed: Failed<T>, decide: (context: Context) => T) =>
    new Promise<T>((settled) => {
      if (isClosed()) return settled(failed());
      work.add<T>({ run: (logged) => decide(contextOf(logged, origin)), failed: failing(failed), settled });
    });
  return {
    run,
    async stored<T>(origin: Omit<Origin, 'at' | 'queueAt'>, decide: (context: Context) => T): Promise<T> {
      const done = await run<{ readonly value: T } | null>(
        origin,
        () => null,
        (context) => ({ value: decide(context) }),
      );
      if (!done) throw new Error('The hall could not store it.');
      return done.value;
    },
    /** Stores what waits. What becomes known later, of a slip say, is stored no more: the next start finds it open. */
    end(): void {
      work.flush();
      isEnded = true;
    },
  };
}

/** Does work for somebody who is told of it, unless nobody is to be told of anything: then, or once it is on disk. */
async function opened<T>(closedBy: () => ErrorCode | undefined, work: () => Promise<T>): Promise<T> {
  const unlessShut = () => {
    if (closedBy()) throw new Error('This hub acknowledges nothing now.');
  };
  unlessShut();
  const done = await work();
  unlessShut();
  return done;
}

type Stored = ReturnType<typeof workOn>['stored'];

/** What is stored for those who are told of it, unless nobody is to be told of anything. Rejects when it was not stored. */
const byOthers = (closedBy: () => ErrorCode | undefined, stored: Stored) => ({
  byFeed: <T>(decide: (context: Context) => T) => opened(closedBy, () => stored(BY_HUB, decide)),
  /** What a citizen does by phone. */
  byCitizen: <T>(decide: (context: Context) => T) => opened(closedBy, () => stored(BY_PHONE, decide)),
  /** What a program of others does with a key. */
  byApi: <T>(device: string, decide: (context: Context) => T) =>
    opened(closedBy, () => stored({ actor: 'api', device, commandId: null }, decide)),
});

/** While the disk was waited for another hub may have begun to speak: a repeat is answered by whichever it is. */
function unlessClosed(closedBy: () => ErrorCode | undefined, reply: Reply): Reply {
  const closed = closedBy();
  return closed ? refusal(reply.id, closed) : reply;
}

/** Keeps the hub from speaking once another one has taken over. @throws StoreRefusal when one has already. */
function fenced(store: Store) {
  const supersededBy = store.epochs.supersededBy();
  if (supersededBy === null) return fenceOf(store);
  store.close();
  throw new StoreRefusal('superseded', { file: store.file, epoch: supersededBy });
}

/**
 * The hall without its network: the store, the clocks, and the one way in for every change.
 * @throws StoreRefusal when the store cannot be opened.
 */
export function openHall({ centre, folder, migrations, clock }: HallOptions, hooks: HallHooks) {
  const centreId = centre?.id ?? null;
  const store = openStore({ folder, migrations, centreId, newHubId: randomUUID(), now: clock.at() });
  const isAnyCounterOpen = () => [...store.counters.statuses().values()].includes('open');
  // The manager may change it while the hall works; until the first event it is the one given here.
  const centreNow = () => completed(store.hall.get()?.centre ?? centre ?? noCentre());
  const time = hallClock(clock, centreNow, isAnyCounterOpen, store.lastEvent());

  const contextOf = contextMaker(store, time, { centreNow, clock }, hooks);

  const fence = fenced(store);
  // What the hub does by itself goes on: it acknowledges nothing to anybody.
  const closedBy = (): ErrorCode | undefined => (fence.isStanding() ? 'standingBy' : hooks.closedBy?.());
  const { run, stored, end } = workOn(store, contextOf, hooks.committed, fence.isStanding);
  const serviceDay = () => store.hall.get()?.serviceDay ?? serviceDayOf(clock.at(), centreNow());
  return {
    store,
    fence,
    time,
    /** The centre as it is set up now: read it when it is used. */
    get centre() {
      return centreNow();
    },
    clock,
    serviceDay,
    stamp: (): Stamp => ({ ...store.head(), ...time.now(), epoch: fence.era.epoch }),
    /** What a witness keeps beside the stamp. */
    dayMark: (): DayMark => ({
      hubId: store.hubId,
      serviceDay: serviceDay(),
      numbers: store.days.lastNumbers(serviceDay()),
    }),
    /** Carries out a command that is allowed and well-formed; the answer comes once it is on disk. */
    submit(sender: Sender, command: ReadCommand): Promise<Reply> {
      const actor = actorOf(sender, (counterId) => store.counters.get(counterId)?.operator ?? null);
      const origin = { actor, device: sender.device, commandId: command.id };
      const closed = closedBy();
      if (closed) return Promise.resolve(refusal(command.id, closed));
      const failed: Failed<Reply> = (error) => refusal(command.id, isDiskFull(error) ? 'hubDiskFull' : 'hubFailed');
      const done = run<Reply>(origin, failed, (context) => runCommand({ ...context, sender }, command));
      return done.then((reply) => unlessClosed(closedBy, reply));
    },
    /** Work of the hub's own that gives something back. Rejects when it could not be stored. */
    inBatch: <T>(decide: (context: Context) => T) => stored(BY_HUB, decide),
    ...byOthers(closedBy, stored),
    /** Work of the hub's own, in the next batch; false when it could not be stored. */
    byHub(decide: (context: Context) => void): Promise<boolean> {
      const work = (context: Context): boolean => {
        decide(context);
        return true;
      };
      return run(BY_HUB, () => false, work);
    },
    close(): void {
      end();
      store.close();
    },
  };
}

function noCentre(): never {
  throw new Error('The store holds no centre. Name its file with --centre.');
}

/** What time alone brings: counters that were forgotten, and the turn of the service day. */
function lookAfter(context: Context): void {
  closeForgotten(context);
  backInTime(context);
  turnDay(context);
}

/** The centre of a file, where that is not the one that was read last. */
function takeFile(context: Context, centre: Centre): void {
  const known = context.store.hall.get();
  const fileMark = createHash('sha256').update(JSON.stringify(centre)).digest('hex');
  if (!known) log(context, 'setUp', null, { hall: { centre, serviceDay: context.serviceDay, fileMark } });
  else if (known.fileMark !== fileMark && JSON.stringify(known.centre) !== JSON.stringify(centre)) {
    log(context, 'setUp', null, { hall: { centre, fileMark } });
  }
}

/**
 * Takes over what the last run left: slips that nobody can vouch for, and the centre of its file where that has changed
 * since it was read last. Where it has not, what the manager has set up since stays.
 */
export function setUp(context: Context, centre: Centre | null): void {
  const { store } = context;
  if (centre) takeFile(context, centre);
  rehome({ ...context, centre: store.hall.get()?.centre ?? context.centre });
  for (const slip of store.slips.queued()) {
    log(context, 'recordSlip', slip.tokenId, { slip: { ...slip, outcome: 'uncertain', outcomeAt: context.now.at } });
  }
}
