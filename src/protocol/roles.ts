import type { CommandName, QuestionName } from './commands.ts';
import type { ScreenKind } from './handshake.ts';

/** Which commands each kind of screen may send. What is not named here is refused. */
export const ALLOWED: Readonly<Record<ScreenKind, readonly CommandName[]>> = {
  kiosk: ['issue', 'checkIn', 'checkInBooking', 'mergeCheckIn', 'collect', 'findToken', 'reprint'],
  operator: [
    'issue',
    'checkIn',
    'checkInBooking',
    'collect',
    'findToken',
    'printSlip',
    'openCounter',
    'takeBreak',
    'closeCounter',
    'setAutoCall',
    'call',
    'jump',
    'recall',
    'start',
    'finish',
    'skipStage',
    'sendBack',
    'endVisit',
    'markNoShow',
    'park',
    'resume',
    'transfer',
    'requeue',
    'leave',
    'undo',
    'correctClass',
    'serveWithoutToken',
    'enterPaper',
    'advanceApplication',
    'sendBackApplication',
    'confirmClock',
  ],
  board: [],
  counterDisplay: [],
  manager: [
    'advanceApplication',
    'sendBackApplication',
    'endApplication',
    'enterPaper',
    'enrolCard',
    'removeCard',
    'confirmClock',
  ],
  clock: ['turnDemoClock'],
};

/** Which questions each kind of screen may ask. */
export const MAY_ASK: Readonly<Record<ScreenKind, readonly QuestionName[]>> = {
  kiosk: ['maintenance', 'tellReaders'],
  operator: ['application', 'workList', 'staffOfCard', 'tellReaders'],
  board: [],
  counterDisplay: [],
  manager: ['application', 'workList', 'slots', 'testPrinter', 'report', 'counterDay'],
  clock: [],
};
