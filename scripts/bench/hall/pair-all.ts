import type { DeviceKind } from '../../../src/domain/people/device.ts';
import { pairMachines } from '../../paired/pair-machines.ts';
import { benchCentre } from './bench-centre.ts';

/** What a machine of the bench shows: its key and its certificate (PEM). */
export interface BenchDevice {
  readonly key: string;
  readonly cert: string;
}

/** The machines of a bench by kind, and the authority that they trust. */
export interface BenchDevices {
  readonly authority: string;
  readonly operator: readonly BenchDevice[];
  readonly board: readonly BenchDevice[];
}

/** Pairs consoles (one a counter) and boards with the hub of a new folder. */
export async function pairAll(folder: string, consoles: number, boards: number): Promise<BenchDevices> {
  const machines = await pairMachines(folder, benchCentre().id, [
    ...Array.from({ length: consoles }, (_, i) => ({ kind: 'operator', place: String(i + 1) }) as const),
    ...Array.from({ length: boards }, () => ({ kind: 'board', place: null }) as const),
  ]);
  const of = (wanted: DeviceKind) => machines.filter(({ kind }) => kind === wanted);
  return { authority: machines[0]?.authority ?? '', operator: of('operator'), board: of('board') };
}
