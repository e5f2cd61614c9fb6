import { mayTakeOver } from '../../domain/standby/quorum.ts';
import { completeCentre } from '../../protocol/set-up/later-fields.ts';
import type { Store } from '../../store/store.ts';
import type { HubFollower } from './follower.ts';
import { voteBox, type VoteBox } from './vote-box.ts';

const LOOK_MS = 1_000;

export interface ByItself {
  readonly follower: HubFollower;
  readonly folder: string;
  /** Where screens come by that have lost their hub, as `https://HOST:PORT`. */
  readonly address: string;
  /** Most of the screens in service and this standby have lost the hub. */
  readonly lost: () => void;
}

/** Whether the centre, as far as it was copied, lets a standby take over by itself. */
function isArmed(store: Store): boolean {
  const hall = store.hall.get();
  return hall !== undefined && completeCentre(hall.centre).standbyTakesOver === 'byItself';
}

/** Hears the screens that have lost their hub: what they saw, and where the centre lets it, whether they all have. */
export function watchByItself({ follower, folder, address, lost }: ByItself) {
  const { hostname, port } = new URL(address);
  let box: VoteBox | undefined;
  let opening: Promise<void> | undefined;

  async function open(): Promise<void> {
    const store = follower.store();
    if (store) box = await voteBox(store, folder, { host: hostname, port: Number(port) });
  }

  function look(): void {
    const store = follower.store();
    if (!store) return;
    opening ??= open().catch((error: unknown) => {
      console.error('The standby cannot listen for screens:', error);
      opening = undefined;
    });
    if (!isArmed(store)) return;
    const members = store.inService.newest()?.devices ?? [];
    const { silentMs, hasCaughtUp } = follower.standing();
    // One that has not may lack the screens that count.
    if (box && hasCaughtUp && mayTakeOver(members, box.votes(), silentMs, performance.now())) lost();
  }

  const timer = setInterval(look, LOOK_MS);
  return {
    seen: () => box?.seen() ?? [],
    waiting: () => box?.waiting() ?? 0,
    async close(): Promise<void> {
      clearInterval(timer);
      await opening;
      await box?.close();
    },
  };
}
