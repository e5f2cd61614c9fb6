import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { withAid } from '../../src/kiosk/aids/aids.ts';
import { ARROWS, type Box, nextControl } from '../../src/kiosk/aids/next-control.ts';
import { FIRST_PAGE } from '../../src/kiosk/kiosk-page.ts';
import { patienceOf } from '../../src/kiosk/patience.ts';

const box = (left: number, top: number): Box => ({ left, top, right: left + 90, bottom: top + 90 });

/** A pad of three in a row, and one wide control below it. */
const PAD: readonly Box[] = [
  ...[0, 100, 200].flatMap((top) => [0, 100, 200].map((left) => box(left, top))),
  { left: 0, right: 290, top: 300, bottom: 390 },
];

describe('the arrows', () => {
  it('lead to the control that lies there', () => {
    expect(nextControl(PAD, 4, 'ArrowUp', false)).toBe(1);
    expect(nextControl(PAD, 4, 'ArrowDown', false)).toBe(7);
    expect(nextControl(PAD, 4, 'ArrowLeft', false)).toBe(3);
    expect(nextControl(PAD, 4, 'ArrowRight', false)).toBe(5);
    expect(nextControl(PAD, 6, 'ArrowDown', false)).toBe(9);
    expect(nextControl(PAD, 9, 'ArrowUp', false)).toBe(7);
  });

  it('go on in reading order and round where nothing lies there, and begin at the first', () => {
    expect(nextControl(PAD, 2, 'ArrowRight', false)).toBe(3);
    expect(nextControl(PAD, 3, 'ArrowLeft', false)).toBe(2);
    expect(nextControl(PAD, 9, 'ArrowDown', false)).toBe(0);
    expect(nextControl(PAD, 0, 'ArrowUp', false)).toBe(9);
    // To the left is on, where people read to the left.
    expect(nextControl(PAD, 3, 'ArrowLeft', true)).toBe(4);
    expect(nextControl(PAD, -1, 'ArrowDown', false)).toBe(0);
  });

  it('reach every control from every other, wherever they lie', () => {
    const boxes = fc.array(fc.tuple(fc.nat(900), fc.nat(900)), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(boxes, fc.boolean(), (corners, isRtl) => {
        // Controls do not lie over each other.
        const all = corners.map(([left, top], place) => box(left, top + 1_000 * Math.floor(place / 3)));
        const reached = new Set([0]);
        for (const at of reached) for (const arrow of ARROWS) reached.add(nextControl(all, at, arrow, isRtl));
        expect(reached.size).toBe(all.length);
      }),
    );
  });
});

describe('the patience of a page', () => {
  it('is longer for who is helped, and asks before something that was chosen is lost', () => {
    const confirm = { name: 'confirm', visit: { services: [], classes: [] } } as const;
    expect(patienceOf(confirm, false)).toEqual({ ms: 20_000, asks: true });
    expect(patienceOf(confirm, true)).toEqual({ ms: 60_000, asks: true });
    expect([patienceOf(FIRST_PAGE, false).asks, patienceOf(FIRST_PAGE, true).asks]).toEqual([false, true]);
    expect(patienceOf({ name: 'token', how: 'walkIn', result: {} }, false).asks).toBe(false);
  });
});

it('aids stand in their own order, however they were turned on', () => {
  expect(withAid(['steps'], 'low', true)).toEqual(['low', 'steps']);
  expect(withAid(['low', 'steps'], 'low', false)).toEqual(['steps']);
});
