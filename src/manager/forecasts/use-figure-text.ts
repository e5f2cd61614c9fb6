import { inUrduDigits } from '../../domain/urdu-digits.ts';
import { useManagerText } from '../manager-words.tsx';
import type { Figures } from './totals.ts';

const minutes = (ms: number): string => (Math.abs(ms) / 60_000).toFixed(1);

/** Signs stand before the number in either direction of writing. */
function signed(ms: number): string {
  const size = minutes(ms);
  if (size === '0.0') return size;
  return `\u2066${ms > 0 ? '+' : '−'}${size}\u2069`;
}

const TEXTS = {
  count: ({ count }: Figures) => String(count),
  mae: ({ maeMs }: Figures) => minutes(maeMs),
  bias: ({ biasMs }: Figures) => signed(biasMs),
  beyond: ({ exceededShare }: Figures) => String(Math.round(exceededShare * 100)),
} as const;

/** Gives one of the figures as people read it. */
export function useFigureText() {
  const { language, text } = useManagerText();
  return (name: keyof typeof TEXTS, figures: Figures): string => {
    const plain = TEXTS[name](figures);
    const n = language === 'ur' ? inUrduDigits(plain).replace('.', '٫') : plain;
    if (name === 'count') return n;
    return text(name === 'beyond' ? 'percent' : 'minutesShort', { amount: n });
  };
}
