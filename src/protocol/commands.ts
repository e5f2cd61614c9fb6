import { z } from 'zod';
import { LANGUAGES } from '../domain/token.ts';
import { ALONE_COMMANDS, ALONE_QUESTIONS } from './alone.ts';
import { centreFileSchema } from './centre-file.ts';
import { DEVICE_KINDS } from '../domain/people/device.ts';
import { STAFF_ROLES } from '../domain/people/role.ts';
import { MEDIA_NAME, MEDIA_VERSION } from './media-names.ts';
import { INTEGRATION_COMMANDS, INTEGRATION_QUESTIONS } from './integration-commands.ts';
import { ownReader } from './views/reader-view.ts';
import { STANDBY_QUESTIONS } from './standby/standby.ts';
import { alarmLevel } from './wall/wall-view.ts';
import { seenNumbers } from './standby/seen-numbers.ts';
import { importStaff } from './set-up/staff-file.ts';
import { typedText } from './typed-text.ts';
import { replayDayQuestion, replayFrameQuestion, whatIfQuestion } from './answers/replay-answers.ts';
import { counterDayQuestion, reportQuestion } from './answers/report-answers.ts';

const id = z.string().min(1).max(64);
const tokenId = z.int().positive();
const counterId = z.int().positive().max(999);
const classes = z.array(id).max(8);
const language = z.enum(LANGUAGES);
const label = z.string().min(2).max(16);
/** A label, or the address behind the code of a slip. */
const scannedLabel = z.string().min(2).max(300);
const reason = typedText.max(200);
const typed = z.string().min(1).max(128);
const trackingNumber = z.string().min(10).max(16);
const staffId = z.int().positive();
const pin = z.string().min(1).max(32);
const role = z.enum(STAFF_ROLES);
const ofStaff = z.strictObject({ staffId });
const ofToken = z.strictObject({ tokenId });
const nothing = z.strictObject({});
const mediaName = z.string().regex(MEDIA_NAME);
const base = z.string().length(64).describe('of the centre that the change was made on, as `centreFile` gives it');
const place = z.union([z.strictObject({ kioskId: z.int().positive() }), z.strictObject({ counterId })]);
const seenHead = z.strictObject({
  seq: z.int().positive(),
  hash: z.string().regex(/^[\da-f]{64}$/),
  at: z.int().positive(),
  day: z.iso.date(),
});

