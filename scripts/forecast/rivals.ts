import type { Knowledge } from './knowledge.ts';
import type { Picture } from './picture.ts';
import { DESKS, findWork, MINUTE, WORKS } from './world.ts';

/** A simple way to say the wait of somebody who comes now, in ms. */
export type Rival = (picture: Picture, knowledge: Knowledge) => number;

/** The works that the desks of a service's first level serve with it, and how many of these desks are open. */
function poolOf({ newcomer, desks }: Picture): { readonly works: ReadonlySet<string>; readonly open: number } {
  const pool = DESKS.flatMap(({ levels }, i) =>
    levels[0]?.includes(newcomer.work) ? [{ levels, isOpen: desks[i]?.isOpen }] : [],
  );
  return {
    works: new Set(pool.flatMap(({ levels }) => levels[0] ?? [])),
    open: Math.max(1, pool.filter((one) => one.isOpen).length),
  };
}

const ahead = ({ waiting }: Picture, works: ReadonlySet<string>): readonly string[] =>
  waiting.filter((one) => works.has(one.work)).map((one) => one.work);

const mean = (values: readonly number[]): number =>
  values.reduce((sum, one) => sum + one, 0) / Math.max(1, values.length);

/** Mean of a learned law: what a rolling mean of all that was seen gives. */
function meanOf(knowledge: Knowledge, work: string): number {
  const law = knowledge.laws[WORKS.findIndex((one) => one.id === work)];
  return law ? mean([...law.quantiles]) + law.tailMs / law.quantiles.length : 0;
}

/** What others show, each given everything that it can use. */
export const RIVALS: readonly { readonly name: string; readonly estimate: Rival }[] = [
  {
    name: 'ahead × mean ÷ counters',
    estimate(picture, knowledge) {
      const { works, open } = poolOf(picture);
      return ahead(picture, works).reduce((sum, work) => sum + meanOf(knowledge, work), 0) / open;
    },
  },
  { name: 'last to enter service (LES)', estimate: ({ lastWaits }) => lastWaits[0] ?? 0 },
  {
    name: 'head of line (HOL)',
    estimate: ({ at, waiting, newcomer }) =>
      Math.max(0, ...waiting.filter((one) => one.work === newcomer.work).map((one) => at - one.cameAt)),
  },
  {
    name: 'constant minutes per person',
    estimate: (picture) =>
      picture.waiting.filter((one) => one.work === picture.newcomer.work).length *
      Math.round(findWork(picture.newcomer.work).configuredMs / MINUTE) *
      MINUTE,
  },
  { name: 'rolling mean of 10', estimate: ({ lastWaits }) => mean(lastWaits) },
];
