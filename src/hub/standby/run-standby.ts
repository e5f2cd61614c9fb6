import { randomInt } from 'node:crypto';
import { existsSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import type { ErrorCode } from '../../protocol/error-codes.ts';
import type { StandbyState } from '../../protocol/standby/standby-page.ts';
import { pinsOf } from '../people/pins.ts';
import { triesByDevice } from '../people/tries.ts';
import type { Store } from '../../store/store.ts';
import { LED_FILE } from './end-other.ts';
import { followHub, type HubFollower, type Standing } from './follower.ts';
import { watchByItself } from './by-itself.ts';
import { copyBeside } from './copy-beside.ts';
import { type StandbyPairing, standbyPairing } from './pair-standby.ts';
import { type StandbyDesk, standbyServer } from './standby-server.ts';
import { type TakeOver, takeOver } from './take-over.ts';

export interface StandbyOptions {
  /** Address of the hub that it follows. */
  readonly of: string;
  readonly folder: string;
  readonly migrations: string;
  readonly screens: string;
  readonly port: number;
  /** Where screens find it once it has taken over. */
  readonly address: string;
}

/** A standby that follows until it takes over. */
export interface Standby {
  readonly url: string;
  readonly port: number;
  readonly state: () => StandbyState;
  /** Settles when it has taken over: the hub can be started on its folder then. */
  readonly tookOver: Promise<{ readonly epoch: number; readonly by: string }>;
  close(): Promise<void>;
}

/** The managers who can let it take over, by the copy that it has. */
const managersIn = (store: Store | undefined) =>
  (store?.staff.inUse() ?? []).filter(({ role, lockedAt }) => role === 'manager' && lockedAt === null);

/** A standby that has copied nothing yet. */
const NOT_BEGUN: Standing = {
  seq: 0,
  hubSeq: 0,
  silentMs: Number.POSITIVE_INFINITY,
  isLinked: false,
  hasCaughtUp: false,
  isOtherLog: false,
  screens: [],
  trouble: null,
};

interface Now {
  readonly of: string;
  readonly pairing: StandbyPairing;
  readonly follower: HubFollower | undefined;
  readonly waiting: number;
  readonly filesMissing: number;
  readonly isTakingOver: boolean;
}

function stateOf({ of, pairing, follower, ...own }: Now): StandbyState {
  const { seq, hubSeq, silentMs, isLinked, isOtherLog, screens, trouble } = follower?.standing() ?? NOT_BEGUN;
  const store = follower?.store();
  return {
    of,
    pairing: pairing.shown(),
    centre: store?.hall.get()?.centre.name ?? null,
    seq,
    behind: Math.max(0, hubSeq - seq),
    silentMs: Number.isFinite(silentMs) ? silentMs : null,
    isLinked,
    isOtherLog,
    trouble: trouble ?? pairing.trouble(),
    screens: screens.map(({ name, kind, isHere }) => ({ name, kind, isHere })),
    managers: managersIn(store).map(({ id, name }) => ({ id, name })),
    ...own,
  };
}

/** Why that second PIN is not one of a manager's. Counted here alone: the copy is not this machine's to write in yet. */
function pinGate(storeNow: () => Store | undefined) {
  const tries = triesByDevice();
  return async (staffId: number, secondPin: string): Promise<ErrorCode | undefined> => {
    const store = storeNow();
    const manager = managersIn(store).find(({ id }) => id === staffId);
    if (!store || !manager) return 'unknownStaff';
    if (!tries.mayTry('standby', performance.now())) return 'tooManyTries';
    const hashed = store.staffSecrets.get(staffId)?.secondPin ?? null;
    if (hashed !== null && (await pinsOf(store.pepper).isRight(hashed, secondPin))) return undefined;
    tries.hasFailed('standby', performance.now());
    return 'wrongPin';
  };
}

/** What the log says of who let a standby take over that nobody did. */
const BY_ITSELF = 'standby';

export const pairingFile = (folder: string): string => join(folder, 'standby.json');

/** Whether the standby of a data folder has taken over before: then it is the hub, also after its next start. */
export const leadsAlready = (folder: string): boolean =>
  existsSync(join(folder, 'markaz.db')) && !existsSync(pairingFile(folder));

interface Leading {
  readonly by: string;
  readonly folder: string;
  readonly seenNow: () => TakeOver['seen'];
  /** Ends whatever else reads the copy, before that is closed. */
  readonly quiet: () => Promise<void>;
}

/** Ends the other hub where it is reached, and makes the copy the log that goes on. */
async function lead(follower: HubFollower, { by, folder, seenNow, quiet }: Leading): Promise<number> {
  const { silentMs } = follower.standing();
  const isWhole = await follower.handOver();
  await follower.close();
  const seen = seenNow();
  await quiet();
  const store = follower.store();
  if (!store) throw new Error('Nothing was copied yet.');
  const isByHand = by !== BY_ITSELF;
  // One that was revoked may be doing the same, and neither can tell the other.
  const leap = isWhole ? 0 : follower.deviceId;
  const epoch = takeOver(store, { by, at: Date.now(), silentMs, isWhole, isByHand, leap, seen, draw: randomInt });
  store.close();
  renameSync(pairingFile(folder), join(folder, LED_FILE));
  return epoch;
}

/** What the page of the standby asks and bids. `begin` makes it the hub, once the page has its answer. */
function deskOf(now: () => Now, begin: (follower: HubFollower, by: string) => void): StandbyDesk {
  const isManager = pinGate(() => now().follower?.store());
  return {
    state: () => stateOf(now()),
    wordsAreSame: () => now().pairing.wordsAreSame(),
    async takeOver(staffId, secondPin) {
      const { follower, isTakingOver } = now();
      if (isTakingOver) return 'standingBy';
      const refused = await isManager(staffId, secondPin);
      if (refused || !follower) return refused ?? 'unknownStaff';
      begin(follower, managersIn(follower.store()).find(({ id }) => id === staffId)?.name ?? '');
      return undefined;
    },
  };
}

/** Makes a standby the hub, once: by a manager's word or by itself. */
function leading(how: Omit<Leading, 'by'>) {
  const took = Promise.withResolvers<{ readonly epoch: number; readonly by: string }>();
  let isBegun = false;
  // Whoever closes it before has no use for the word.
  took.promise.catch(() => undefined);
  return {
    isBegun: () => isBegun,
    tookOver: took.promise,
    failed: took.reject,
    begin(follower: HubFollower, by: string): void {
      if (isBegun) return;
      isBegun = true;
      const done = async () => took.resolve({ epoch: await lead(follower, { ...how, by }), by });
      // After the answer: the page waits for the hub that comes.
      setImmediate(() => void done().catch(took.reject));
    },
  };
}

/**
 * Follows another hub, and shows on a page of its own how it stands, from its pairing on. A manager's second PIN there
 * makes it the hub; where the centre lets it, the word of most of its screens does.
 * @throws when its port is taken.
 */
export async function runStandby({ of, port, screens, ...copying }: StandbyOptions): Promise<Standby> {
  const pairing = standbyPairing();
  let follower: HubFollower | undefined;
  let byItself: ReturnType<typeof watchByItself> | undefined;
  let beside: ReturnType<typeof copyBeside> | undefined;
  let isClosed = false;
  async function quiet(): Promise<void> {
    await beside?.close();
    await byItself?.close();
    await server.close();
  }
  const leader = leading({ folder: copying.folder, seenNow: () => byItself?.seen() ?? [], quiet });
  const now = (): Now => {
    const [waiting, filesMissing] = [byItself?.waiting() ?? 0, beside?.missing() ?? 0];
    return { of, pairing, follower, waiting, filesMissing, isTakingOver: leader.isBegun() };
  };
  const desk = deskOf(now, leader.begin);
  const server = await standbyServer(port, screens, desk);
  async function begin(): Promise<void> {
    const paired = await pairing.pairing(of, copying.folder);
    if (isClosed) return;
    const following = await followHub({ pairing: paired, ...copying });
    follower = following;
    beside = copyBeside(paired, copying.folder);
    byItself = watchByItself({ follower: following, ...copying, lost: () => leader.begin(following, BY_ITSELF) });
  }
  begin().catch(leader.failed);
  return {
    url: server.url,
    port: server.port,
    state: desk.state,
    tookOver: leader.tookOver,
    async close(): Promise<void> {
      if (isClosed) return;
      isClosed = true;
      pairing.stop();
      await quiet();
      await follower?.close();
      follower?.store()?.close();
    },
  };
}
