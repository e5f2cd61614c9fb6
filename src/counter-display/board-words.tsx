import type { ReactNode } from 'react';
import { readWords } from '../renderer/text.ts';
import { BOARD_WORDS } from '../renderer/words/board.ts';

const words = readWords(BOARD_WORDS);
type Key = keyof (typeof BOARD_WORDS)['en'];

/** A word of the board in both scripts, side by side. */
export function Both({
  name,
  values = {},
}: {
  readonly name: Key;
  readonly values?: Readonly<Record<string, number>>;
}): ReactNode {
  return (
    <>
      <span lang="en">{words.en(name, values)}</span> <span lang="ur">{words.ur(name, values)}</span>
    </>
  );
}