/** The payload of every command. Who sends it, and from which counter or kiosk, comes from the connection alone. */
export const COMMANDS = {
  issue: z
    .strictObject({ serviceIds: z.array(id).min(1).max(5), classes, language, cnic: typed.optional() })
    .describe('A citizen takes a token for one service or several; at a kiosk the slip prints.'),
  checkIn: z
    .strictObject({ label: scannedLabel })
    .describe(
      'The citizen of a token carried over from an earlier service day is back: by its label, or by the scanned code of its slip.',
    ),
  checkInBooking: z
    .strictObject({
      by: z.discriminatedUnion('kind', [
        z.strictObject({ kind: z.literal('code'), code: typed }).describe('typed, or scanned from the QR'),
        z.strictObject({ kind: z.literal('cnic'), cnic: typed }),
        z.strictObject({ kind: z.literal('phone'), phone: typed, codeEnd: z.string().length(4) }),
      ]),
    })
    .describe('The citizen of an appointment is here: one booking gives at most one token.'),
  ...ALONE_COMMANDS,
  collect: z
    .strictObject({ trackingNumber, language })
    .describe('The citizen of an application is here: a token straight to where the application waits for them.'),
  findToken: z.strictObject({ cnic: typed }).describe('Finds the token that a citizen has lost. Changes nothing.'),
  reprint: ofToken.describe('Prints the slip again that did not come out here, or of which nobody knows.'),
  printSlip: z
    .strictObject({
      by: z.discriminatedUnion('kind', [
        z.strictObject({ kind: z.literal('label'), label: scannedLabel }),
        z.strictObject({ kind: z.literal('cnic'), cnic: typed }),
      ]),
    })
    .describe('Staff print the slip of a token again, at the printer of their counter or at the nearest kiosk.'),
  openCounter: z.strictObject({ operator: typedText.max(60) }).describe('The operator sits down.'),
  takeBreak: nothing.describe('The counter pauses.'),
  closeCounter: nothing.describe('The counter closes; what waited for it alone goes back to its line.'),
  setAutoCall: z.strictObject({ isOn: z.boolean() }).describe('Whether a finish calls the next token by itself.'),
  call: nothing.describe("Calls the token that is next by the calling rule among this counter's lines."),
  jump: z.strictObject({ label, reason }).describe('Calls a given token out of order, with a reason.'),
  recall: ofToken.describe('Calls the current token once more.'),
  start: ofToken.describe('The citizen is at the counter.'),
  finish: z
    .strictObject({ tokenId, thenCall: z.boolean(), stay: z.boolean().optional() })
    .describe(
      'The stage ends and the token walks on. `stay`: its citizen goes on here, where this counter does the next stage. ' +
        'Else the next token is called if asked for, or if the counter calls by itself.',
    ),
  skipStage: ofToken.describe('Leaves out a stage that the journey marks as optional.'),
  sendBack: z
    .strictObject({ tokenId, stageId: id, reason })
    .describe('Sends the token back to an earlier stage of its journey, with a reason.'),
  endVisit: z.strictObject({ tokenId, reason }).describe('Ends the visit here, whatever it still had before it.'),
  markNoShow: ofToken.describe('Nobody came.'),
  park: z
    .strictObject({ tokenId, returnMinutes: z.int().min(1).max(600).nullable() })
    .describe('The citizen steps aside and keeps the place.'),
  resume: ofToken.describe('A parked citizen is back.'),
  transfer: z
    .strictObject({
      tokenId,
      to: z.discriminatedUnion('kind', [
        z.strictObject({ kind: z.literal('service'), serviceId: id }),
        z.strictObject({ kind: z.literal('counter'), counterId }),
      ]),
    })
    .describe('Sends the token to another service or to one counter.'),
  requeue: ofToken.describe('Puts the token back in line.'),
  leave: ofToken.describe('The citizen gives up the visit.'),
  undo: nothing.describe("Takes back this counter's last finish or no-show."),
  correctClass: z.strictObject({ tokenId, classes }).describe('Sets the priority classes of a token.'),
  serveWithoutToken: z
    .strictObject({ serviceId: id, classes, language })
    .describe('Serves somebody who has no token: one is issued, called here and started.'),
  enterPaper: z
    .strictObject({
      number: z.int().positive().max(999_999),
      serviceId: id,
      classes,
      cameAt: z.int().positive(),
    })
    .describe('A pre-printed paper token is written down; it takes the place of when its citizen came.'),
  advanceApplication: z
    .strictObject({ trackingNumber, stageId: id, how: z.enum(['done', 'skipped']) })
    .describe('Ends the stage that an application is in; a stage that it has left already is refused.'),
  sendBackApplication: z
    .strictObject({ trackingNumber, stageId: id, reason })
    .describe('Sends an application back to an earlier stage, with a reason.'),
  endApplication: z.strictObject({ trackingNumber, reason }).describe('Ends an application that comes to nothing.'),
  enrolCard: z
    .strictObject({ name: typedText.max(60), card: typed, staffId: staffId.optional() })
    .describe('A card signs one of the staff in, or names somebody at a kiosk.'),
  removeCard: z.strictObject({ cardId: z.int().positive() }).describe('A card of the staff is good for nothing more.'),
  addStaff: z
    .strictObject({ name: typedText.max(60), role, pin, secondPin: pin.nullable() })
    .describe('Somebody joins the staff, with the PINs that they sign in and approve with.'),
  changeStaff: z
    .strictObject({ staffId, name: typedText.max(60), role })
    .describe('Gives one of the staff another name or role; they sign in anew.'),
  removeStaff: ofStaff.describe('Somebody leaves the staff, and is signed out everywhere.'),
  importStaff,
  setPin: z
    .strictObject({ staffId, pin, secondPin: pin.nullable() })
    .describe('Gives one of the staff new PINs, and lets them in again.'),
  unlockStaff: ofStaff.describe('Lets somebody in again who was locked out by wrong PINs.'),
  pairDevice: z
    .strictObject({
      code: z.string().min(1).max(16).describe('as the machine shows it'),
      name: typedText.max(60),
      kind: z.enum(DEVICE_KINDS),
      place: z.string().min(1).max(64).nullable().describe('its kiosk, counter, hall or board'),
    })
    .describe('The machine that shows that code becomes a device of this hub.'),
  revokeDevice: z
    .strictObject({ deviceId: z.int().positive() })
    .describe('A device is none any more, from this moment on.'),
  changeCentre: z
    .strictObject({ file: centreFileSchema, base })
    .describe('Sets the centre up anew, while the hall works. Refused when somebody else has changed it meanwhile.'),
  undoSetUp: z
    .strictObject({ seq: z.int().positive(), base })
    .describe(
      'Takes one change of the centre, of the boards’ pictures or of the staff back, unless the same thing was changed since.',
    ),
  changeMedia: z
    .strictObject({
      files: z
        .array(z.strictObject({ name: mediaName, upload: z.string().regex(MEDIA_VERSION).nullable() }))
        .min(1)
        .max(50)
        .describe('`upload` as the hub named the file when it was sent; null takes what stands under the name away'),
    })
    .describe('Puts pictures and videos on the boards, or takes them away.'),
  acknowledgeAlarm: z
    .strictObject({ key: z.string().min(1).max(200), level: alarmLevel })
    .describe('Somebody has seen an alarm: it is quiet until it is over and comes again, or becomes worse than this.'),
  ...INTEGRATION_COMMANDS,
  eraseSubject: z
    .strictObject({ cnic: typed })
    .describe('Forgets who a citizen is, on their wish; the log keeps a random id that leads to nobody.'),
  confirmClock: nothing.describe('Confirms a clock that lies before the last event.'),
  turnDemoClock: z.strictObject({ toAt: z.int().positive() }).describe('Turns the clock of a demo hub forward.'),
} as const;

