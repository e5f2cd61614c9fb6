import type { Broken, Change, Given, LeaseFields, Read } from './evidence.ts';

const nameOf = ({ serviceDay, series, number }: Partial<Given>): string => `${serviceDay} ${series}-${number}`;

/** I1: a number of a series is given once a service day, also as a second label. */
export function numbersGivenTwice({ changes }: Read): readonly Broken[] {
  const seen = new Set<number>();
  const given = new Set<string>();
  const broken: Broken[] = [];
  const give = (name: string): void => {
    if (given.has(name)) broken.push({ invariant: 'I1', what: `${name} was given twice` });
    given.add(name);
  };
  for (const { tokens = [], alias } of changes) {
    for (const token of tokens) {
      if (!seen.has(token.id)) give(nameOf(token));
      seen.add(token.id);
    }
    if (alias) give(nameOf(alias));
  }
  return broken;
}

/** I9: what a kiosk gave alone lies in the block that was leased to that machine, and no two blocks share a number. */
export function numbersOutsideLeases({ events, changes }: Read): readonly Broken[] {
  const leases = new Map<number, LeaseFields>();
  const broken: Broken[] = [];
  changes.forEach((change, at) => {
    if (change.lease) leases.set(change.lease.id, change.lease);
    if (change.about?.merged !== true || liesIn(leases, change, events[at]?.device ?? '')) return;
    broken.push({ invariant: 'I9', what: `${nameOf(change.tokens?.[0] ?? {})} lies in no lease of its machine` });
  });
  return [...broken, ...overlaps([...leases.values()])];
}

function liesIn(leases: ReadonlyMap<number, LeaseFields>, { about, tokens }: Change, device: string): boolean {
  const lease = leases.get(about?.leaseId ?? 0);
  const number = tokens?.[0]?.number ?? 0;
  if (!lease || !device.endsWith(`#${lease.deviceId}`)) return false;
  return number >= lease.firstNumber && number <= lease.lastNumber;
}

function overlaps(leases: readonly LeaseFields[]): readonly Broken[] {
  const byKiosk = Map.groupBy(leases, ({ serviceDay, kioskId }) => `${serviceDay} kiosk ${kioskId}`);
  return [...byKiosk].flatMap(([name, blocks]) => {
    const sorted = blocks.toSorted((a, b) => a.firstNumber - b.firstNumber);
    const isOver = sorted.some((one, at) => one.firstNumber <= (sorted[at - 1]?.lastNumber ?? 0));
    return isOver ? [{ invariant: 'I9', what: `blocks of ${name} share numbers` }] : [];
  });
}
