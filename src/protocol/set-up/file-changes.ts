/** A value of a centre file. */
export type FileValue =
  | string
  | number
  | boolean
  | null
  | readonly FileValue[]
  | { readonly [name: string]: FileValue };

/**
 * One thing that is otherwise in another version of a centre file: where, and what stood and stands there. Entries of a
 * list are named by their id, the order of a list is at `#order`. `null`: nothing stood or stands there.
 */
export interface FileChange {
  readonly path: readonly string[];
  readonly before: FileValue;
  readonly after: FileValue;
}

/** Where the order of a list's entries stands in a path. */
export const ORDER = '#order';

type Item = { readonly [name: string]: FileValue };
const isItem = (value: FileValue | undefined): value is Item =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const same = (a: FileValue | undefined, b: FileValue | undefined): boolean => JSON.stringify(a) === JSON.stringify(b);

const keyOf = (item: FileValue): string | undefined => {
  const key = isItem(item) ? (item['id'] ?? item['stage']) : undefined;
  return typeof key === 'string' || typeof key === 'number' ? String(key) : undefined;
};

/** A list whose entries have ids, as a map in their order; undefined for any other value. */
function entriesOf(value: FileValue | undefined): ReadonlyMap<string, FileValue> | undefined {
  if (!Array.isArray(value)) return undefined;
  const entries = (value as readonly FileValue[]).map((item) => [keyOf(item), item] as const);
  return entries.every((one): one is readonly [string, FileValue] => one[0] !== undefined)
    ? new Map(entries)
    : undefined;
}

function compare(path: readonly string[], before: FileValue | undefined, after: FileValue | undefined): FileChange[] {
  if (same(before, after)) return [];
  const [old, now] = [entriesOf(before), entriesOf(after)];
  if (old && now && old.size + now.size > 0) {
    const [from, to] = [[...old.keys()], [...now.keys()]];
    const order = same(from, to) ? [] : [{ path: [...path, ORDER], before: from, after: to }];
    return [...new Set([...from, ...to])]
      .flatMap((key) => compare([...path, key], old.get(key), now.get(key)))
      .concat(order);
  }
  if (isItem(before) && isItem(after)) {
    const names = new Set([...Object.keys(before), ...Object.keys(after)]);
    return [...names].flatMap((name) => compare([...path, name], before[name], after[name]));
  }
  return [{ path, before: before ?? null, after: after ?? null }];
}

/** What is otherwise in `after`, a thing at a time. */
export const fileChanges = (before: FileValue, after: FileValue): readonly FileChange[] => compare([], before, after);

/** What stands at a path; undefined where nothing does. */
function valueAt(value: FileValue | undefined, path: readonly string[]): FileValue | undefined {
  const [name, ...rest] = path;
  if (name === undefined) return value;
  const entries = entriesOf(value);
  if (name === ORDER) return entries && [...entries.keys()];
  return valueAt(entries ? entries.get(name) : isItem(value) ? value[name] : undefined, rest);
}

/** The keys of a list in a wanted order, those that it does not name where they were, at the end. */
const inOrder = (keys: readonly string[], wanted: readonly string[]): readonly string[] => [
  ...wanted.filter((key) => keys.includes(key)),
  ...keys.filter((key) => !wanted.includes(key)),
];

/** The value with another one at a path; `null` takes away what is there. */
function withValue(value: FileValue | undefined, path: readonly string[], put: FileValue): FileValue {
  const [name, ...rest] = path;
  if (name === undefined) return put;
  const entries = entriesOf(value);
  if (entries && name === ORDER)
    return inOrder([...entries.keys()], put as string[]).map((key) => entries.get(key) ?? null);
  const known = entries ?? new Map(Object.entries(isItem(value) ? value : {}));
  const next = new Map(known);
  if (rest.length === 0 && put === null) next.delete(name);
  else next.set(name, withValue(known.get(name), rest, put));
  return entries ? [...next.values()] : Object.fromEntries(next);
}

/** The changes that no longer stand as they were made: somebody has changed them since. */
export const movedSince = (file: FileValue, changes: readonly FileChange[]): readonly FileChange[] =>
  changes.filter(({ path, after }) => path.at(-1) !== ORDER && !same(valueAt(file, path) ?? null, after));

/** The file without those changes. Ask `movedSince` first: what was changed since is put back too. */
export const revert = (file: FileValue, changes: readonly FileChange[]): FileValue =>
  changes.reduce<FileValue>((done, { path, before }) => withValue(done, path, before), file);

/** The file with those changes made on it, whatever else is otherwise in it. */
export const withChanges = (file: FileValue, changes: readonly FileChange[]): FileValue =>
  changes.reduce<FileValue>((done, { path, after }) => withValue(done, path, after), file);
