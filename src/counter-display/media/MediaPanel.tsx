import { useEffect, useRef, useState } from 'react';
import type { BoardView } from '../../protocol/views/views.ts';
import styles from './media.module.css';

type Item = BoardView['media'][number];

const PICTURE_MS = 12_000;
/** Before the next one where one cannot be shown: it may be on its way into the folder. */
const FAILED_MS = 5_000;
/** How much of a video's sound is left while somebody is called. */
const QUIET_SHARE = 0.08;

interface MediaProps {
  readonly media: readonly Item[];
  readonly volume: number;
  readonly isQuiet: boolean;
}

/** Ends what is shown after a while, until it is taken down. */
function useEnd(ms: number | undefined, done: () => void): void {
  useEffect(() => {
    if (ms === undefined) return undefined;
    const timer = setTimeout(done, ms);
    return () => clearTimeout(timer);
  }, [ms, done]);
}

function Picture({ address, done }: { readonly address: string; readonly done: () => void }) {
  const [isBroken, setBroken] = useState(false);
  useEnd(isBroken ? FAILED_MS : PICTURE_MS, done);
  return <img src={address} alt="" onError={() => setBroken(true)} />;
}

function Video({
  address,
  volume,
  done,
}: {
  readonly address: string;
  readonly volume: number;
  readonly done: () => void;
}) {
  const video = useRef<HTMLVideoElement>(null);
  useEffect(() => {
    if (video.current) video.current.volume = volume;
  }, [volume]);
  const [isBroken, setBroken] = useState(false);
  useEnd(isBroken ? FAILED_MS : undefined, done);
  useEffect(() => {
    const shown = video.current;
    // Without a touch a browser plays only what is mute. What cannot be played at all tells so by its own error.
    shown?.play().catch(() => {
      shown.muted = true;
      return shown.play().catch(() => undefined);
    });
  }, [address]);
  return <video ref={video} src={address} playsInline onEnded={done} onError={() => setBroken(true)} />;
}

/** The centre's pictures and videos in turn, beside the calls; quiet while somebody is called. */
export function MediaPanel({ media, volume, isQuiet }: MediaProps) {
  const [turn, setTurn] = useState(0);
  const [next] = useState(() => () => setTurn((now) => now + 1));
  const item = media[turn % Math.max(1, media.length)];
  if (!item) return null;
  return (
    <section className={styles.media} aria-label="Notices">
      {item.kind === 'picture' ? (
        <Picture key={turn} address={item.address} done={next} />
      ) : (
        <Video key={turn} address={item.address} volume={volume * (isQuiet ? QUIET_SHARE : 1)} done={next} />
      )}
    </section>
  );
}
