import { z } from 'zod';

/** The newest number of each series that a screen has seen in a service day. */
export const seenNumbers = z
  .record(z.string().regex(/^[A-Z]{1,3}$/), z.int().positive().max(9_999))
  .refine((numbers) => Object.keys(numbers).length <= 100, 'too many series');
