/** The two clocks at one moment: `at` in epoch ms for people, `queueAt` in ms of the queue clock for the order of calling. */
export interface Moment {
  readonly at: number;
  readonly queueAt: number;
}

/** Why a rule said no. Each code has its sentence in both languages in the protocol's error codes. */
export const REFUSAL_CODES = [
  'unknownService',
  'unknownClass',
  'unknownCounter',
  'unknownToken',
  'serviceClosed',
  'centreClosed',
  'dayCapReached',
  'nobodyWaiting',
  'wrongState',
  'wrongCounter',
  'counterClosed',
  'counterOnBreak',
  'counterBusy',
  'counterFree',
  'recallTooSoon',
  'recallLimit',
  'reprintRefused',
  'postponeLimit',
  'undoNothing',
  'undoTooLate',
  'undoCounterBusy',
  'undoTokenMoved',
  'sameDestination',
  'reasonMissing',
  'badIdentity',
  'badCard',
  'cardTaken',
  'unknownCard',
  'identityMissing',
  'personCapReached',
  'closesBefore',
  'unknownStage',
  'stageNotOptional',
  'unknownBooking',
  'bookingTooEarly',
  'bookingOtherDay',
  'bookingOtherCentre',
  'bookingCancelled',
  'bookingUsed',
  'tooManyTries',
  'unknownApplication',
  'applicationMoved',
  'applicationNotReady',
  'applicationOver',
  'noPaperSeries',
  'paperUsed',
  'paperTimeWrong',
  'alarmOver',
  'unknownSubject',
  'clockNotBehind',
  'notDemoClock',
  'approvalNeeded',
  'unknownStaff',
  'wrongPairingCode',
  'unknownDevice',
  'notOnNetwork',
  'nameTaken',
  'lastManager',
  'guessablePin',
  'badPin',
  'centreChanged',
  'centreIdFixed',
  'serviceInUse',
  'stageInUse',
  'counterInUse',
  'dayInUse',
  'setUpMoved',
  'unknownSetUp',
  'badSetUp',
  'mediaName',
  'mediaGone',
  'unknownMedia',
  'apiKeyTaken',
  'unknownApiKey',
  'badWebhookUrl',
  'unknownWebhook',
  'standbyPaired',
  'leaseRefused',
  'leaseUsed',
] as const;
export type RefusalCode = (typeof REFUSAL_CODES)[number];

/** A rule's no, with the values that its sentence names. */
export interface Refusal {
  readonly code: RefusalCode;
  readonly details?: Readonly<Record<string, string | number>>;
}

/** What a rule gives: the new values, or the reason for a no. Rules never throw for bad input. */
export type Decision<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: Refusal };

/** A yes with its new values. */
export const accept = <T>(value: T): Decision<T> => ({ ok: true, value });

/** A no with its code and the values for its sentence. */
export const refuse = (code: RefusalCode, details?: Refusal['details']): Decision<never> => ({
  ok: false,
  error: details ? { code, details } : { code },
});
