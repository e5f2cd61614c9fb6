import { createHmac, randomUUID } from 'node:crypto';
import { readCnic } from '../../domain/person/cnic.ts';
import { accept, type Decision, refuse } from '../../domain/decision.ts';
import type { Store } from '../../store/store.ts';

type PersonStore = Pick<Store, 'persons' | 'personKey'>;

/** A citizen by random id. `keep` writes down who that is; call it once the rules have said yes. */
export interface Identified {
  readonly personId: string;
  readonly keep: () => void;
}

export const cnicMacOf = (key: Buffer, cnic: string): string =>
  createHmac('sha256', key).update(`cnic:${cnic}`).digest('hex');
export const phoneMacOf = (key: Buffer, phone: string): string =>
  createHmac('sha256', key).update(`phone:${phone}`).digest('hex');

/** The citizen with that CNIC, as it was typed or scanned; a new one where none is known. */
export function identify({ persons, personKey }: PersonStore, text: string): Decision<Identified> {
  const cnic = readCnic(text);
  if (cnic === undefined) return refuse('badIdentity');
  const cnicMac = cnicMacOf(personKey, cnic);
  const known = persons.byCnic(cnicMac);
  if (known) return accept({ personId: known.id, keep: () => undefined });
  const personId = randomUUID();
  return accept({ personId, keep: () => persons.put({ id: personId, cnicMac, phoneMac: null, name: null }) });
}
