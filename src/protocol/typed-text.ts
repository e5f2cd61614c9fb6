import { z } from 'zod';
import { hideCnics } from '../domain/person/hide-cnics.ts';

/** What somebody types in their own words: it goes into the log and onto screens, where no CNIC may stand. */
export const typedText = z
  .string()
  .trim()
  .overwrite(hideCnics)
  .min(1)
  .refine((words) => words.isWellFormed(), 'half a character');
