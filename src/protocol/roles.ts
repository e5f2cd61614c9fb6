import type { CommandName } from './commands.ts';
import type { ScreenKind } from './handshake.ts';

/** Which commands each kind of screen may send. What is not named here is refused. */
export const ALLOWED: Readonly<Record<ScreenKind, readonly CommandName[]>> = {
  kiosk: ['issue', 'checkIn'],
  operator: [
    'checkIn',
    'openCounter',
    'takeBreak',
    'closeCounter',
    'setAutoCall',
    'call',
    'jump',
    'recall',
    'start',
    'finish',
    'markNoShow',
    'park',
    'resume',
    'transfer',
    'requeue',
    'leave',
    'undo',
    'correctClass',
    'serveWithoutToken',
    'confirmClock',
  ],
  board: [],
  counterDisplay: [],
  clock: ['turnDemoClock'],
};
