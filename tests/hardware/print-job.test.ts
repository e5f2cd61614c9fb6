import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { escposPrinter } from '../../hardware/printers/escpos-printer.ts';
import { canPrint, type PrinterStatus } from '../../hardware/printers/printer.ts';
import { job } from './printer-contract.ts';

/** What a printer says to something that it is sent, and whether it takes it at all. */
interface Says {
  readonly toStatus?: readonly number[];
  readonly toMaker?: readonly number[];
  readonly toTrial?: readonly number[];
  /** To a piece of the slip, or to its end alone. */
  readonly toPiece?: readonly number[];
  readonly toSlip?: readonly number[];
  readonly takesSlip?: boolean;
  readonly takesQuestions?: boolean;
}

const WELL = [0x12];
const PAPER = [0x00];
const makerOf = (name: string): readonly number[] => [0x5f, ...Buffer.from(name), 0];
const EPSON = makerOf('EPSON');
const idOf = (sent: Buffer): readonly number[] => {
  const at = sent.indexOf(Buffer.from([0x1d, 0x28, 0x48]));
  return at === -1 ? [] : [0x37, 0x22, ...sent.subarray(at + 7, at + 11), 0];
};

/** Questions and settings are shorter than any piece of a slip. */
const isPiece = (sent: Buffer): boolean => sent.length > 5;
/** How the last piece of a slip ends: it asks for no more of what the printer says by itself. */
const END = Buffer.from([0x1d, 0x61, 0]);

function answerTo(sent: Buffer, says: Says): readonly number[] | undefined {
  if (sent[0] === 0x10) return says.toStatus;
  if (isPiece(sent)) return sent.subarray(-3).equals(END) ? says.toSlip : says.toPiece;
  if (sent[1] === 0x49) return says.toMaker ?? makerOf('CITIZEN');
  return sent[1] === 0x72 ? says.toTrial : undefined;
}

