import { maskCnic } from '../../domain/person/cnic.ts';
import type { NumberShape } from './number-page.ts';

const HIDDEN = '•';
/** Signs of a hidden number that can be read while it is typed. */
const LAST_SHOWN = 2;

/** A place of the display: a sign, a place still empty, or a hyphen between. */
export type Cell = { readonly kind: 'sign' | 'empty' | 'hyphen'; readonly text: string };

function hide(typed: string, most: number): string {
  if (typed.length === most) return maskCnic(typed).replaceAll('-', '');
  const from = Math.max(0, typed.length - LAST_SHOWN);
  return HIDDEN.repeat(from) + typed.slice(from);
}

/** What the display shows of what was typed. */
export function cellsOf(typed: string, { places, most, isMasked }: NumberShape): readonly Cell[] {
  const signs = isMasked ? hide(typed, most) : typed;
  if (places === undefined) return Array.from(signs, (text) => ({ kind: 'sign', text }));
  let next = 0;
  return Array.from(places, (place): Cell => {
    if (place === '-') return { kind: 'hyphen', text: '-' };
    const text = signs[next++];
    return text === undefined ? { kind: 'empty', text: '' } : { kind: 'sign', text };
  });
}
