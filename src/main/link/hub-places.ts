import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { type Era, mayListen } from '../../domain/era.ts';
import type { Pairing } from '../../hub/paired/pair.ts';
import { writeWhole } from '../../store/files/write-whole.ts';

const kept = z.object({
  url: z.string(),
  standbys: z.array(z.string().regex(/^https:\/\/[\w.-]+:\d{1,5}$/)).max(8),
  era: z.object({ hubId: z.string(), epoch: z.int(), seal: z.string() }).nullable(),
});
type Kept = z.infer<typeof kept>;

function read(file: string): Kept | undefined {
  try {
    return kept.safeParse(JSON.parse(readFileSync(file, 'utf8'))).data;
  } catch {
    return undefined;
  }
}

/**
 * Where the hub of a paired machine may be: where it was found last, and where its standbys would be once one of them has
 * taken over. Kept on this machine's disk, with the latest epoch that it has seen.
 */
export function hubPlaces(file: string, pairing: Pairing) {
  const before = read(file);
  let state: Kept = before ?? { url: pairing.url, standbys: [], era: null };
  let tried = 0;
  const all = (): readonly string[] => [...new Set([state.url, pairing.url, ...state.standbys])];
  const keep = (change: Partial<Kept>): void => {
    const next = { ...state, ...change };
    if (JSON.stringify(next) !== JSON.stringify(state)) writeWhole(file, `${JSON.stringify(next)}\n`);
    state = next;
  };
  const url = (): string => all()[tried % all().length] ?? pairing.url;
  return {
    /** The pairing, with the address that is tried now. */
    pairing: (): Pairing => ({ ...pairing, url: url() }),
    era: (): Era | undefined => state.era ?? undefined,
    /** No hub was found there: the next place is tried. */
    next: (): void => void (tried += 1),
    /** A hub has answered there. Gives whether it may be listened to: one of an earlier epoch may not. */
    meet(era: Era, standbys: readonly string[]): boolean {
      if (!mayListen(state.era ?? undefined, era)) return false;
      const found = url();
      keep({ url: found, standbys: [...standbys], era });
      tried = all().indexOf(found);
      return true;
    },
  };
}

export type HubPlaces = ReturnType<typeof hubPlaces>;
