import { randomFrom } from '../../src/domain/random.ts';
import { DISCIPLINES } from './disciplines.ts';
import { play } from './play.ts';
import { type DayLaw, drawDay, STEEP_SHAPE, USUAL_SHAPE } from './study-day.ts';

/** What one discipline did over all days of one law. Minutes; `lateness` is from slot to call. */
interface Outcome {
  readonly walkIns: readonly number[];
  readonly elders: readonly number[];
  readonly lateness: readonly number[];
}

export interface Row {
  readonly law: string;
  readonly load: number;
  readonly share: number;
  readonly discipline: string;
  readonly walkInP50: number;
  readonly walkInP90: number;
  /** Of the walk-ins' p90, against first come, first served on the same days; 0.2 is a fifth more. */
  readonly growth: number;
  readonly elderP90: number;
  /** Minutes from slot to call that nine of ten appointments stay within. */
  readonly latenessP90: number;
  readonly longest: number;
}

const quantile = (values: readonly number[], share: number): number =>
  values.toSorted((a, b) => a - b)[Math.ceil(share * values.length) - 1] ?? Number.NaN;

function outcomeOf(law: DayLaw, days: number, seed: number, fresh: (typeof DISCIPLINES)[number]['fresh']): Outcome {
  const outcome = { walkIns: [] as number[], elders: [] as number[], lateness: [] as number[] };
  for (let day = 0; day < days; day += 1) {
    const citizens = drawDay(law, randomFrom(seed * 1_000_003 + day * 7919));
    const calledAt = play(citizens, law.counters, fresh());
    for (const { id, kind, arrivesAt, slotAt } of citizens) {
      const at = calledAt[id] ?? Number.NaN;
      if (slotAt !== null) outcome.lateness.push(at - slotAt);
      else (kind === 'elder' ? outcome.elders : outcome.walkIns).push(at - arrivesAt);
    }
  }
  return outcome;
}

function rowsOf(name: string, law: DayLaw, days: number, seed: number): readonly Row[] {
  let baseP90 = Number.NaN;
  return DISCIPLINES.map(({ name: discipline, fresh }, place) => {
    const { walkIns, elders, lateness } = outcomeOf(law, days, seed, fresh);
    const walkInP90 = quantile(walkIns, 0.9);
    if (place === 0) baseP90 = walkInP90;
    return {
      law: name,
      load: law.load,
      share: law.share,
      discipline,
      walkInP50: quantile(walkIns, 0.5),
      walkInP90,
      growth: walkInP90 / baseP90 - 1,
      elderP90: quantile(elders, 0.9),
      latenessP90: quantile(lateness, 0.9),
      longest: [...walkIns, ...elders].reduce((most, wait) => Math.max(most, wait), 0),
    };
  });
}

const USUAL: Omit<DayLaw, 'load' | 'share'> = { counters: 4, noShow: 0, shape: USUAL_SHAPE };

/** Every law with every discipline, each over `days` days that are the same for all disciplines. */
export function study(days: number, seed: number): readonly Row[] {
  const usual = [0.85, 0.95].flatMap((load) =>
    [0.1, 0.2, 0.3, 0.4].flatMap((share) => rowsOf('usual day', { ...USUAL, load, share }, days, seed)),
  );
  const steep = { ...USUAL, load: 0.85, share: 0.2, shape: STEEP_SHAPE };
  const absent = { ...USUAL, load: 0.85, share: 0.2, noShow: 0.2 };
  return [...usual, ...rowsOf('steep morning', steep, days, seed), ...rowsOf('a fifth stay away', absent, days, seed)];
}

/** The two promises that the rule is held to, at a fifth booked and 85 % load. */
export const GOALS = { latenessP90: 10, growth: 0.2 } as const;

/** The row that the goals are about. */
export function goalRow(rows: readonly Row[]): Row {
  const row = rows.find(
    ({ law, load, share, discipline }) =>
      law === 'usual day' && load === 0.85 && share === 0.2 && discipline.startsWith('ours'),
  );
  if (!row) throw new Error('The study has no row for its goals.');
  return row;
}
