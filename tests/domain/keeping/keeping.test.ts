import { describe, expect, it } from 'vitest';
import { fitsHead, headCode, readHead, shortHash } from '../../../src/domain/keeping/chain-head.ts';
import { type DayMark, keepHead, type KeptHeads, type SeenHead } from '../../../src/domain/keeping/kept-heads.ts';
import { snapshotsToDrop } from '../../../src/domain/keeping/snapshot-rotation.ts';
import { freeMarks, isSeries } from '../../../src/domain/numbering.ts';

const HASH = '9f2c77ab01de5c33'.repeat(4);
const mark = (serviceDay: string, numbers: DayMark['numbers'] = {}): DayMark => ({ hubId: 'hub', serviceDay, numbers });
const seen = (seq: number, day = '2026-11-23', hash = HASH): SeenHead => ({ seq, hash, day, at: seq });
const keptOf = (...all: SeenHead[]): KeptHeads =>
  all.reduce<KeptHeads | undefined>((kept, one) => keepHead(kept, one, mark(one.day)), undefined)!;

describe('a head of the log', () => {
  it('is read as it stands on the slip, in its code, and as people type it', () => {
    const whole = { seq: 812, hash: HASH };
    expect(readHead(headCode(whole))).toEqual(whole);
    for (const text of [`812: ${shortHash(HASH)}`, '812 9F2C-77AB-01DE-5C33', ' ۸۱۲:9f2c77ab01de5c33'])
      expect(readHead(text)).toEqual({ seq: 812, hash: '9f2c77ab01de5c33' });
  });

  it('is none with fewer digits than nobody can find by trying, or with others', () => {
    for (const text of ['812', '812:9f2c77ab01de5c3', `812:${HASH}0`, '812:9f2c77ab01de5c3g', 'heads.json'])
      expect(readHead(text)).toBeUndefined();
    expect(fitsHead(HASH, { seq: 812, hash: '9f2c77ab01de5c34' })).toBe(false);
  });
});

describe('what a screen keeps', () => {
  it('is the newest head of each service day, and of the last forty', () => {
    const kept = keptOf(seen(1), seen(5), seen(9, '2026-11-24'));
    expect(kept).toMatchObject({ heads: [{ seq: 5 }, { seq: 9, day: '2026-11-24' }], breaks: [] });
    const days = Array.from({ length: 60 }, (_, day) => seen(day + 1, `day ${day}`));
    expect(keptOf(...days).heads).toHaveLength(40);
  });

  it('is never written over by a log that has gone back, or that is another one', () => {
    expect(keptOf(seen(9), seen(4), seen(20))).toMatchObject({ heads: [{ seq: 20 }], breaks: [{ seq: 9 }] });
    expect(keptOf(seen(9), seen(9, '2026-11-23', '0'.repeat(64)))).toMatchObject({ breaks: [{ seq: 9, hash: HASH }] });
    expect(keptOf(seen(9), seen(9)).breaks).toEqual([]);
  });

  it('are the largest numbers of the newest day', () => {
    const first = keepHead(undefined, seen(1), mark('2026-11-23', { A: 7, B: 2 }));
    const later = keepHead(first, seen(2), mark('2026-11-23', { A: 5, AK: 1 }));
    expect(later.numbers).toEqual({ A: 7, B: 2, AK: 1 });
    expect(keepHead(later, seen(3, '2026-11-24'), mark('2026-11-24', { A: 1 })).numbers).toEqual({ A: 1 });
  });
});

describe('the letter after a restore', () => {
  it('is none that was used, and makes no series into another one', () => {
    const marks = freeMarks(['A', 'B', 'AK'], ['C']);
    expect(marks).not.toContain('K');
    expect(marks).not.toContain('C');
    expect(marks).toHaveLength(21);
    expect(marks.every(isSeries)).toBe(true);
  });
});

describe('snapshots', () => {
  it('are kept while they are the newest of a span that is kept, and the newest always', () => {
    const kept = [
      { everyMs: 10, count: 2 },
      { everyMs: 100, count: 2 },
    ];
    const all = [5, 15, 25, 95, 105, 111, 119].map((at) => ({ at }));
    expect(snapshotsToDrop(all, kept).map(({ at }) => at)).toEqual([5, 15, 25, 111]);
    expect(snapshotsToDrop([{ at: 1 }], [])).toEqual([]);
  });
});
