import { useEffect, useEffectEvent, useRef } from 'react';
import { hearAsked, sendShown } from '../../renderer/replay/frame-link.ts';
import type { Shown } from '../../renderer/replay/shown-client.ts';
import { useManagerText } from '../manager-words.tsx';
import styles from './replay.module.css';

/** The hall board itself, in a frame of this page, showing what it is sent. */
export function PastBoard({ shown }: { readonly shown: Shown }) {
  const { text } = useManagerText();
  const frame = useRef<HTMLIFrameElement>(null);
  const send = useEffectEvent(() => sendShown(frame.current, shown));
  useEffect(() => send(), [shown]);
  // The board asks once it can be shown something.
  useEffect(() => hearAsked(() => send()), []);
  return (
    <iframe ref={frame} className={styles.board} src="/counter-display/?replay" title={text('replayBoardTitle')} />
  );
}
