import { z } from 'zod';

/** What became of a slip; `queued` until it is known. */
const SLIP_OUTCOMES = ['queued', 'confirmed', 'notSent', 'uncertain'] as const;
export const slipOutcome = z.enum(SLIP_OUTCOMES);

/** The newest slip of a printer. */
export const lastSlip = z.object({ label: z.string(), outcome: slipOutcome, outcomeAt: z.int().describe('epoch ms') });

export const PRINTER_KINDS = ['network', 'usb', 'serial', 'spooler', 'preview'] as const;

/** What a printer says of itself, as the machine that drives it tells. */
export const printerStatus = z.strictObject({
  isReachable: z.boolean(),
  answers: z.boolean(),
  isOffline: z.boolean(),
  paper: z.enum(['present', 'nearEnd', 'out']),
  isCoverOpen: z.boolean(),
  fault: z.enum(['none', 'recoverable', 'cutter', 'unrecoverable', 'fonts']),
});

/** How a printer is, as screens show it. */
export const printerView = z.object({
  kind: z.enum(PRINTER_KINDS),
  isReady: z.boolean().describe('whether a slip would come out now'),
  trouble: z
    .enum(['away', 'offline', 'paperOut', 'coverOpen', 'fault', 'fonts'])
    .nullable()
    .describe('what keeps it from printing, the first thing that somebody has to see to'),
  isPaperLow: z.boolean(),
});
/** A printer with its place and what it did last. */
export const placedPrinter = printerView.extend({
  kioskId: z.int().nullable(),
  counterId: z.int().nullable(),
  address: z.string(),
  slip: lastSlip.nullable(),
});
export type PlacedPrinter = z.infer<typeof placedPrinter>;

export type PrinterView = z.infer<typeof printerView>;
