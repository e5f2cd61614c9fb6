import { ERROR_WORDS } from '../../protocol/error-codes.ts';
import type { Reply } from '../../protocol/replies.ts';
import type { Stamp } from '../../protocol/views/views.ts';
import { type HubClient, type HubState, NOTHING_HEARD } from '../hub-client.ts';

/** A moment of a day that is played again: what a screen is to show, and how fast time runs there. */
export interface Shown {
  readonly views: HubState['views'];
  readonly at: number;
  readonly queueAt: number;
  /** 0 while it stands still. */
  readonly rate: number;
}

const NO_ANSWER = { ok: false, error: { code: 'noAnswer', message: ERROR_WORDS.noAnswer } } as const;

const stampOf = ({ at, queueAt }: Shown): Stamp => ({ seq: 0, hash: '', at, queueAt, epoch: 0 });

/** Stands before a screen in the place of a hub: it shows what it is given, and does nothing that it is asked. */
export function shownClient(): HubClient & { readonly show: (shown: Shown) => void } {
  const listeners = new Set<() => void>();
  let state: HubState = { ...NOTHING_HEARD, rate: 0 };
  return {
    show(shown) {
      const { views, rate } = shown;
      state = { ...state, views, stamp: stampOf(shown), heardMs: performance.now(), rate, isLive: true };
      for (const listener of listeners) listener();
    },
    getState: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    send: async (): Promise<Reply> => ({ ...NO_ANSWER, id: null }),
    ask: async () => NO_ANSWER,
    hearScans: () => () => undefined,
    hearMarks: () => () => undefined,
    close: () => listeners.clear(),
  };
}
