import { timingSafeEqual } from 'node:crypto';
import type { Era } from '../../domain/era.ts';
import type { Store } from '../../store/store.ts';

type FencedStore = Pick<Store, 'epochs' | 'hubId' | 'sealOfEpoch'>;

const isSealed = (store: FencedStore, { epoch, seal }: Era): boolean => {
  const [own, told] = [Buffer.from(store.sealOfEpoch(epoch)), Buffer.from(seal)];
  return own.length === told.length && timingSafeEqual(own, told);
};

/** Keeps a hub from speaking once a later epoch of its log has begun elsewhere, also over its next start. */
export function fenceOf(store: FencedStore) {
  let told: (epoch: number) => void = () => undefined;
  const epoch = store.epochs.epoch();
  const era: Era = { hubId: store.hubId, epoch, seal: store.sealOfEpoch(epoch) };
  let isStanding = store.epochs.supersededBy() !== null;
  return {
    era,
    isStanding: () => isStanding,
    /** A screen or another hub says what it has seen. Only what is sealed with the log's key counts. */
    meet(seen: Era | undefined): void {
      if (!seen || seen.hubId !== era.hubId || seen.epoch <= epoch || isStanding || !isSealed(store, seen)) return;
      isStanding = true;
      store.epochs.supersede(seen.epoch);
      told(seen.epoch);
    },
    /** Stands by of its own will, for one that takes over. */
    standBy(by: number): void {
      if (isStanding) return;
      isStanding = true;
      store.epochs.supersede(by);
      told(by);
    },
    /** Calls when this hub has to stand by. */
    watch: (tell: (epoch: number) => void) => void (told = tell),
  };
}

export type Fence = ReturnType<typeof fenceOf>;
