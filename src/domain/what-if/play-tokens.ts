import type { Counter } from '../counter.ts';
import { queueIdOf } from '../journeys/journey.ts';
import type { Token } from '../token.ts';
import { type Instant, type Place, placeOf } from './day-event.ts';
import type { DayScript, Deed, Spell } from './day-script.ts';
import { doDeed } from './do-deed.ts';
import { LATE, type Stage } from './play-stage.ts';

/** Where a token is in its spells. */
interface Standing {
  readonly place: Place;
  readonly index: number;
  /** It has come where the log has nothing of it any more: from there on it does what is usual. */
  readonly strays: boolean;
}

type Again = Omit<Deed, 'afterMs'>;

const BEFORE_ALL: Pick<Standing, 'index' | 'strays'> = { index: -1, strays: false };

const plain = (kind: string): Again => ({ kind, seq: LATE, patch: {}, about: {}, returnMs: null });

/** Which counter had each token last. */
function holderBook() {
  const last = new Map<number, number>();
  return {
    note({ id, counterId }: Token): void {
      if (counterId !== null) last.set(id, counterId);
    },
    /** Where a deed is done again: a call by hand at its own counter, all else at the one that has or had the token. */
    counterFor({ id, counterId }: Token, { kind, patch }: Again): number {
      if (kind === 'jump') return patch.counterId ?? 0;
      return counterId ?? last.get(id) ?? 0;
    },
  };
}

/** Calls of a token that an operator makes themselves, and puts off until they have free hands. */
function ownCalls() {
  const wanted = new Map<number, ((now: Instant) => void)[]>();
  return {
    mustWait: ({ kind, patch }: Again, { tokenId }: Counter): boolean =>
      tokenId !== null && (kind === 'jump' || (kind === 'resume' && patch.state === 'called')),
    putOff: (counterId: number, again: (now: Instant) => void): void =>
      void wanted.set(counterId, [...(wanted.get(counterId) ?? []), again]),
    isFree: (counterId: number, now: Instant): void =>
      wanted
        .get(counterId)
        ?.splice(0)
        .forEach((again) => again(now)),
  };
}

/** Where a token stands that has come to a place, and the spell that is played again there. */
function standingAt(
  place: Place,
  { index: last, strays }: Pick<Standing, 'index' | 'strays'>,
  spells: readonly Spell[] = [],
): { readonly standing: Standing; readonly spell?: Spell } {
  const index = last + 1;
  const spell = spells[index];
  if (!strays && spell?.place === place) return { standing: { place, index, strays }, spell };
  // Who has to wait where on the day they were taken at once only comes later to the same.
  if (!strays && place === 'line' && spell?.place === 'hand') return { standing: { place, index: last, strays } };
  return { standing: { place, index, strays: true } };
}

/** What is done to somebody of whom the log knows nothing at a counter. */
const asUsual = ({ usual }: DayScript, { serviceId, stageId }: Token): readonly Deed[] => {
  const serveMs = usual.serveMs(queueIdOf(serviceId, stageId));
  return [
    { ...plain('start'), afterMs: usual.startMs },
    { ...plain('finish'), afterMs: usual.startMs + serveMs },
  ];
};

/** The citizens: what was done to each is done again, as long after they came to the same place as on the day. */
export function playTokens({ script, hall, agenda, momentOf, tell }: Stage) {
  const standings = new Map<number, Standing>();
  const holders = holderBook();
  const calls = ownCalls();

  function redo(tokenId: number, deed: Again, now: Instant): void {
    // Whose end was taken back on the day, and is not now, has still to be served to it.
    if (deed.kind === 'finish' && hall.token(tokenId)?.state === 'called') redo(tokenId, plain('start'), now);
    const token = hall.token(tokenId);
    if (!token) return;
    const counter = hall.counter(holders.counterFor(token, deed));
    if (calls.mustWait(deed, counter)) return calls.putOff(counter.id, whileThere(tokenId, deed));
    const doing = { centre: hall.centre(), now: momentOf(now), deed, counterOf: hall.counter };
    const done = doDeed({ token, counter }, doing);
    if (done.ok) tell(deed.kind, { token, counter }, done.value, now, deed.about);
  }

  /** Does a deed again if the token still is where it is now. */
  function whileThere(tokenId: number, deed: Again): (now: Instant) => void {
    const standing = standings.get(tokenId);
    return (now) => {
      if (standings.get(tokenId) === standing) redo(tokenId, deed, now);
    };
  }

  /** A token has come to a place. */
  function enter(token: Token, now: Instant): void {
    const place = placeOf(token);
    const { standing, spell } = standingAt(place, standings.get(token.id) ?? BEFORE_ALL, script.spells.get(token.id));
    standings.set(token.id, standing);
    const strays = standing.strays && place === 'hand';
    for (const { afterMs, ...deed } of spell?.deeds ?? (strays ? asUsual(script, token) : [])) {
      agenda.add({ at: now.at + afterMs, seq: deed.seq }, whileThere(token.id, deed));
    }
  }

  return {
    /** Those who are in the hall from the beginning. */
    begin: (now: Instant): void => hall.tokens().forEach((token) => enter(token, now)),
    /** A token has changed. */
    moved(before: Token | undefined, after: Token, now: Instant): void {
      holders.note(after);
      if (!before || placeOf(before) !== placeOf(after)) enter(after, now);
    },
    /** A counter has free hands: whom it wanted to call itself meanwhile it calls now. */
    isFree: calls.isFree,
  };
}
