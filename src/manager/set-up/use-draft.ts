import { createContext, use } from 'react';
import type { CentreFile } from '../../protocol/centre-file.ts';
import type { FileFault } from '../../protocol/set-up/file-faults.ts';
import { isUnder, type Path, valueAt, withValueAt } from './draft/path.ts';

/** A centre file that is being filled in, with what is wrong with it as it stands. */
export interface Filling {
  readonly file: CentreFile;
  readonly faults: readonly FileFault[];
  readonly change: (make: (file: CentreFile) => CentreFile) => void;
}

export const FillingContext = createContext<Filling | undefined>(undefined);

export function useFilling(): Filling {
  const filling = use(FillingContext);
  if (!filling) throw new Error('No centre file around this field.');
  return filling;
}

/** One value of the file: what it is, what is wrong with it, and how it is changed. */
export function useValue<Value>(path: Path) {
  const { file, faults, change } = useFilling();
  return {
    value: valueAt(file, path) as Value | undefined,
    fault: faults.find((one) => one.path.length === path.length && isUnder(one.path, path)),
    set: (value: Value | undefined) => change((before) => withValueAt(before, path, value)),
  };
}

/** How many faults there are at a path and under it. */
export const useFaultCount = (path: Path): number =>
  useFilling().faults.filter((one) => isUnder(one.path, path)).length;
