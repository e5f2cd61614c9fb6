import { z } from 'zod';

const count = z.int();
const kioskId = z.int();

/** What looks like a tout's work: counts and places, and never who. */
export const anomaliesAnswer = z.object({
  anomalies: z.array(
    z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('tokensOfCard'), count, labels: z.string() }),
      z.object({ kind: z.literal('bookingsOfCard'), count }),
      z.object({ kind: z.literal('bookingsOfPhone'), count, persons: z.int() }),
      z.object({ kind: z.literal('tokensOfPhone'), count, persons: z.int() }),
      z.object({ kind: z.literal('kioskBurst'), kioskId, count, at: z.int().describe('epoch ms') }),
      z.object({ kind: z.literal('classesCorrected'), kioskId, count, of: z.int() }),
      z.object({ kind: z.literal('jumps'), operator: z.string(), count, of: z.int() }),
    ]),
  ),
});
export type AnomalyView = z.infer<typeof anomaliesAnswer>['anomalies'][number];
