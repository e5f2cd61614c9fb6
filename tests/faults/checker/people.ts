import type { Broken, Read } from './evidence.ts';

// Not within a hash, in which thirteen digits may stand by chance.
const CNIC = /(?<![\da-f])[1-8]\d{4}-?\d{7}-?\d(?![\da-f])/;

/** Every text in a value, however deep. */
function* textsIn(value: unknown): Generator<string> {
  if (typeof value === 'string') yield value;
  else if (value !== null && typeof value === 'object') for (const one of Object.values(value)) yield* textsIn(one);
}

const holdsCnic = (json: string): boolean => {
  for (const text of textsIn(JSON.parse(json))) if (CNIC.test(text)) return true;
  return false;
};

/** I12: no number of a card stands in the log or in what somebody was answered. */
export function cnicsTold({ events, rows }: Read): readonly Broken[] {
  return [
    ...events.filter(({ payload }) => holdsCnic(payload)).map(({ seq }) => `event ${seq}`),
    ...rows('command')
      .filter(({ reply }) => holdsCnic(String(reply)))
      .map(({ id }) => `the reply of ${String(id)}`),
  ].map((where) => ({ invariant: 'I12', what: `${where} holds the number of a card` }));
}

/** I15: one booking gives one token at most. */
export function bookingsUsedTwice({ rows }: Read): readonly Broken[] {
  const booked = rows('token').filter(({ appointment_id: id }) => id !== null);
  return [...Map.groupBy(booked, (token) => token['appointment_id'])]
    .filter(([, tokens]) => tokens.length > 1)
    .map(([id]) => ({ invariant: 'I15', what: `booking ${String(id)} has two tokens` }));
}