/** A printer at the far end of a link without a device: what it says, a millisecond later, to what it is sent. */
function printerThat(says: (sent: Buffer) => Says) {
  const seen: PrinterStatus[] = [];
  const taken: Buffer[] = [];
  const printer = escposPrinter('usb', async () => {
    let hear: (bytes: Uint8Array) => void = () => undefined;
    return {
      hear: (listener) => void (hear = listener),
      isGone: () => false,
      close: async () => undefined,
      send(bytes, withinMs) {
        const sent = Buffer.from(bytes);
        const said = says(sent);
        const { takesSlip = true, takesQuestions = true } = said;
        const isTaken = isPiece(sent) ? takesSlip : takesQuestions;
        taken.push(sent);
        const answer = answerTo(sent, said);
        if (answer) setTimeout(() => hear(Uint8Array.from(answer)), 1);
        return new Promise((resolve) => setTimeout(() => resolve(isTaken), isTaken ? 0 : withinMs));
      },
    };
  });
  return {
    seen,
    sent: taken,
    watch: () => printer.watch((status) => seen.push(status)),
    async print() {
      const from = performance.now();
      const ended = printer.print(job()).then((outcome) => ({ outcome, tookMs: performance.now() - from }));
      await vi.advanceTimersByTimeAsync(150_000);
      return ended;
    },
  };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** Two bytes or more of anything, and what a printer might really say. */
const noise = fc.oneof(
  fc.uint8Array({ minLength: 2, maxLength: 40 }),
  fc.string({ minLength: 1, unit: 'grapheme-ascii' }).map((text) => Buffer.from(text)),
  fc.integer({ min: 2, max: 40 }).map((length) => new Uint8Array(length)),
  fc.constant(Buffer.from('@PJL busy\r\n')),
);
/** The few that are answers all the same: one byte of the paper's state, beside others that are answers too. */
const isPaperToo = (bytes: Uint8Array): boolean =>
  bytes.filter((byte) => byte < 0x10).length === 1 && bytes.every((byte) => byte < 0x20 || (byte & 0x93) === 0x12);

describe('noise', () => {
  it('is no word that a slip is printed, whether the printer answers its questions or only makes noise', async () => {
    await fc.assert(
      fc.asyncProperty(noise, fc.boolean(), fc.boolean(), async (made, answers, isEpson) => {
        fc.pre(!isPaperToo(made));
        const bytes = [...made];
        const { print } = printerThat(() => ({
          toStatus: answers ? WELL : bytes,
          toMaker: isEpson ? EPSON : bytes,
          toTrial: bytes,
          toPiece: bytes,
          toSlip: bytes,
        }));
        expect((await print()).outcome).not.toBe('confirmed');
      }),
    );
  }, 60_000);

  it('after a trial that was answered is none either, nor is a zero after one that was not', async () => {
    for (const [toTrial, toSlip] of [
      [PAPER, [0x40, 0x0d, 0x0a]],
      [PAPER, [0, 0, 0, 0]],
      [[], PAPER],
      [[0x0d, 0x0a], PAPER],
    ] as const) {
      const { print } = printerThat(() => ({ toStatus: WELL, toTrial, toSlip }));
      expect((await print()).outcome).toBe('uncertain');
    }
    const asked = printerThat(() => ({ toStatus: WELL, toTrial: PAPER, toSlip: PAPER }));
    expect((await asked.print()).outcome).toBe('confirmed');
    let pieces = 0;
    const silent = printerThat((sent) => ({ toTrial: PAPER, toPiece: isPiece(sent) && ++pieces === 1 ? PAPER : [] }));
    expect((await silent.print()).outcome).toBe('uncertain');
  });

  it('that looks like the state of the paper is none of a printer that has answered with an id', async () => {
    let hasAnswered = false;
    const { print } = printerThat((sent) => {
      const id = idOf(sent);
      const toSlip = hasAnswered && id.length > 0 ? PAPER : id;
      return { toStatus: WELL, toMaker: EPSON, toTrial: PAPER, toSlip };
    });
    expect((await print()).outcome).toBe('confirmed');
    hasAnswered = true;
    expect((await print()).outcome).toBe('uncertain');
  });

  it('for every answer is no fault of the printer', async () => {
    for (const made of ['@PJL busy\r\n', 'rrrr', 'PJL \n']) {
      const { seen, watch, print } = printerThat(() => ({ toStatus: [...Buffer.from(made)] }));
      await print();
      watch();
      expect(seen.length).toBeGreaterThan(0);
      expect(seen.every(canPrint)).toBe(true);
    }
  });
});

describe('a printer of Epson’s own without ids', () => {
  it('is waited for two seconds once, and taken at the word of its paper from then on', async () => {
    const { print } = printerThat((sent) => {
      const isAsked = sent.includes(Buffer.from([0x1d, 0x72, 1]));
      return { toStatus: WELL, toMaker: EPSON, toTrial: PAPER, toSlip: isAsked ? PAPER : [] };
    });
    const [first, second] = [await print(), await print()];
    expect([first.outcome, second.outcome]).toEqual(['confirmed', 'confirmed']);
    expect(first.tookMs).toBeLessThan(3_000);
    expect(second.tookMs).toBeLessThan(500);
  });
});

describe('a printer that stops in a slip', () => {
  it('and says by itself that paper is out is believed at once, though it takes no byte more', async () => {
    const out = [0x18, 0, 0x0c, 0];
    const { seen, watch, print } = printerThat(() => ({
      toStatus: WELL,
      toTrial: PAPER,
      toPiece: out,
      takesSlip: false,
    }));
    const { outcome, tookMs } = await print();
    watch();
    expect(outcome).toBe('uncertain');
    expect(tookMs).toBeLessThan(1_000);
    expect(seen[0]).toMatchObject({ paper: 'out', isOffline: true });
  });
});

describe('a printer', () => {
  it('that stops between the questions and the slip gets no slip', async () => {
    let isReset = false;
    const { sent, print } = printerThat((bytes) => {
      isReset ||= bytes.subarray(0, 2).equals(Buffer.from([0x1b, 0x40]));
      return { toStatus: isReset ? [0x32] : WELL, toTrial: PAPER };
    });
    expect((await print()).outcome).toBe('notSent');
    expect(sent.some(isPiece)).toBe(false);
  });

  it('that takes not even a question is offline, though it never answered one', async () => {
    const { seen, sent, watch, print } = printerThat(() => ({ takesQuestions: false }));
    expect((await print()).outcome).toBe('notSent');
    expect(sent.some(isPiece)).toBe(false);
    watch();
    expect(seen.at(-1)).toMatchObject({ isOffline: true, answers: false });
  });
});
