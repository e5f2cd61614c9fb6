import type { Broken, Fields, Read } from './evidence.ts';

const withoutEpoch = (reply: object): string =>
  JSON.stringify(Object.fromEntries(Object.entries(reply).filter(([name]) => name !== 'epoch')));

/** Commands that change something whenever they are done. */
const CHANGING: ReadonlySet<string> = new Set([
  'issue',
  'checkInBooking',
  'openCounter',
  'closeCounter',
  'call',
  'start',
  'finish',
  'markNoShow',
  'park',
  'leave',
]);

/** I2: whatever somebody was answered stands in the store, with that very answer, and what it did in the log. */
export function commandsLost({ evidence, events, rows }: Read): readonly Broken[] {
  const stored = new Map(rows('command').map((row) => [row['id'], row] as const));
  const logged = new Set(events.map(({ command_id: id }) => id));
  return evidence.acknowledged.flatMap(({ id, name, reply }): readonly Broken[] => {
    const row: Fields | undefined = stored.get(id);
    if (!row) return [{ invariant: 'I2', what: `${name} ${id} was acknowledged and is not stored` }];
    if (withoutEpoch(JSON.parse(String(row['reply'])) as object) !== withoutEpoch(reply)) {
      return [{ invariant: 'I2', what: `${name} ${id} was acknowledged with another reply than is stored` }];
    }
    const isMissing = reply['ok'] === true && CHANGING.has(name) && !logged.has(id);
    return isMissing ? [{ invariant: 'I2', what: `${name} ${id} was acknowledged and did nothing` }] : [];
  });
}

/** For each event whether a token begins with it. */
function givesToken({ changes }: Read): readonly boolean[] {
  const seen = new Set<number>();
  return changes.map(({ tokens = [] }) => {
    const isNew = tokens.some(({ id }) => !seen.has(id));
    for (const { id } of tokens) seen.add(id);
    return isNew;
  });
}

/** I3: a command is done once: all of its events stand together, and it gives one new token at most. */
export function commandsDoneTwice(read: Read): readonly Broken[] {
  const last = new Map<string, number>();
  const givers = new Set<string>();
  const gives = givesToken(read);
  return read.events.flatMap(({ seq, command_id: id }, at): readonly Broken[] => {
    if (id === null) return [];
    // Between its events stands at most who approved it.
    const isApart = seq > (last.get(id) ?? seq) + 1;
    const givesTwice = gives[at] === true && givers.has(id);
    last.set(id, seq);
    if (gives[at]) givers.add(id);
    return isApart || givesTwice ? [{ invariant: 'I3', what: `command ${id} was done twice` }] : [];
  });
}
