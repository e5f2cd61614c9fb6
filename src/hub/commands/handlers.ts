import type { CommandName } from '../../protocol/commands.ts';
import { callCommand, jumpCommand, recallCommand } from './call-commands.ts';
import { confirmClockCommand, turnDemoClockCommand } from './clock-commands.ts';
import { closeCounterCommand, openCounterCommand, setAutoCallCommand, takeBreakCommand } from './counter-commands.ts';
import type { Handler } from './handler.ts';
import { checkInCommand, issueCommand, serveWithoutTokenCommand } from './issue-commands.ts';
import { correctClassCommand, parkCommand, requeueCommand, resumeCommand, transferCommand } from './move-commands.ts';
import { finishCommand, leaveCommand, markNoShowCommand, startCommand, undoCommand } from './serve-commands.ts';

/** Every command that crosses the wire, and what carries it out. */
export const HANDLERS: { readonly [Name in CommandName]: Handler<Name> } = {
  issue: issueCommand,
  checkIn: checkInCommand,
  openCounter: openCounterCommand,
  takeBreak: takeBreakCommand,
  closeCounter: closeCounterCommand,
  setAutoCall: setAutoCallCommand,
  call: callCommand,
  jump: jumpCommand,
  recall: recallCommand,
  start: startCommand,
  finish: finishCommand,
  markNoShow: markNoShowCommand,
  park: parkCommand,
  resume: resumeCommand,
  transfer: transferCommand,
  requeue: requeueCommand,
  leave: leaveCommand,
  undo: undoCommand,
  correctClass: correctClassCommand,
  serveWithoutToken: serveWithoutTokenCommand,
  confirmClock: confirmClockCommand,
  turnDemoClock: turnDemoClockCommand,
};
