import { describe, expect, it } from 'vitest';
import { scanOf } from '../../src/domain/person/scan.ts';
import { type Burst, hear, type KeyPress, NO_BURST } from '../../src/renderer/scan/scan-burst.ts';

/** Keys of the layout that readers use, as the browser reports them there. */
const CODES: Readonly<Record<string, string>> = { ':': 'Semicolon', '-': 'Minus', '/': 'Slash', ' ': 'Space' };
const codeOf = (sign: string) => (/\d/.test(sign) ? `Digit${sign}` : (CODES[sign] ?? `Key${sign.toUpperCase()}`));
const pressOf = (sign: string, atMs: number): KeyPress => ({
  key: sign,
  code: codeOf(sign),
  shiftKey: /[A-Z:]/.test(sign),
  ctrlKey: false,
  atMs,
});
const ENTER = { key: 'Enter', code: 'Enter', shiftKey: false, ctrlKey: false };

/** A text typed at that pace with Enter behind it, as a reader does; begins at `fromMs`. */
const typed = (text: string, gapMs: number, fromMs = 0): readonly KeyPress[] => [
  ...Array.from(text, (sign, place) => pressOf(sign, fromMs + place * gapMs)),
  { ...ENTER, atMs: fromMs + text.length * gapMs },
];

/** What comes of those presses: the scans, and the keys that the page still sees. */
function play(presses: readonly KeyPress[]) {
  let burst: Burst = NO_BURST;
  const scans: string[] = [];
  const seen: string[] = [];
  for (const press of presses) {
    const heard = hear(burst, press);
    burst = heard.burst;
    if (heard.scan !== undefined) scans.push(heard.scan);
    if (!heard.isSwallowed) seen.push(press.key);
  }
  return { scans, seen };
}

describe('the keys of a reader', () => {
  it('give one scan, and none of them reaches the page', () => {
    expect(play(typed('MKZ:lahore:LHR-0042', 8))).toEqual({ scans: ['MKZ:lahore:LHR-0042'], seen: [] });
  });

  it('end with one Enter or with two, of which none presses anything; a later one is a finger’s', () => {
    const scan = typed('0012345678', 8);
    const second = { ...ENTER, atMs: 88 };
    expect(play([...scan, second, { ...ENTER, atMs: 900 }])).toEqual({ scans: ['0012345678'], seen: ['Enter'] });
  });

  it('give the same scan on a machine whose layout is Urdu', () => {
    const urdu: Readonly<Record<string, string>> = { K: 'خ', Z: 'ذ', M: 'ظ', '4': '۴', h: 'ح', ':': ':' };
    const presses = typed('MKZ:lah4', 8).map((press) => ({ ...press, key: urdu[press.key] ?? press.key }));
    expect(play(presses).scans).toEqual(['MKZ:lah4']);
  });

  it('give a scan with spaces in it, which press no button meanwhile', () => {
    expect(play(typed('35202 1234567 1', 8))).toEqual({ scans: ['35202 1234567 1'], seen: [] });
  });

  it('pass over a shift that the reader presses between signs', () => {
    const shift = { key: 'Shift', code: 'ShiftLeft', shiftKey: true, ctrlKey: false };
    const presses = typed('T2600042179', 10).flatMap((press) => [press, { ...shift, atMs: press.atMs + 1 }]);
    expect(play(presses).scans).toEqual(['T2600042179']);
  });

  it.each([
    ['Tab', { key: 'Tab', code: 'Tab', ctrlKey: false }],
    ['GS (Ctrl and ])', { key: ']', code: 'BracketRight', ctrlKey: true }],
    ['a function key', { key: 'F8', code: 'F8', ctrlKey: false }],
    ['a key that writes nothing known', { key: 'Unidentified', code: '', ctrlKey: false }],
  ])('keep the fields of a card apart that %s parts', (_, separator) => {
    const presses = typed('1234|3520212345673|99|', 8).map((press) =>
      press.key === '|' ? { ...press, ...separator } : press,
    );
    const { scans, seen } = play(presses);
    expect([scans, seen]).toEqual([['1234 3520212345673 99'], []]);
    const rules = { centreId: 'lahore', cnicPattern: null };
    expect(scanOf(scans[0] ?? '', rules)).toEqual({ kind: 'cnic', cnic: '3520212345673' });
  });

  it('pass over the Ctrl that comes before such a key', () => {
    const chord = [
      { key: 'Control', code: 'ControlLeft', shiftKey: false, ctrlKey: true, atMs: 33 },
      { key: ']', code: 'BracketRight', shiftKey: false, ctrlKey: true, atMs: 34 },
    ];
    const [first, second] = [typed('1234', 8).slice(0, -1), typed('567', 8, 40)];
    expect(play([...first, ...chord, ...second]).scans).toEqual(['1234 567']);
  });

  it('give two scans one after the other', () => {
    expect(play([...typed('LHR-0001', 8), ...typed('LHR-0002', 8, 2_000)]).scans).toEqual(['LHR-0001', 'LHR-0002']);
  });
});

describe('the keys of a finger', () => {
  it('give no scan, and neither Enter nor the space bar is taken from the page', () => {
    expect(play(typed('hello ', 120))).toEqual({ scans: [], seen: [' ', 'Enter'] });
  });

  it('give no scan when a gap of 50 ms parts them, and begin anew after one', () => {
    expect(play(typed('LHR-0042', 50)).scans).toEqual([]);
    expect(play(typed('LHR-0042', 49)).scans).toEqual(['LHR-0042']);
    const late = typed('1234567', 8, 10_000);
    expect(play([pressOf('9', 0), ...late]).scans).toEqual(['1234567']);
  });

  it('keep their chords, and type nothing by them', () => {
    const copy = { key: 'c', code: 'KeyC', shiftKey: false, ctrlKey: true, atMs: 500 };
    expect(play([pressOf('1', 0), copy])).toEqual({ scans: [], seen: ['c'] });
    expect(play([{ ...copy, atMs: 0 }, ...typed('234567', 8, 8)]).scans).toEqual(['234567']);
  });

  it('leave Tab and the arrows alone', () => {
    const keys = ['Tab', 'ArrowDown', 'Escape'].map((key, at) => ({
      key,
      code: key,
      shiftKey: false,
      ctrlKey: false,
      atMs: at * 5,
    }));
    expect(play(keys).seen).toEqual(['Tab', 'ArrowDown', 'Escape']);
  });
});

describe('what is too short or too long', () => {
  it('is no scan under six signs, though its Enter presses nothing', () => {
    expect(play(typed('12345', 8))).toEqual({ scans: [], seen: [] });
    expect(play(typed('123456', 8)).scans).toEqual(['123456']);
  });

  it('keeps no more than a kilobyte of a reader that never ends', () => {
    expect(play(typed('7'.repeat(5_000), 1)).scans[0]).toHaveLength(1_024);
  });
});
