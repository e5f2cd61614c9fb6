import type { Centre } from '../centre.ts';

/** How many days what is kept. Tokens and events stay: they name nobody. */
export interface Retention {
  /** Name and keyed hashes of a citizen, after their last visit or booking, while no application of theirs is open. */
  readonly personDays: number;
  /** Files of bookings that were read, which hold full numbers: 0 is until the end of their service day. */
  readonly bookingFileDays: number;
  /** Answers to commands, which a screen gets again that asks again. */
  readonly commandDays: number;
  /** Rows of feeds that could not be taken. */
  readonly faultDays: number;
  /** Calls as boards announced them. */
  readonly callDays: number;
  /** Counts of what citizens thought of their visits. */
  readonly feedbackDays: number;
}

/** What is kept how long where the centre file says nothing. */
export const DEFAULT_RETENTION: Retention = {
  personDays: 30,
  bookingFileDays: 0,
  commandDays: 7,
  faultDays: 30,
  callDays: 30,
  feedbackDays: 730,
};

/** How long this centre keeps what. */
export const retentionOf = ({ retention }: Pick<Centre, 'retention'>): Retention => retention ?? DEFAULT_RETENTION;
