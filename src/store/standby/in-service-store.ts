import type { Db } from '../database.ts';

/** A set of screens in service: the event that began it, and how far a standby was known to have come then. */
export interface InService {
  readonly seq: number;
  readonly devices: readonly number[];
  readonly confirmedSeq: number;
}

type Row = Omit<InService, 'devices'> & { readonly devices: string };

/** The screens in service, as they changed. */
export function inServiceStore(db: Db) {
  const columns = 'seq, devices, confirmed_seq AS confirmedSeq';
  const add = db.prepare<[number, string, number]>(
    'INSERT INTO in_service (seq, devices, confirmed_seq) VALUES (?, ?, ?)',
  );
  const newest = db.prepare<[], Row>(`SELECT ${columns} FROM in_service ORDER BY seq DESC LIMIT 1`);
  const upTo = db.prepare<[number], { seq: number | null }>('SELECT max(seq) AS seq FROM in_service WHERE seq <= +?');
  const since = db.prepare<[number], Row>(`SELECT ${columns} FROM in_service WHERE seq >= +? ORDER BY seq`);
  const fromRow = (row: Row): InService => ({ ...row, devices: JSON.parse(row.devices) as number[] });
  // Asked for with every command, and changed once in a while.
  let last: { readonly set: InService | undefined } | undefined;
  function newestSet(): InService | undefined {
    const row = last ? undefined : newest.get();
    last ??= { set: row && fromRow(row) };
    return last.set;
  }
  return {
    add({ seq, devices, confirmedSeq }: InService): void {
      add.run(seq, JSON.stringify(devices), confirmedSeq);
      last = undefined;
    },
    /** What was added last is gone with its transaction. */
    forget: (): void => void (last = undefined),
    newest: newestSet,
    /** Every set that somebody may go by who has the log up to that event: the one of then, and all after it. */
    since(seq: number): readonly InService[] {
      const set = newestSet();
      if (!set || set.seq <= seq) return set ? [set] : [];
      return since.all(upTo.get(seq)?.seq ?? 0).map(fromRow);
    },
  };
}
