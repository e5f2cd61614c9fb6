import type { Role } from '../domain/people/role.ts';
import type { CommandName, QuestionName } from './commands.ts';
import type { ScreenKind } from './handshake.ts';

/** A way to be allowed something: at that kind of screen, in one of those roles. */
interface Allowed {
  readonly screen: ScreenKind;
  readonly roles: readonly Role[];
}

const allowed = (screen: ScreenKind, ...roles: Role[]): Allowed => ({ screen, roles });

const KIOSK = allowed('kiosk', 'kiosk');
/** Whoever works at a counter. */
const CONSOLE = allowed('operator', 'operator', 'supervisor', 'manager');
/** A console before anybody has signed in. */
const ANY_CONSOLE = allowed('operator', 'nobody', 'operator', 'supervisor', 'manager');
/** The back office, and who enters paper tokens: at the manager's screen, without its figures and its set-up. */
const BACK_OFFICE = allowed('manager', 'operator', 'supervisor', 'manager');
const STANDBY = allowed('standby', 'standby');
const SUPERVISING = allowed('manager', 'supervisor', 'manager');
const MANAGING = allowed('manager', 'manager');
/** Who looks and changes nothing. */
const READING = allowed('manager', 'supervisor', 'manager', 'auditor');
const ANY_MANAGER = allowed('manager', 'nobody', 'operator', 'supervisor', 'manager', 'auditor');

/** Who may send each command. What is not named here is refused. */
export const MAY_SEND: { readonly [Name in CommandName]: readonly Allowed[] } = {
  issue: [KIOSK, CONSOLE],
  checkIn: [KIOSK, CONSOLE],
  checkInBooking: [KIOSK, CONSOLE],
  lease: [KIOSK],
  mergeIssue: [KIOSK],
  mergeCheckIn: [KIOSK],
  collect: [KIOSK, CONSOLE],
  findToken: [KIOSK, CONSOLE],
  reprint: [KIOSK],
  printSlip: [CONSOLE],
  openCounter: [CONSOLE],
  takeBreak: [CONSOLE],
  closeCounter: [CONSOLE],
  setAutoCall: [CONSOLE],
  call: [CONSOLE],
  jump: [CONSOLE],
  recall: [CONSOLE],
  start: [CONSOLE],
  finish: [CONSOLE],
  skipStage: [CONSOLE],
  sendBack: [CONSOLE],
  endVisit: [CONSOLE],
  markNoShow: [CONSOLE],
  park: [CONSOLE],
  resume: [CONSOLE],
  transfer: [CONSOLE],
  requeue: [CONSOLE],
  leave: [CONSOLE],
  undo: [CONSOLE],
  correctClass: [CONSOLE],
  serveWithoutToken: [CONSOLE],
  enterPaper: [CONSOLE, BACK_OFFICE],
  advanceApplication: [CONSOLE, BACK_OFFICE],
  sendBackApplication: [CONSOLE, BACK_OFFICE],
  endApplication: [BACK_OFFICE],
  enrolCard: [MANAGING],
  removeCard: [MANAGING],
  addStaff: [MANAGING],
  changeStaff: [MANAGING],
  removeStaff: [MANAGING],
  importStaff: [MANAGING],
  setPin: [MANAGING],
  unlockStaff: [MANAGING],
  pairDevice: [MANAGING],
  revokeDevice: [MANAGING],
  eraseSubject: [MANAGING],
  changeCentre: [MANAGING],
  undoSetUp: [MANAGING],
  changeMedia: [MANAGING],
  addApiKey: [MANAGING],
  revokeApiKey: [MANAGING],
  addWebhook: [MANAGING],
  removeWebhook: [MANAGING],
  restartWebhook: [MANAGING],
  acknowledgeAlarm: [SUPERVISING],
  confirmClock: [CONSOLE, SUPERVISING],
  turnDemoClock: [allowed('clock', 'clock')],
};

