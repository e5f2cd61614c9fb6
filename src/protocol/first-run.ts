import { z } from 'zod';
import { centreFileSchema, type CentreFile, PRINTER_ADDRESS } from './centre-file.ts';
import type { WireError } from './replies.ts';
import { PAPER_MM } from '../domain/centre.ts';

/** What ends the first run: the centre as it was set up, or the wish to look at the demo centre first. */
export const firstRunEnd = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('centre'), file: centreFileSchema }),
  z.strictObject({ kind: z.literal('demo') }),
]);
export type FirstRunEnd = z.infer<typeof firstRunEnd>;

/** A printer that is tried before there is a centre. */
export const printerTry = z.strictObject({
  address: z.string().regex(PRINTER_ADDRESS),
  paperMm: z.literal(PAPER_MM),
});
export type PrinterTry = z.infer<typeof printerTry>;

/** What the first run is offered: a centre to take services, stages and classes from. */
export interface FirstRunOffer {
  readonly example: CentreFile;
}

/** How the hub answers the first run. */
export type FirstRunReply<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly error: WireError };
