import type { Db } from './database.ts';

/** The running numbers of a service day: what each series gives next, how many each service has issued. */
export function dayStore(db: Db) {
  const next = db.prepare<[string, string], { n: number }>(
    'SELECT next_number AS n FROM series WHERE service_day = +? AND name = +?',
  );
  const setNext = db.prepare<[string, string, number]>(
    `INSERT INTO series (service_day, name, next_number) VALUES (?, ?, ?)
     ON CONFLICT DO UPDATE SET next_number = excluded.next_number`,
  );
  const issued = db.prepare<[string, string], { n: number }>(
    'SELECT count AS n FROM issued WHERE service_day = +? AND service_id = +?',
  );
  const addIssued = db.prepare<[string, string]>(
    `INSERT INTO issued (service_day, service_id, count) VALUES (?, ?, 1)
     ON CONFLICT DO UPDATE SET count = count + 1`,
  );
  const numbers = db.prepare<[string], { name: string; last: number }>(
    'SELECT name, next_number - 1 AS last FROM series WHERE service_day = +?',
  );
  return {
    /** The last number that each series has given in a service day. */
    lastNumbers: (serviceDay: string): Readonly<Record<string, number>> =>
      Object.fromEntries(numbers.all(serviceDay).map(({ name, last }) => [name, last])),
    nextNumber: (serviceDay: string, series: string) => next.get(serviceDay, series)?.n ?? 1,
    setNextNumber: (serviceDay: string, series: string, number: number) => void setNext.run(serviceDay, series, number),
    issued: (serviceDay: string, serviceId: string) => issued.get(serviceDay, serviceId)?.n ?? 0,
    addIssued: (serviceDay: string, serviceId: string) => void addIssued.run(serviceDay, serviceId),
  };
}
