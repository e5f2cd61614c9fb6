/** Services by the order in which a counter asks for them. */
export type Levels = readonly (readonly string[])[];

/** The levels with a service in another one, or in none; a level that is empty then goes, one that is missing comes. */
export function levelsWith(levels: Levels, service: string, level: number | undefined): Levels {
  const others = levels.map((one) => one.filter((id) => id !== service));
  const count = Math.max(others.length, (level ?? 0) + 1);
  const placed = Array.from({ length: count }, (_, place) => [
    ...(others[place] ?? []),
    ...(place === level ? [service] : []),
  ]);
  return placed.filter((one) => one.length > 0);
}
