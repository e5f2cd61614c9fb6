import { join } from 'node:path';
import Database from 'better-sqlite3';
import { decodeEscpos } from '../../tests/support/devices/escpos-decoder.ts';
import type { Broken } from '../../tests/faults/checker/evidence.ts';

/** How many slips of kiosk 1 have which end. */
export type SlipEnds = Readonly<Record<'queued' | 'confirmed' | 'notSent' | 'uncertain', number>>;

/** What a store knows of the slips of kiosk 1. */
export function slipEnds(folder: string): SlipEnds {
  const db = new Database(join(folder, 'markaz.db'), { readonly: true });
  const rows = db
    .prepare<[], { outcome: string; n: number }>(
      'SELECT outcome, count(*) AS n FROM slip WHERE kiosk_id = 1 GROUP BY 1',
    )
    .all();
  db.close();
  const count = (outcome: string): number => rows.find((row) => row.outcome === outcome)?.n ?? 0;
  return {
    queued: count('queued'),
    confirmed: count('confirmed'),
    notSent: count('notSent'),
    uncertain: count('uncertain'),
  };
}

const CUT = Buffer.from([0x1d, 0x56, 0x01]);

/** The slips of a paper, each up to its cut. No two are alike: each carries a number, and a copy says that it is one. */
function slipsOn(paper: Buffer): readonly string[] {
  const slips: string[] = [];
  let from = 0;
  for (let at = paper.indexOf(CUT); at !== -1; at = paper.indexOf(CUT, from)) {
    slips.push(paper.subarray(from, at).toString('latin1'));
    from = at + CUT.length;
  }
  return slips;
}

/** I11 on paper: every slip that is confirmed came out, none but those that are uncertain beside them, and none twice. */
export function paperBroken({ confirmed, uncertain }: SlipEnds, paper: Buffer): readonly Broken[] {
  const slips = slipsOn(paper);
  const { cuts } = decodeEscpos(paper);
  const twice = slips.length - new Set(slips).size;
  const isAsKnown = cuts >= confirmed && cuts <= confirmed + uncertain;
  return [
    ...(twice === 0 ? [] : [`${twice} slips came out twice`]),
    ...(isAsKnown ? [] : [`${cuts} slips came out; ${confirmed} are confirmed, ${uncertain} uncertain`]),
  ].map((what) => ({ invariant: 'I11', what }));
}
