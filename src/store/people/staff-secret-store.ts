import type { WrongPins } from '../../domain/people/wrong-pins.ts';
import type { Db } from '../database.ts';

/** What one of the staff proves themselves with: hashes of their PINs, and how often a wrong one was given. */
export interface StaffSecret {
  readonly pin: string;
  readonly secondPin: string | null;
  readonly wrongPins: WrongPins;
}

interface Row {
  readonly pin: string;
  readonly secondPin: string | null;
  readonly count: number;
  readonly waitUntilAt: number;
}

/** The PINs of the staff, hashed. It is no part of the log. */
export function staffSecretStore(db: Db) {
  const get = db.prepare<[number], Row>(
    `SELECT pin, second_pin AS secondPin, wrong_pins AS count, wait_until_at AS waitUntilAt
     FROM staff_secret WHERE staff_id = +?`,
  );
  const put = db.prepare<[number, string, string | null]>(
    `INSERT INTO staff_secret (staff_id, pin, second_pin) VALUES (?, ?, ?)
     ON CONFLICT (staff_id) DO UPDATE SET
       pin = excluded.pin, second_pin = excluded.second_pin, wrong_pins = 0, wait_until_at = 0`,
  );
  const count = db.prepare<[number, number, number]>(
    'UPDATE staff_secret SET wrong_pins = ?, wait_until_at = ? WHERE staff_id = ?',
  );
  const remove = db.prepare<[number]>('DELETE FROM staff_secret WHERE staff_id = ?');
  return {
    get(staffId: number): StaffSecret | undefined {
      const row = get.get(staffId);
      return (
        row && { pin: row.pin, secondPin: row.secondPin, wrongPins: { count: row.count, waitUntilAt: row.waitUntilAt } }
      );
    },
    /** Sets both hashes; wrong PINs are forgotten. */
    put: (staffId: number, { pin, secondPin }: Pick<StaffSecret, 'pin' | 'secondPin'>) =>
      void put.run(staffId, pin, secondPin),
    count: (staffId: number, wrong: WrongPins) => void count.run(wrong.count, wrong.waitUntilAt, staffId),
    remove: (staffId: number) => void remove.run(staffId),
  };
}
