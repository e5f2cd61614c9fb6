import type { WrongPins } from '../../domain/people/wrong-pins.ts';
import type { Db } from '../database.ts';

/** What one of the staff proves themselves with: hashes of their PINs, and how often a wrong one was given. */
export interface StaffSecret {
  readonly pin: string;
  readonly secondPin: string | null;
  /** Somebody else chose them: their owner has to take others. */
  readonly isSetByOther: boolean;
  readonly wrongPins: WrongPins;
}

interface Row {
  readonly pin: string;
  readonly secondPin: string | null;
  readonly isSetByOther: 0 | 1;
  readonly count: number;
  readonly waitUntilAt: number;
}

/** The PINs of the staff, hashed. It is no part of the log. */
export function staffSecretStore(db: Db) {
  const get = db.prepare<[number], Row>(
    `SELECT pin, second_pin AS secondPin, is_set_by_other AS isSetByOther, wrong_pins AS count, wait_until_at AS waitUntilAt
     FROM staff_secret WHERE staff_id = +?`,
  );
  const put = db.prepare<[number, string, string | null, number]>(
    `INSERT INTO staff_secret (staff_id, pin, second_pin, is_set_by_other) VALUES (?, ?, ?, ?)
     ON CONFLICT (staff_id) DO UPDATE SET
       pin = excluded.pin, second_pin = excluded.second_pin, is_set_by_other = excluded.is_set_by_other, wrong_pins = 0, wait_until_at = 0`,
  );
  const count = db.prepare<[number, number, number]>(
    'UPDATE staff_secret SET wrong_pins = ?, wait_until_at = ? WHERE staff_id = ?',
  );
  const remove = db.prepare<[number]>('DELETE FROM staff_secret WHERE staff_id = ?');
  return {
    get(staffId: number): StaffSecret | undefined {
      const row = get.get(staffId);
      if (!row) return undefined;
      const { count: wrong, waitUntilAt, isSetByOther, ...pins } = row;
      return { ...pins, isSetByOther: isSetByOther === 1, wrongPins: { count: wrong, waitUntilAt } };
    },
    /** Sets both hashes; wrong PINs are forgotten. */
    put: (staffId: number, { pin, secondPin, isSetByOther }: Omit<StaffSecret, 'wrongPins'>) =>
      void put.run(staffId, pin, secondPin, Number(isSetByOther)),
    count: (staffId: number, wrong: WrongPins) => void count.run(wrong.count, wrong.waitUntilAt, staffId),
    remove: (staffId: number) => void remove.run(staffId),
  };
}
