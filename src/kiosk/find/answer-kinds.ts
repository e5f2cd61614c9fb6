import {
  CalendarDays,
  CalendarX,
  CircleAlert,
  CircleCheck,
  Clock,
  Hourglass,
  type LucideIcon,
  MapPin,
  SearchX,
  ShieldAlert,
} from 'lucide-react';
import type { ErrorCode } from '../../protocol/error-codes.ts';
import type { KioskText } from '../kiosk-words.tsx';

type Key = Parameters<KioskText>[0];

/** How a no looks: its sign and sentence, what to do now, and which ways on it has. */
export interface AnswerKind {
  readonly icon: LucideIcon;
  readonly title: Key;
  /** Without one the hub's own sentence stands there. */
  readonly next?: Key;
  readonly canTryAgain?: true;
  readonly canTake?: true;
}

const KINDS: { readonly [Code in ErrorCode]?: AnswerKind } = {
  bookingTooEarly: { icon: Clock, title: 'tooEarly', next: 'tooEarlyNext', canTake: true },
  bookingOtherDay: { icon: CalendarDays, title: 'otherDay', next: 'otherDayNext', canTake: true },
  bookingOtherCentre: { icon: MapPin, title: 'otherCentre', next: 'otherCentreNext', canTake: true },
  bookingCancelled: { icon: CalendarX, title: 'cancelled', next: 'cancelledNext', canTake: true },
  bookingUsed: { icon: CircleCheck, title: 'checkedInAlready', next: 'checkedInAlreadyNext' },
  unknownBooking: { icon: SearchX, title: 'noBooking', next: 'noBookingNext', canTryAgain: true, canTake: true },
  unknownApplication: {
    icon: SearchX,
    title: 'noApplication',
    next: 'noApplicationNext',
    canTryAgain: true,
    canTake: true,
  },
  unknownToken: { icon: SearchX, title: 'noToken', next: 'noTokenNext', canTryAgain: true, canTake: true },
  wrongState: { icon: CircleAlert, title: 'notBack', next: 'notBackNext', canTryAgain: true, canTake: true },
  applicationNotReady: { icon: Hourglass, title: 'notReady', next: 'notReadyNext' },
  applicationOver: { icon: CircleCheck, title: 'applicationOver', next: 'applicationOverNext', canTake: true },
  tooManyTries: { icon: ShieldAlert, title: 'tooManyTries', next: 'tooManyTriesNext', canTake: true },
};

const OTHER: AnswerKind = { icon: CircleAlert, title: 'didNotWork', canTryAgain: true };

export const answerKindOf = (code: ErrorCode): AnswerKind => KINDS[code] ?? OTHER;
