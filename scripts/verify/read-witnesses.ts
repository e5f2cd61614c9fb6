import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { readHead } from '../../src/domain/keeping/chain-head.ts';
import type { Witness } from '../../src/store/log/verify.ts';

const head = z.object({ seq: z.int().positive(), hash: z.string().regex(/^[\da-f]{64}$/), day: z.string() });
const file = z.object({ heads: z.array(head), breaks: z.array(head) });

/** The heads of a file that a manager's screen saved, or the one that stands in the text; a sentence when it is neither. */
export function readWitnesses(text: string): readonly Witness[] | string {
  const typed = readHead(text);
  if (typed) return [{ name: 'the head that was given', ...typed }];
  try {
    const { heads, breaks } = file.parse(JSON.parse(readFileSync(text, 'utf8')));
    return [...heads, ...breaks].map(({ day, ...one }) => ({ name: `the screen on ${day}`, ...one }));
  } catch {
    return `--against takes SEQ:HASH with at least 16 digits of the hash, or a file of heads; ${text} is neither.`;
  }
}
