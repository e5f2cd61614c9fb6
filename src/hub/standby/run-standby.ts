import { randomInt } from 'node:crypto';
import type { ErrorCode } from '../../protocol/error-codes.ts';
import type { StandbyState } from '../../protocol/standby-page.ts';
import { pinsOf } from '../people/pins.ts';
import { triesByDevice } from '../people/tries.ts';
import { followHub, type HubFollower } from './follower.ts';
import { PAIRING_CONSOLE, type PairingConsole, pairStandby } from './pair-standby.ts';
import { standbyServer } from './standby-server.ts';
import { takeOver } from './take-over.ts';

export interface StandbyOptions {
  /** Address of the hub that it follows. */
  readonly of: string;
  readonly folder: string;
  readonly migrations: string;
  readonly screens: string;
  readonly port: number;
  /** Where screens find it once it has taken over. */
  readonly address: string;
  readonly console?: PairingConsole;
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
const managersIn = (follower: HubFollower) =>
  (follower.store()?.staff.inUse() ?? []).filter(({ role, lockedAt }) => role === 'manager' && lockedAt === null);

function stateOf(of: string, follower: HubFollower, isTakingOver: boolean): StandbyState {
  const { seq, hubSeq, silentMs, isLinked, screens, trouble } = follower.standing();
  return {
    of,
    centre: follower.store()?.hall.get()?.centre.name ?? null,
    seq,
    behind: Math.max(0, hubSeq - seq),
    silentMs: Number.isFinite(silentMs) ? silentMs : null,
    isLinked,
    trouble,
    screens: screens.map(({ name, kind, isHere }) => ({ name, kind, isHere })),
    managers: managersIn(follower).map(({ id, name }) => ({ id, name })),
    isTakingOver,
  };
}

/** Why that second PIN is not one of a manager's. Counted here alone: the copy is not this machine's to write in yet. */
function pinGate(follower: HubFollower) {
  const tries = triesByDevice();
  return async (staffId: number, secondPin: string): Promise<ErrorCode | undefined> => {
    const store = follower.store();
    const manager = managersIn(follower).find(({ id }) => id === staffId);
    if (!store || !manager) return 'unknownStaff';
    if (!tries.mayTry('standby', performance.now())) return 'tooManyTries';
    const hashed = store.staffSecrets.get(staffId)?.secondPin ?? null;
    if (hashed !== null && (await pinsOf(store.pepper).isRight(hashed, secondPin))) return undefined;
    tries.hasFailed('standby', performance.now());
    return 'wrongPin';
  };
}

/** Ends the other hub where it is reached, and makes the copy the log that goes on. */
async function lead(follower: HubFollower, by: string): Promise<number> {
  const { silentMs } = follower.standing();
  const isWhole = await follower.handOver();
  await follower.close();
  const store = follower.store();
  if (!store) throw new Error('Nothing was copied yet.');
  const epoch = takeOver(store, { by, at: Date.now(), silentMs, isWhole, draw: randomInt });
  store.close();
  return epoch;
}

/**
 * Follows another hub, and shows on a page of its own how it stands. A manager's second PIN there makes it the hub.
 * @throws when it could not be paired, or its port is taken.
 */
export async function runStandby({
  of,
  port,
  screens,
  console = PAIRING_CONSOLE,
  ...rest
}: StandbyOptions): Promise<Standby> {
  const { folder, migrations, address } = rest;
  const pairing = await pairStandby(of, folder, console);
  const follower = await followHub({ pairing, folder, migrations, address });
  const isManager = pinGate(follower);
  const took = Promise.withResolvers<{ readonly epoch: number; readonly by: string }>();
  let isTakingOver = false;
  let isClosed = false;
  const state = () => stateOf(of, follower, isTakingOver);
  const server = await standbyServer(port, screens, {
    state,
    async takeOver(staffId, secondPin) {
      const refused = isTakingOver ? 'standingBy' : await isManager(staffId, secondPin);
      if (refused) return refused;
      isTakingOver = true;
      const by = managersIn(follower).find(({ id }) => id === staffId)?.name ?? '';
      // After the answer: the page waits for the hub that comes.
      setImmediate(() => {
        void lead(follower, by)
          .then(async (epoch) => {
            await server.close();
            took.resolve({ epoch, by });
          })
          .catch(took.reject);
      });
      return undefined;
    },
  });
  return {
    url: server.url,
    port: server.port,
    state,
    tookOver: took.promise,
    async close(): Promise<void> {
      if (isClosed) return;
      isClosed = true;
      await server.close();
      await follower.close();
      follower.store()?.close();
    },
  };
}
