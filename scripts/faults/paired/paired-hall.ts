import { freePort } from '../../free-port.ts';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import Database from 'better-sqlite3';
import { checkCentre } from '../../../tests/faults/checker/check-centre.ts';
import type { Acknowledged, Broken } from '../../../tests/faults/checker/evidence.ts';
import { type Machine, type MachineWish, pairMachines } from '../../paired/pair-machines.ts';
import { forkChild } from '../children.ts';
import { type Place, within } from '../network/link.ts';

const CENTRE = join(import.meta.dirname, '../centre.yaml');

/** Where a hub listens beside its network: to its own machine, to phones, to programs. */
interface Beside {
  readonly url: string;
  readonly citizenPort: number;
  readonly apiUrl: string;
}

interface Ended {
  readonly acknowledged?: readonly Acknowledged[];
  readonly isEnded?: boolean;
}

export interface HallWish {
  readonly machines: readonly MachineWish[];
  /** Where the printer of kiosk 1 is; a preview else. */
  readonly printer?: string;
  /** Where on the network the hub stands. */
  readonly place?: Place | undefined;
}

/** A hub on a network with machines that are paired with it, in a folder of its own. It is not started yet. */
export async function pairedHall(folder: string, { machines: wishes, printer, place }: HallWish) {
  const data = join(folder, 'data');
  mkdirSync(data, { recursive: true });
  const centreFile = join(folder, 'centre.yaml');
  const text = readFileSync(CENTRE, 'utf8');
  writeFileSync(centreFile, printer === undefined ? text : text.replace('printer: preview', `printer: '${printer}'`));
  const machines = await pairMachines(data, 'faults', wishes);
  const [host, port] = [place?.address ?? '127.0.0.1', await freePort()];
  let child: ChildProcess | undefined;
  let beside: Beside | undefined;
  return {
    data,
    host,
    port,
    url: `https://${host}:${port}`,
    machines,
    /** Writes what a machine keeps of its pairing, for a process of its own. The hub may be found by another address. */
    pairingFile(machine: Machine | undefined, url = `https://${host}:${port}`): string {
      const file = join(folder, `pairing-${machine?.deviceId}.json`);
      writeFileSync(file, JSON.stringify({ ...machine, url }), { mode: 0o600 });
      return file;
    },
    /** `unbounded`: whatever one machine may ask. */
    async start(limits: 'bounded' | 'unbounded' = 'bounded'): Promise<ChildProcess> {
      const script = resolve(import.meta.dirname, 'hub-process.ts');
      child = forkChild(script, [data, host, String(port), centreFile, limits], { silent: true, ...within(place) });
      let errors = '';
      child.stderr?.on('data', (piece: Buffer) => (errors += piece.toString()));
      const told = await Promise.race([once(child, 'message'), once(child, 'exit').then(() => undefined)]);
      if (!told) throw new Error(`The hub did not start: ${errors}`);
      [beside] = told as [Beside];
      return child;
    },
    /** Where it listens, once it is started. */
    beside(): Beside {
      if (!beside) throw new Error('The hub is not started.');
      return beside;
    },
    /** What the checker finds in its store, after what was answered. `isEnded`: whether the hub had settled what it had begun. */
    found({ acknowledged = [], isEnded = true }: Ended = {}): readonly Broken[] {
      const chainKey = readFileSync(join(data, 'keys', 'chain.key'), 'utf8').trim();
      return checkCentre({ storeFile: join(data, 'markaz.db'), chainKey, acknowledged }, isEnded);
    },
    /** How often each label stands in its store. */
    labels(): ReadonlyMap<string, number> {
      const db = new Database(join(data, 'markaz.db'), { readonly: true });
      const rows = db
        .prepare<[], { label: string; n: number }>(
          "SELECT series || '-' || printf('%03d', number) AS label, count(*) AS n FROM token GROUP BY 1",
        )
        .all();
      db.close();
      return new Map(rows.map(({ label, n }) => [label, n]));
    },
  };
}

export type PairedHall = Awaited<ReturnType<typeof pairedHall>>;

/** Labels that a citizen holds on paper and the store does not have once each. */
export function labelsLost(hall: PairedHall, given: readonly string[]): readonly Broken[] {
  const labels = hall.labels();
  const twice = given.filter((label, at) => given.indexOf(label) !== at);
  return [
    ...given
      .filter((label) => labels.get(label) !== 1)
      .map((label) => ({ invariant: 'I2', what: `${label} was given and is lost` })),
    ...twice.map((label) => ({ invariant: 'I1', what: `${label} was given to two` })),
  ];
}
