import type { Role } from '../domain/people/role.ts';
import type { Era } from '../domain/era.ts';
import type { DayMark } from '../domain/keeping/kept-heads.ts';
import type { Scan } from '../domain/person/scan.ts';
import type { AnswerOf } from './answers/answers.ts';
import type { Envelope, Question, QuestionName } from './commands.ts';
import type { Answer, Reply, WireError } from './replies.ts';
import type { Stamp, View } from './views/views.ts';

/** Socket.IO events from a screen to the hub. */
export interface ToHub {
  command: (envelope: Envelope, answer: (reply: Answer) => void) => void;
  /** A paired machine has heard the pulse of that moment. */
  here: (beatMs: number) => void;
  ask: <Name extends QuestionName>(question: Question<Name>, answer: (reply: AskReply<Name>) => void) => void;
}

/** The answer to a question. */
export type AskReply<Name extends QuestionName> =
  | { readonly ok: true; readonly value: AnswerOf<Name> }
  | { readonly ok: false; readonly error: WireError };

/** A slip as ESC/POS bytes (base64), with the command that it came of. */
export interface PrintOrder {
  readonly name: string;
  readonly escpos: string;
  readonly commandId: string | null;
}

export type PrintOutcome = 'confirmed' | 'notSent' | 'uncertain';

/** In which role a screen is used, and by whom; null for a device, and in a demo. */
export interface You {
  readonly role: Role;
  readonly name: string | null;
}

/** Socket.IO events from the hub to a screen. */
export interface ToScreen {
  view: (view: View) => void;
  /**
   * Every two seconds, and at connection: the head of the log, what a witness of it keeps, the epoch of the hub, and the
   * addresses at which another one would be found that has taken over, and the moment of the hub's clock, which a paired
   * machine says back.
   */
  pulse: (stamp: Stamp, mark: DayMark, era: Era, standbys: readonly string[], beatMs: number) => void;
  /** Whose hand the hub takes to be at this screen. */
  you: (you: You) => void;
  /** Something was held to a reader of this screen that is plugged into the hub's machine. */
  scan: (scan: Scan) => void;
  /** A slip for the printer of a kiosk, which its own machine drives; the answer is what became of it. */
  print: (order: PrintOrder, answer: (outcome: PrintOutcome) => void) => void;
  /** To a standby: the log has come so far. */
  logged: (seq: number) => void;
  /** Sent where no answer can be: an unknown event, or a command without an acknowledgement callback. */
  refused: (reply: Reply) => void;
}