/** Who may ask each question. */
export const MAY_ASK: { readonly [Name in QuestionName]: readonly Allowed[] } = {
  application: [CONSOLE, BACK_OFFICE, READING],
  workList: [CONSOLE, BACK_OFFICE, READING],
  testPrinter: [SUPERVISING],
  staffOfCard: [ANY_CONSOLE],
  maintenance: [KIOSK],
  provisions: [KIOSK],
  tellPrinter: [KIOSK],
  follow: [STANDBY],
  standbyKeys: [STANDBY],
  handOver: [STANDBY],
  tellReaders: [KIOSK, ANY_CONSOLE],
  slots: [READING],
  centreFile: [READING],
  checkCentre: [MANAGING],
  setUpHistory: [READING],
  whoCanSignIn: [ANY_CONSOLE, ANY_MANAGER],
  signIn: [ANY_CONSOLE, ANY_MANAGER],
  signOut: [CONSOLE, ANY_MANAGER],
  stillHere: [CONSOLE, ANY_MANAGER],
  changePin: [CONSOLE, ANY_MANAGER],
  makeFirstManager: [allowed('manager', 'nobody')],
  approve: [CONSOLE, BACK_OFFICE],
  people: [READING],
  pairing: [READING],
  ticket: [READING],
  anomalies: [READING],
  report: [READING],
  counterDay: [READING],
  replayDays: [READING],
  replayDay: [READING],
  replayFrame: [READING],
  whatIf: [READING],
  webhookSecret: [MANAGING],
  tellSeen: [KIOSK, ANY_CONSOLE, ANY_MANAGER, allowed('board', 'board'), allowed('counterDisplay', 'board')],
  takeSnapshot: [MANAGING],
  restore: [MANAGING],
  findSubject: [MANAGING],
  printDayClose: [SUPERVISING],
};

const isAmong = (ways: readonly Allowed[], screen: ScreenKind, role: Role): boolean =>
  ways.some((way) => way.screen === screen && way.roles.includes(role));

/** Whether a command may come from there. */
export const maySend = (name: CommandName, screen: ScreenKind, role: Role): boolean =>
  isAmong(MAY_SEND[name], screen, role);

/** Whether a question may come from there. */
export const mayAsk = (name: QuestionName, screen: ScreenKind, role: Role): boolean =>
  isAmong(MAY_ASK[name], screen, role);

/** The roles that a kind of screen can be used in by people; somebody of another role is not let in there. */
export const USERS_OF: Readonly<Record<'operator' | 'manager', readonly Role[]>> = {
  operator: CONSOLE.roles,
  manager: ['operator', 'supervisor', 'manager', 'auditor'],
};

const BY_SUPERVISOR = ['supervisor', 'manager'] as const satisfies readonly Role[];
const BY_MANAGER = ['manager'] as const satisfies readonly Role[];

/**
 * The commands that need a second PIN, and the one question that ends what is there, and the roles that may give it:
 * cancellations, everything that sets the centre up, and a call out of order (who is served without a token is one, too)
 * once its operator has made as many today as are free.
 */
export const APPROVED_BY: { readonly [Name in CommandName | 'restore']?: readonly Role[] } = {
  restore: BY_MANAGER,
  jump: BY_SUPERVISOR,
  serveWithoutToken: BY_SUPERVISOR,
  leave: BY_SUPERVISOR,
  endVisit: BY_SUPERVISOR,
  endApplication: BY_SUPERVISOR,
  addStaff: BY_MANAGER,
  changeStaff: BY_MANAGER,
  removeStaff: BY_MANAGER,
  importStaff: BY_MANAGER,
  setPin: BY_MANAGER,
  unlockStaff: BY_MANAGER,
  enrolCard: BY_MANAGER,
  removeCard: BY_MANAGER,
  pairDevice: BY_MANAGER,
  revokeDevice: BY_MANAGER,
  addApiKey: BY_MANAGER,
  revokeApiKey: BY_MANAGER,
  addWebhook: BY_MANAGER,
  removeWebhook: BY_MANAGER,
  restartWebhook: BY_MANAGER,
  eraseSubject: BY_MANAGER,
  changeCentre: BY_MANAGER,
  undoSetUp: BY_MANAGER,
  changeMedia: BY_MANAGER,
};
