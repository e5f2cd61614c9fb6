import { z } from 'zod';

/** How a printer is, as screens show it. */
export const printerView = z.object({
  kind: z.enum(['network', 'usb', 'serial', 'spooler', 'preview']),
  isReady: z.boolean().describe('whether a slip would come out now'),
  trouble: z
    .enum(['away', 'offline', 'paperOut', 'coverOpen', 'fault'])
    .nullable()
    .describe('what keeps it from printing, the first thing that somebody has to see to'),
  isPaperLow: z.boolean(),
});
export type PrinterView = z.infer<typeof printerView>;
