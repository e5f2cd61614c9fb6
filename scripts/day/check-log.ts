import Database from 'better-sqlite3';

/** What a walk along the event log found; it shares no code with the hub. */
export interface LogCheck {
  readonly events: number;
  readonly tokens: number;
  readonly calls: number;
  readonly noShows: number;
  readonly doubleNumbers: number;
  readonly faults: readonly string[];
}

interface TokenNow {
  readonly id: number;
  readonly serviceDay?: string;
  readonly series?: string;
  readonly number?: number;
  readonly state?: string;
  readonly counterId?: number | null;
}

const LEGAL: Readonly<Record<string, readonly string[]>> = {
  '-': ['waiting'],
  waiting: ['waiting', 'called', 'parked', 'left', 'carriedOver'],
  called: ['called', 'serving', 'waiting', 'parked', 'noShow', 'left', 'done'],
  serving: ['serving', 'done', 'waiting', 'parked'],
  parked: ['parked', 'called', 'waiting', 'left', 'carriedOver'],
  noShow: ['waiting', 'called'],
  done: ['waiting'],
  carriedOver: ['carriedOver', 'waiting', 'left'],
  left: [],
};

/** Only an undo brings back somebody who has walked on to a next queue, or whose visit was over. */
const isLegal = (kind: string, from: string, to: string): boolean =>
  LEGAL[from]?.includes(to) === true ||
  (kind === 'undo' && (from === 'waiting' || from === 'done') && (to === 'serving' || to === 'called'));

interface Row {
  seq: number;
  kind: string;
  payload: string;
}

/** Walks the log from the first event on and holds what must always be true of tokens and counters. */
export function checkLog(file: string): LogCheck {
  const db = new Database(file, { readonly: true });
  const faults: string[] = [];
  const tokens = new Map<number, TokenNow>();
  const numbers = new Set<string>();
  const counts = { events: 0, calls: 0, noShows: 0, doubleNumbers: 0 };

  function see(row: Row, patch: TokenNow): void {
    const before = tokens.get(patch.id);
    const after = { ...before, ...patch };
    const from = before?.state ?? '-';
    const to = after.state ?? '-';
    if (!isLegal(row.kind, from, to)) faults.push(`event ${row.seq}: token ${patch.id} went from ${from} to ${to}`);
    if (!before) {
      const number = `${after.serviceDay} ${after.series}-${after.number}`;
      if (numbers.has(number)) counts.doubleNumbers += 1;
      numbers.add(number);
    }
    tokens.set(patch.id, after);
  }

  const heldAt = new Map<number, number>();
  function seeOpen(row: Row, id: number): void {
    const token = tokens.get(id);
    const isOpen = token?.state === 'called' || token?.state === 'serving';
    for (const [counter, held] of heldAt) if (held === id) heldAt.delete(counter);
    if (!isOpen) return;
    const counter = Number(token.counterId);
    if (heldAt.has(counter)) faults.push(`event ${row.seq}: counter ${counter} holds two open tokens`);
    heldAt.set(counter, id);
  }

  for (const row of db.prepare<[], Row>('SELECT seq, kind, payload FROM event ORDER BY seq').iterate()) {
    counts.events += 1;
    if (row.seq !== counts.events) faults.push(`event ${counts.events} is missing`);
    if (row.kind === 'call' || row.kind === 'jump') counts.calls += 1;
    if (row.kind === 'markNoShow') counts.noShows += 1;
    const patches = (JSON.parse(row.payload) as { tokens?: TokenNow[] }).tokens ?? [];
    for (const patch of patches) {
      see(row, patch);
      seeOpen(row, patch.id);
    }
  }
  db.close();
  return { ...counts, tokens: tokens.size, faults };
}

/** A reply as it is stored: the hub that gives it says its epoch beside it. */
const withoutEpoch = (reply: unknown): object =>
  Object.fromEntries(Object.entries(Object(reply) as object).filter(([name]) => name !== 'epoch'));

/** Acknowledged commands that the store does not hold with the very reply that was given. */
export function lostCommands(file: string, acknowledged: readonly { id: string; reply: unknown }[]): readonly string[] {
  const db = new Database(file, { readonly: true });
  const find = db.prepare<[string], { reply: string }>('SELECT reply FROM command WHERE id = ?');
  const lost = acknowledged.filter(({ id, reply }) => {
    const stored = find.get(id)?.reply;
    return stored === undefined || JSON.stringify(JSON.parse(stored)) !== JSON.stringify(withoutEpoch(reply));
  });
  db.close();
  return lost.map(({ id }) => id);
}

/** Waits until the last call, by service, in minutes: how many, the median, and what nine in ten did not pass. */
export function waitsByService(file: string): readonly { service: string; count: number; p50: number; p90: number }[] {
  const db = new Database(file, { readonly: true });
  const rows = db
    .prepare<[], { service: string; waited: number }>(
      'SELECT service_id AS service, waited_ms AS waited FROM token WHERE waited_ms IS NOT NULL ORDER BY service_id, waited_ms',
    )
    .all();
  db.close();
  const byService = Map.groupBy(rows, (row) => row.service);
  return [...byService].map(([service, list]) => {
    const at = (share: number) =>
      (list[Math.min(list.length - 1, Math.floor(share * list.length))]?.waited ?? 0) / 60_000;
    return { service, count: list.length, p50: at(0.5), p90: at(0.9) };
  });
}
