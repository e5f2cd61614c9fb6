import type { CentreFile } from '../../../protocol/centre-file.ts';

/** Where a value stands in a centre file: names of fields, places in lists. */
export type Path = readonly (string | number)[];

type Node = Readonly<Record<string | number, unknown>> | readonly unknown[] | undefined;

/** What stands there; undefined where nothing does. */
export const valueAt = (file: CentreFile, path: Path): unknown =>
  path.reduce<unknown>((node, name) => (node as Readonly<Record<string, unknown>> | undefined)?.[name], file);

function put(node: Node, [name, ...rest]: Path, value: unknown): unknown {
  if (name === undefined) return value;
  const next = put((node as Readonly<Record<string, unknown>> | undefined)?.[name] as Node, rest, value);
  if (Array.isArray(node)) return (node as readonly unknown[]).with(Number(name), next);
  const fields = (node ?? {}) as Readonly<Record<string, unknown>>;
  if (next !== undefined) return { ...fields, [name]: next };
  const { [name]: _, ...others } = fields;
  return others;
}

/** The file with another value there; `undefined` takes a field away. */
export const withValueAt = (file: CentreFile, path: Path, value: unknown): CentreFile =>
  put(file as unknown as Node, path, value) as CentreFile;

/** Whether a path is the other one, or leads further into it. */
export const isUnder = (path: Path, above: Path): boolean =>
  above.every((name, place) => String(path[place]) === String(name));
