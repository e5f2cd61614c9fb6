import type { ChainHead } from '../domain/keeping/chain-head.ts';
import type { Language } from '../domain/token.ts';
import type { Words } from '../domain/words.ts';
import type { ShownRange } from '../domain/wait-words.ts';

/** What every slip says. Times in epoch ms. */
interface AnySlip {
  readonly languages: 'both' | Language;
  readonly centre: Words;
  readonly hall: Words;
  readonly at: number;
  readonly timeZone: string;
  /** Days from Umm al-Qura's calendar to the local moon; null where only the common date is on slips. */
  readonly islamicDays: number | null;
}

/** What every slip of a citizen says. */
interface SlipHead extends AnySlip {
  readonly service: Words;
  readonly label: string;
  /** Where to go: the stage and its counters. */
  readonly goTo: { readonly stage: Words; readonly counters: readonly number[] } | null;
  /** The tracking number of an application: as people read it, and as its barcode says it. */
  readonly tracking: { readonly number: string; readonly barcode: string } | null;
  /** Where it can be followed on a phone; drawn as a code. */
  readonly url: string | null;
}

/** The slip of a token. */
export interface TokenSlip extends SlipHead {
  readonly kind: 'token';
  readonly classes: readonly Words[];
  /** What to bring to the counter. */
  readonly papers: readonly Words[];
  /** How many stand before it; null where that is not known. */
  readonly ahead: number | null;
  /** The wait to expect; null while there is no forecast. */
  readonly wait: ShownRange | null;
  /** The slot of an appointment. */
  readonly slotAt: number | null;
  /** Another slip of this token may be about. */
  readonly isDuplicate: boolean;
}

/** The slip of an application that was filed just now, with its tracking number. */
export interface TrackingSlip extends SlipHead {
  readonly kind: 'tracking';
}

/** The slip of a day's close, which the manager keeps: what the day was, and how far the log had come. */
export interface DayCloseSlip extends AnySlip {
  readonly kind: 'dayClose';
  /** `YYYY-MM-DD` */
  readonly serviceDay: string;
  readonly counts: {
    readonly issued: number;
    readonly done: number;
    readonly noShow: number;
    readonly left: number;
    readonly waiting: number;
    readonly filed: number;
  };
  readonly head: ChainHead;
}

/** A slip of a citizen. */
export type CitizenSlip = TokenSlip | TrackingSlip;

export type SlipContent = CitizenSlip | DayCloseSlip;
