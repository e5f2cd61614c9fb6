import { SILENCE_MS } from '../../protocol/version.ts';
import type { LinkSocket } from '../../hub/paired/link-socket.ts';
import type { HubTime } from './hub-time.ts';

/** Whether the hub is there: its link, when it was heard last, and whether somebody has waited for it in vain since. */
export function linkNow(time: Pick<HubTime, 'silentMs'>) {
  let socket: LinkSocket | undefined;
  let isGivenUp = false;
  let epoch: number | undefined;
  const isAway = (): boolean => socket?.connected !== true || isGivenUp || time.silentMs() > SILENCE_MS;
  return {
    isAway,
    socket: () => socket,
    /** The link while the hub is there. */
    live: () => (isAway() ? undefined : socket),
    take: (link: LinkSocket) => void (socket = link),
    giveUp: () => void (isGivenUp = true),
    heard: (ofEpoch: number): void => {
      isGivenUp = false;
      epoch = ofEpoch;
    },
    /** Of the hub that was heard last. */
    epoch: () => epoch,
  };
}

export type LinkNow = ReturnType<typeof linkNow>;