export type CommandName = keyof typeof COMMANDS;
export type Payload<Name extends CommandName> = z.infer<(typeof COMMANDS)[Name]>;

/** What a screen can ask; the answer is made from the store as it stands. */
export const QUESTIONS = {
  application: z.strictObject({ trackingNumber }).describe('An application with its whole timeline.'),
  workList: z
    .strictObject({ stageId: id, serviceId: id.nullable() })
    .describe('The applications at a stage, the soonest due first.'),
  testPrinter: z.strictObject({ place }).describe('Prints a slip that is no token, and tells what became of it.'),
  staffOfCard: z.strictObject({ card: typed }).describe('Whose card was held to the reader.'),
  maintenance: z
    .strictObject({ key: typed, test: z.boolean() })
    .describe('The devices of the kiosk that asks, for who has a staff card or the code; and a test slip.'),
  tellReaders: z
    .strictObject({ readers: z.array(ownReader).max(8) })
    .describe('A screen tells of the readers that its own machine drives, whenever one comes, goes or reads.'),
  centreFile: nothing.describe('The centre as its set-up forms show it.'),
  checkCentre: z
    .strictObject({ file: centreFileSchema })
    .describe('What changing the centre to this would change, and what keeps it from being done.'),
  setUpHistory: z
    .strictObject({ beforeSeq: z.int().positive().nullable().describe('earlier ones than that; null for the last') })
    .describe('The last changes of the centre, of its people and of its devices, the newest first.'),
  whoCanSignIn: nothing.describe('Names of the staff who use this kind of screen.'),
  signIn: z
    .strictObject({
      who: z.union([z.strictObject({ staffId }), z.strictObject({ card: typed })]),
      pin: pin.nullable().describe('a card alone signs an operator in'),
      newPins: z
        .strictObject({ pin, secondPin: pin.nullable() })
        .nullable()
        .default(null)
        .describe('their own, in the place of those that somebody else chose for them'),
    })
    .describe('Signs one of the staff in at this screen, which then connects anew with the key that it was given.'),
  signOut: nothing.describe('Ends the session of this screen.'),
  stillHere: nothing.describe('Somebody has touched this screen: they stay signed in.'),
  changePin: z
    .strictObject({ pin, newPin: pin, newSecondPin: pin.nullable() })
    .describe('Whoever is signed in changes their own PINs.'),
  makeFirstManager: z
    .strictObject({ name: typedText.max(60), pin, secondPin: pin })
    .describe('Whoever sets the centre up makes their own account, while there is no manager.'),
  approve: z
    .strictObject({ staffId, secondPin: pin, command: z.string().max(64) })
    .describe('Somebody approves one command of this screen; the answer goes into its envelope.'),
  pairing: nothing.describe('The words of this hub’s key, where devices reach it, and its devices.'),
  anomalies: nothing.describe('What looks like a tout’s work today and in the last days.'),
  ticket: nothing.describe('Lets one file be downloaded, within a minute.'),
  people: nothing.describe('The staff with their roles.'),
  tellSeen: z
    .strictObject({
      head: seenHead.nullable(),
      numbers: seenNumbers,
    })
    .describe(
      'At each connection: the newest head of the log that a screen has kept, and the newest numbers of its day.',
    ),
  takeSnapshot: nothing.describe('Takes a snapshot of the store now.'),
  restore: z
    .strictObject({ name: z.string().max(64), approval: z.string().max(64).optional() })
    .describe('The hub stops, puts that snapshot in the place of its store, and starts again.'),
  findSubject: z.strictObject({ cnic: typed }).describe('Everything that is held of a citizen.'),
  printDayClose: z
    .strictObject({ place })
    .describe('Prints the slip of the day’s close: its counts, and how far the log has come.'),
  slots: z.strictObject({ date: z.iso.date() }).describe('Capacity and bookings of every quarter-hour of a day.'),
  ...ALONE_QUESTIONS,
  ...STANDBY_QUESTIONS,
  ...INTEGRATION_QUESTIONS,
  report: reportQuestion.describe('The figures of some service days, with what their plots show.'),
  counterDay: counterDayQuestion.describe('What each counter did on a service day.'),
  replayDays: z.strictObject({}).describe('The service days that can be played again.'),
  replayDay: replayDayQuestion.describe('From when to when a day goes, and its centre.'),
  replayFrame: replayFrameQuestion.describe('What wall and board showed at a moment of a day.'),
  whatIf: whatIfQuestion.describe('The figures of a day, as it was and with something changed.'),
} as const;

