/** Where a control stands on the screen, in px. */
export interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

export const ARROWS = ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight'] as const;

export type ArrowKey = (typeof ARROWS)[number];

const middle = (from: number, to: number): number => (from + to) / 2;

/** How far a box lies in the direction of an arrow; 0 or less where it does not. */
const FAR: Readonly<Record<ArrowKey, (from: Box, to: Box) => number>> = {
  ArrowUp: (from, to) => middle(from.top, from.bottom) - middle(to.top, to.bottom),
  ArrowDown: (from, to) => middle(to.top, to.bottom) - middle(from.top, from.bottom),
  ArrowLeft: (from, to) => middle(from.left, from.right) - middle(to.left, to.right),
  ArrowRight: (from, to) => middle(to.left, to.right) - middle(from.left, from.right),
};

const isAcross = (arrow: ArrowKey): boolean => arrow === 'ArrowLeft' || arrow === 'ArrowRight';

/** Beside it in the same row for the arrows to the sides; in another row for those up and down. */
function lies(arrow: ArrowKey, from: Box, to: Box): boolean {
  const sharesRow = to.top < from.bottom && from.top < to.bottom;
  return FAR[arrow](from, to) > 0 && sharesRow === isAcross(arrow);
}

/** Nearest in the direction first, then least to the side. */
function distance(arrow: ArrowKey, from: Box, to: Box): number {
  const aside = isAcross(arrow)
    ? Math.abs(FAR.ArrowDown(from, to))
    : Math.max(0, to.left - from.right, from.left - to.right) + Math.abs(FAR.ArrowRight(from, to)) / 100;
  return FAR[arrow](from, to) + aside;
}

/**
 * The place in `boxes` (in reading order) that an arrow leads to from place `at`: the nearest one there. Where there is
 * none it goes on in reading order and round, so that every control can be reached. `isRtl`: the page reads to the left.
 */
export function nextControl(boxes: readonly Box[], at: number, arrow: ArrowKey, isRtl: boolean): number {
  const from = boxes[at];
  if (!from) return 0;
  const there = boxes
    .map((box, place) => ({ place, box }))
    .filter(({ box }) => lies(arrow, from, box))
    .toSorted((a, b) => distance(arrow, from, a.box) - distance(arrow, from, b.box));
  if (there[0]) return there[0].place;
  const isOn = arrow === 'ArrowDown' || arrow === (isRtl ? 'ArrowLeft' : 'ArrowRight');
  return (at + (isOn ? 1 : boxes.length - 1)) % boxes.length;
}
