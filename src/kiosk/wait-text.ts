import type { ShownRange } from '../domain/wait-words.ts';
import type { KioskText } from './kiosk-words.tsx';

/** The range of a wait in words: `15–25 min`, and that it may be longer where it may. */
export function waitText(text: KioskText, { fromMinutes, toMinutes, isOpenEnded }: ShownRange): string {
  const range = text('range', { from: fromMinutes, to: toMinutes });
  return isOpenEnded ? text('orLonger', { range }) : range;
}