export type QuestionName = keyof typeof QUESTIONS;
export type Question<Name extends QuestionName = QuestionName> = {
  readonly [One in Name]: { readonly name: One; readonly payload: z.infer<(typeof QUESTIONS)[One]> };
}[Name];

/** A question by that name. */
export const isQuestionName = (name: string): name is QuestionName => Object.hasOwn(QUESTIONS, name);

/** What every command is wrapped in. `id` is a UUIDv7 made by the sender and kept until the answer is there. */
export const envelopeSchema = z.strictObject({
  id: z.uuidv7(),
  name: z.string().max(64),
  payload: z.unknown(),
  /** Where a second PIN is needed: what `approve` gave, once. */
  approval: z.string().max(64).optional(),
  /** Hub time (epoch ms) after which it is not to be done any more: whoever sent it does without. */
  byAt: z.int().positive().optional(),
  /** The epoch of the hub that it is meant for; a hub of another one does not do it. */
  epoch: z.int().positive().optional(),
});
export type Envelope<Name extends CommandName = CommandName> = {
  readonly id: string;
  readonly name: Name;
  readonly payload: Payload<Name>;
  readonly approval?: string;
  readonly byAt?: number;
  readonly epoch?: number;
};

/** A command by that name, or undefined. */
export const isCommandName = (name: string): name is CommandName => Object.hasOwn(COMMANDS, name);
