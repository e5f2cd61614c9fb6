import { accept, refuse } from '../../domain/decision.ts';
import { labelOf } from '../../domain/numbering.ts';
import { readCnic } from '../../domain/person/cnic.ts';
import type { AnswerOf } from '../../protocol/answers/answers.ts';
import type { Person } from '../../store/bookings/person-store.ts';
import type { Store } from '../../store/store.ts';
import type { Handler } from '../commands/handler.ts';
import { log } from '../context.ts';
import { cnicMacOf } from '../people/identify.ts';

/** As many of each as a manager is shown. */
const MOST_SHOWN = 100;

function personOf({ persons, personKey }: Pick<Store, 'persons' | 'personKey'>, text: string): Person | undefined {
  const cnic = readCnic(text);
  return cnic === undefined ? undefined : persons.byCnic(cnicMacOf(personKey, cnic));
}

/** Everything that is held of a citizen; undefined when nothing is. */
export function subjectOf(
  store: Pick<Store, 'persons' | 'personKey' | 'keeping'>,
  text: string,
): AnswerOf<'findSubject'> | undefined {
  const person = personOf(store, text);
  if (!person) return undefined;
  const { tokens, bookings, applications } = store.keeping.heldOf(person.id, MOST_SHOWN);
  return {
    name: person.name,
    hasPhone: person.phoneMac !== null,
    tokens: tokens.map(({ serviceDay, serviceId, ...label }) => ({ label: labelOf(label), serviceDay, serviceId })),
    bookings: bookings.map((one) => ({ ...one })),
    applications: applications.map((one) => ({ ...one })),
  };
}

/** Forgets who a citizen is. What they came for stays in the log, and leads to nobody any more. */
export const eraseSubjectCommand: Handler<'eraseSubject'> = (context, { cnic }) => {
  const person = personOf(context.store, cnic);
  if (!person) return refuse('unknownSubject');
  context.store.persons.erase(person.id);
  log(context, 'eraseSubject', null, { about: { personId: person.id } });
  return accept({});
};
