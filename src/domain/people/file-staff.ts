import type { StaffRole } from './role.ts';

/** One of the staff as a centre's file names them: without PINs and cards. */
export interface FileStaff {
  readonly name: string;
  readonly role: StaffRole;
}

/** What tells two of the staff apart. */
export const plainName = (name: string): string => name.normalize('NFC').trim().toLowerCase();

/**
 * What taking the staff of a file over does: who joins, and who gets another role. Nobody leaves by it, and `by`, who
 * takes them over, stays what they are. Of two of one name in the file the first counts.
 */
export function staffChanges<Known extends FileStaff>(
  known: readonly Known[],
  file: readonly FileStaff[],
  by: string | null,
): {
  readonly joins: readonly FileStaff[];
  readonly changes: readonly { readonly of: Known; readonly role: StaffRole }[];
} {
  const byName = new Map(known.map((one) => [plainName(one.name), one]));
  const named = new Map(file.toReversed().map((one) => [plainName(one.name), one]));
  if (by !== null) named.delete(plainName(by));
  const wanted = [...named].toReversed();
  return {
    joins: wanted.flatMap(([name, one]) => (byName.has(name) ? [] : [one])),
    changes: wanted.flatMap(([name, { role }]) => {
      const of = byName.get(name);
      return of && of.role !== role ? [{ of, role }] : [];
    }),
  };
}
