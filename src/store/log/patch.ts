import type { Patch } from './event.ts';

/** The fields of a row that have another value than before; the whole row when there was none. Arrays count by content. */
export function patchOf<Row extends { readonly id: number }>(before: Row | undefined, after: Row): Patch<Row> {
  if (!before) return after;
  const changed = Object.entries(after).filter(
    ([field, value]) => JSON.stringify(value) !== JSON.stringify(before[field as keyof Row]),
  );
  return { ...(Object.fromEntries(changed) as Partial<Row>), id: after.id };
}
