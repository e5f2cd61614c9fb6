import { z } from 'zod';
import { nextNumber } from '../../domain/alone/lease.ts';
import { serviceDayOf } from '../../domain/calendar/service-day.ts';
import type { Centre } from '../../domain/centre.ts';
import { givenLease, type GivenLease, provisions, type Provisions } from '../../protocol/alone.ts';
import type { AnswerOf } from '../../protocol/answers/answers.ts';
import { completeCentre } from '../../protocol/set-up/later-fields.ts';
import type { KioskJournal } from '../../store/alone/kiosk-journal.ts';

const keptProvisions = provisions.extend({ mark: z.string() });
type KeptProvisions = Provisions & { readonly mark: string };

const issuedSchema = z.record(z.string(), z.int());

/** What a kiosk has to go on alone with. */
export interface Ready {
  readonly lease: GivenLease;
  readonly centre: Centre;
  readonly provisions: Provisions;
  readonly number: number;
  /** Numbers that are left. */
  readonly left: number;
}

/** What the hub has given a kiosk for when it is away, kept in its journal. What cannot be read counts as not there. */
export function heldBy(journal: Pick<KioskJournal, 'kept' | 'keep' | 'usedTo'>, kioskId: number) {
  const readLease = (): GivenLease | undefined => givenLease.safeParse(journal.kept('lease')).data;
  const readProvisions = (): KeptProvisions | undefined => keptProvisions.safeParse(journal.kept('provisions')).data;
  let lease = readLease();
  let kept = readProvisions();
  let centre = kept && completeCentre(kept.centre);
  return {
    lease: () => lease,
    centre: () => centre,
    mark: () => kept?.mark ?? null,
    takeLease(given: GivenLease): void {
      journal.keep('lease', given);
      lease = given;
    },
    takeProvisions({ mark, issued, provisions: fresh }: AnswerOf<'provisions'>): void {
      journal.keep('issued', issued);
      if (!fresh) return;
      journal.keep('provisions', { ...fresh, mark });
      kept = readProvisions();
      centre = kept && completeCentre(kept.centre);
    },
    /** Tokens of the day by service, when the hub was heard last. */
    issued: () => issuedSchema.safeParse(journal.kept('issued')).data ?? {},
    /** What can be given at an instant (epoch ms of the hub); undefined when nothing can. */
    readyAt(at: number): Ready | undefined {
      if (!lease || !kept || !centre || at >= lease.untilAt) return undefined;
      if (lease.kioskId !== kioskId || serviceDayOf(at, centre) !== lease.serviceDay) return undefined;
      const number = nextNumber(lease, journal.usedTo(lease.id), lease.skip);
      if (number === undefined) return undefined;
      const skipped = lease.skip.filter((one) => one > number).length;
      return { lease, centre, provisions: kept, number, left: lease.lastNumber - number + 1 - skipped };
    },
  };
}

export type Held = ReturnType<typeof heldBy>;
