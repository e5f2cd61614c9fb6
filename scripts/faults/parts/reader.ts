import fc from 'fast-check';
import { cardScan } from '../../../hardware/readers/card-reports.ts';
import { lines } from '../../../hardware/readers/lines.ts';
import { posReports } from '../../../hardware/readers/pos-reports.ts';
import { scanOf } from '../../../src/domain/person/scan.ts';
import type { Broken } from '../../../tests/faults/checker/evidence.ts';
import { type Fault, type Trial, trialOf } from '../fault.ts';

const BURSTS = 10_000;
const RULES = { centreId: 'faults', cnicPattern: null };

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

/** What readers send when they are not well: short, letters, control keys, thousands of bytes, digits that are no card. */
const burst = fc.oneof(
  fc.uint8Array({ maxLength: 80 }),
  fc.string({ maxLength: 60 }).map(bytes),
  fc.stringMatching(/^[0-9]{0,40}$/).map(bytes),
  fc.stringMatching(/^[0-9]{5}-[0-9]{7}-[0-9]$/).map(bytes),
  fc.stringMatching(/^[a-z]{0,10}[0-9]{13}[a-z]{0,10}$/).map(bytes),
  fc.constantFrom('\u0003\u0016\u001b[A', '\t\t\r', '9'.repeat(10_240), '3520212345671'.repeat(700)).map(bytes),
);

interface Readers {
  readonly name: string;
  /** The texts that a reader makes of a burst. */
  readonly read: (burst: Uint8Array, nowMs: number) => readonly string[];
}

const textOf = (read: Uint8Array): string => Buffer.from(read).toString('utf8');

/** The first report of a burst, whole or in half. */
function reportOf(sent: Uint8Array): Uint8Array {
  const report = new Uint8Array(sent.length % 3 === 0 ? 40 : 64);
  report.set([2, Math.min(56, sent.length), 0x5d, 0x51, 0x30]);
  report.set(sent.subarray(0, Math.min(sent.length, 56, report.length - 6)), 5);
  return report;
}

function readers(): readonly Readers[] {
  const [cut, join] = [lines(), posReports()];
  const one = (scan: { readonly bytes: Uint8Array } | undefined) => (scan ? [textOf(scan.bytes)] : []);
  return [
    { name: 'serial', read: (sent, nowMs) => cut(Uint8Array.from([...sent, 0x0d]), nowMs).map(textOf) },
    { name: 'hid-pos', read: (sent, nowMs) => one(join(reportOf(sent), nowMs)) },
    { name: 'card', read: (sent) => one(cardScan(sent)) },
  ];
}

/** Thirteen digits that stand alone, the first of them 1 to 8, by a look of its own at the text. */
function cardsIn(text: string): readonly string[] {
  const runs = text.match(/\d+(?:-\d+)*/g) ?? [];
  const whole = runs.filter((run) => /^\d{13}$|^\d{5}-\d{7}-\d$/.test(run));
  return whole.map((run) => run.replaceAll('-', '')).filter((digits) => /^[1-8]/.test(digits));
}

/** Sends bursts to every kind of reader; whoever is known by one must stand there. */
function burstsTo(seed: number, meaningOf: (text: string) => string | undefined): Trial {
  const broken: Broken[] = [];
  const all = readers();
  fc.sample(burst, { numRuns: BURSTS, seed }).forEach((sent, at) => {
    for (const { name, read } of all) {
      for (const text of read(sent, at * 10)) {
        const cnic = meaningOf(text);
        const isThere = cnic === undefined || cardsIn(textOf(sent)).includes(cnic);
        if (!isThere) broken.push({ invariant: 'card', what: `${name} took somebody's number out of burst ${at}` });
      }
    }
  });
  return trialOf(broken, { cases: BURSTS });
}

/** Readers that send anything but a card: thirteen digits come of it that stand there, or nothing. */
export const reader: Fault = {
  name: 'reader',
  what: 'short, lettered, controlling and 10 kB bursts through the parsers of every reader, 10,000 a trial',
  rounds: { short: 1, long: 100 },
  async trial(round): Promise<Trial> {
    return burstsTo(round, (text) => {
      const scan = scanOf(text, RULES);
      return scan.kind === 'cnic' ? scan.cnic : undefined;
    });
  },
  finds: 'card',
  // The first thirteen digits, wherever they are.
  control: async () => burstsTo(1, (text) => text.replaceAll(/\D/g, '').match(/\d{13}/)?.[0]),
};
