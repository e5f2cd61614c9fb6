import type { CommandName } from '../../protocol/commands.ts';
import { leaseCommand } from '../alone/lease-command.ts';
import { mergeCheckInCommand, mergeIssueCommand } from '../alone/merge-commands.ts';
import { acknowledgeAlarmCommand } from './alarm-commands.ts';
import {
  advanceApplicationCommand,
  collectCommand,
  endApplicationCommand,
  sendBackApplicationCommand,
} from './tokens/application-commands.ts';
import { callCommand, jumpCommand, recallCommand } from './tokens/call-commands.ts';
import { checkInBookingCommand, findTokenCommand } from './tokens/check-in-commands.ts';
import { confirmClockCommand, turnDemoClockCommand } from './clock-commands.ts';
import { closeCounterCommand, openCounterCommand, setAutoCallCommand, takeBreakCommand } from './counter-commands.ts';
import type { Handler } from './handler.ts';
import { checkInCommand, enterPaperCommand, issueCommand, serveWithoutTokenCommand } from './tokens/issue-commands.ts';
import {
  addApiKeyCommand,
  addWebhookCommand,
  removeWebhookCommand,
  restartWebhookCommand,
  revokeApiKeyCommand,
} from './integration-commands.ts';
import {
  correctClassCommand,
  parkCommand,
  requeueCommand,
  resumeCommand,
  transferCommand,
} from './tokens/move-commands.ts';
import { pairDeviceCommand, revokeDeviceCommand } from './device-commands.ts';
import { changeMediaCommand } from './media-commands.ts';
import { changeCentreCommand, undoSetUpCommand } from './set-up-commands.ts';
import {
  addStaffCommand,
  changeStaffCommand,
  importStaffCommand,
  removeStaffCommand,
  setPinCommand,
  unlockStaffCommand,
} from './people-commands.ts';
import { enrolCardCommand, removeCardCommand } from './staff-commands.ts';
import { eraseSubjectCommand } from '../keeping/subject.ts';
import { printSlipCommand, reprintCommand } from './tokens/reprint-command.ts';
import {
  endVisitCommand,
  finishCommand,
  leaveCommand,
  markNoShowCommand,
  sendBackCommand,
  skipStageCommand,
  startCommand,
  undoCommand,
} from './tokens/serve-commands.ts';

/** Every command that crosses the wire, and what carries it out. */
export const HANDLERS: { readonly [Name in CommandName]: Handler<Name> } = {
  issue: issueCommand,
  checkIn: checkInCommand,
  checkInBooking: checkInBookingCommand,
  lease: leaseCommand,
  mergeIssue: mergeIssueCommand,
  mergeCheckIn: mergeCheckInCommand,
  collect: collectCommand,
  findToken: findTokenCommand,
  reprint: reprintCommand,
  printSlip: printSlipCommand,
  enrolCard: enrolCardCommand,
  removeCard: removeCardCommand,
  acknowledgeAlarm: acknowledgeAlarmCommand,
  addApiKey: addApiKeyCommand,
  revokeApiKey: revokeApiKeyCommand,
  addWebhook: addWebhookCommand,
  removeWebhook: removeWebhookCommand,
  restartWebhook: restartWebhookCommand,
  openCounter: openCounterCommand,
  takeBreak: takeBreakCommand,
  closeCounter: closeCounterCommand,
  setAutoCall: setAutoCallCommand,
  call: callCommand,
  jump: jumpCommand,
  recall: recallCommand,
  start: startCommand,
  finish: finishCommand,
  skipStage: skipStageCommand,
  sendBack: sendBackCommand,
  endVisit: endVisitCommand,
  markNoShow: markNoShowCommand,
  park: parkCommand,
  resume: resumeCommand,
  transfer: transferCommand,
  requeue: requeueCommand,
  leave: leaveCommand,
  undo: undoCommand,
  correctClass: correctClassCommand,
  serveWithoutToken: serveWithoutTokenCommand,
  enterPaper: enterPaperCommand,
  advanceApplication: advanceApplicationCommand,
  sendBackApplication: sendBackApplicationCommand,
  endApplication: endApplicationCommand,
  addStaff: addStaffCommand,
  changeStaff: changeStaffCommand,
  removeStaff: removeStaffCommand,
  importStaff: importStaffCommand,
  setPin: setPinCommand,
  unlockStaff: unlockStaffCommand,
  pairDevice: pairDeviceCommand,
  revokeDevice: revokeDeviceCommand,
  changeCentre: changeCentreCommand,
  undoSetUp: undoSetUpCommand,
  changeMedia: changeMediaCommand,
  eraseSubject: eraseSubjectCommand,
  confirmClock: confirmClockCommand,
  turnDemoClock: turnDemoClockCommand,
};
