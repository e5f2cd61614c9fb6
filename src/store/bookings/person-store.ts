import type { Db } from '../database.ts';

/** A citizen by keyed hashes (hex) of their numbers. `name` is what a booking said. */
export interface Person {
  readonly id: string;
  readonly cnicMac: string;
  readonly phoneMac: string | null;
  readonly name: string | null;
}

/** The citizens of a store. It is no part of the log, and can be emptied. */
export function personStore(db: Db) {
  const fields = 'id, cnic_mac AS cnicMac, phone_mac AS phoneMac, name';
  const byId = db.prepare<[string], Person>(`SELECT ${fields} FROM person WHERE id = +?`);
  const byCnic = db.prepare<[string], Person>(`SELECT ${fields} FROM person WHERE cnic_mac = +?`);
  const byPhone = db.prepare<[string], Person>(`SELECT ${fields} FROM person WHERE phone_mac = +?`);
  const put = db.prepare<[string, string, string | null, string | null]>(
    `INSERT INTO person (id, cnic_mac, phone_mac, name) VALUES (?, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET phone_mac = excluded.phone_mac, name = excluded.name`,
  );
  const erase = db.prepare<[string]>('DELETE FROM person WHERE id = ?');
  return {
    /** Forgets a citizen: nothing that is known of them is left, and their number leads to nobody. */
    erase: (id: string) => void erase.run(id),
    get: (id: string) => byId.get(id),
    byCnic: (cnicMac: string) => byCnic.get(cnicMac),
    byPhone: (phoneMac: string): readonly Person[] => byPhone.all(phoneMac),
    put: ({ id, cnicMac, phoneMac, name }: Person) => void put.run(id, cnicMac, phoneMac, name),
  };
}
