import { z } from 'zod';
import { DEVICE_KINDS } from '../../domain/people/device.ts';
import { anomaliesAnswer } from './anomaly-answer.ts';
import { STAFF_ROLES } from '../../domain/people/role.ts';
import type { CentreFile } from '../centre-file.ts';
import { APPLICATION_STATES } from '../../domain/journeys/application.ts';
import type { QuestionName } from '../commands.ts';
import { INTEGRATION_ANSWERS } from '../integration-commands.ts';
import { ALONE_ANSWERS } from '../alone.ts';
import { STANDBY_ANSWERS } from '../standby/standby.ts';
import { placedPrinter, slipOutcome } from '../views/printer-view.ts';
import { readerView } from '../views/reader-view.ts';
import { replayDayAnswer, replayDaysAnswer, replayFrameAnswer, whatIfAnswer } from './replay-answers.ts';
import { counterDayAnswer, reportAnswer } from './report-answers.ts';

const at = z.int().describe('epoch ms');
const standing = z.enum(['onTime', 'atRisk', 'overdue']);

const timelineStage = z.object({
  stageId: z.string(),
  plannedAt: at.nullable(),
  enteredAt: at.nullable(),
  endedAt: at.nullable(),
  end: z.enum(['done', 'skipped', 'sentBack', 'ended']).nullable(),
  actor: z.string().nullable(),
  reason: z.string().nullable(),
  isNow: z.boolean(),
});

/** An application as the staff see it. */
export const applicationAnswer = z.object({
  trackingNumber: z.string(),
  serviceId: z.string(),
  state: z.enum(APPLICATION_STATES),
  stageId: z.string(),
  label: z.string().describe('the token that came for it last'),
  filedAt: at,
  enteredAt: at,
  dueAt: at.nullable(),
  standing,
  canSkip: z.boolean(),
  /** Stages that it can be sent back to. */
  backTo: z.array(z.string()),
  timeline: z.array(timelineStage),
});

const workListAnswer = z.object({
  stageId: z.string(),
  applications: z.array(
    z.object({
      trackingNumber: z.string(),
      serviceId: z.string(),
      label: z.string(),
      filedAt: at,
      enteredAt: at,
      dueAt: at.nullable(),
      standing,
    }),
  ),
});

const slotsAnswer = z.object({
  date: z.string(),
  slots: z.array(z.object({ serviceId: z.string(), slotAt: at, capacity: z.int(), booked: z.int() })),
});

const fileChange = z.object({
  path: z.array(z.string()).describe('entries of a list by their id; `#order`: the order of a list'),
  before: z.json(),
  after: z.json(),
});
const wireError = z.object({
  code: z.string(),
  details: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
  message: z.object({ en: z.string(), ur: z.string() }),
});

const centreFileAnswer = z.object({
  file: z
    .json()
    .describe('as in the command `changeCentre`, where it is written out') as unknown as z.ZodType<CentreFile>,
  base: z.string(),
});
const checkAnswer = z.object({
  changes: z.array(fileChange),
  blocks: z.array(wireError).describe('why it cannot be done now; empty when it can'),
});
const role = z.enum(STAFF_ROLES);

/** The last changes of the centre, of the boards' pictures, and of who and what may do anything here. */
const HISTORY_KINDS = [
  'setUp',
  'changeCentre',
  'undoSetUp',
  'changeMedia',
  'undoMedia',
  'addStaff',
  'changeStaff',
  'removeStaff',
  'undoStaff',
  'setPin',
  'lockStaff',
  'unlockStaff',
  'enrolCard',
  'removeCard',
  'pairDevice',
  'revokeDevice',
  'addApiKey',
  'revokeApiKey',
  'addWebhook',
  'removeWebhook',
  'restartWebhook',
] as const;
const historyAnswer = z.object({
  entries: z.array(
    z.object({
      seq: z.int(),
      at,
      actor: z.string(),
      kind: z.enum(HISTORY_KINDS),
      canTakeBack: z.boolean(),
      changes: z.array(fileChange).describe('of the centre'),
      media: z
        .array(z.object({ name: z.string(), how: z.enum(['put', 'replaced', 'removed']) }))
        .describe('pictures and videos of the boards'),
      about: z
        .object({ name: z.string(), role: role.nullable() })
        .nullable()
        .describe('whom or what of the staff, their cards, the devices and the programs it is about'),
    }),
  ),
  hasMore: z.boolean(),
});
const member = z.object({ id: z.int(), name: z.string(), role });
const signedIn = z.object({ session: z.string().describe('the key of the session'), name: z.string(), role });
const peopleAnswer = z.object({
  staff: z.array(
    member.extend({
      addedAt: at,
      lockedAt: at.nullable(),
      hasPin: z.boolean().describe('not so of somebody who came back to the staff'),
      hasSecondPin: z.boolean(),
      cards: z.int(),
      signedInAt: at.nullable().describe('when they were last seen at a screen that they are signed in at'),
    }),
  ),
});

const pairingAnswer = z.object({
  words: z.array(z.string()).describe('of the hub’s key: what a new device must show, too'),
  url: z.string().nullable().describe('where devices reach this hub; null while it answers this machine alone'),
  waiting: z.int().describe('machines that show a code now'),
  devices: z.array(
    z.object({
      id: z.int(),
      name: z.string(),
      kind: z.enum(DEVICE_KINDS),
      place: z.string().nullable(),
      pairedAt: at,
      isHere: z.boolean(),
    }),
  ),
});

const testOutcome = slipOutcome.exclude(['queued']);
const testAnswer = z.object({ outcome: testOutcome });
const staffAnswer = z.object({ name: z.string() });
const maintenanceAnswer = z.object({
  printer: placedPrinter,
  readers: z.array(readerView),
  outcome: testOutcome.nullable().describe('of the test slip, if one was asked for'),
});

const subjectAnswer = z.object({
  name: z.string().nullable().describe('that a booking brought'),
  hasPhone: z.boolean().describe('whether a keyed hash of their phone is kept'),
  tokens: z.array(z.object({ label: z.string(), serviceDay: z.string(), serviceId: z.string() })),
  bookings: z.array(z.object({ sourceId: z.string(), slotAt: at, serviceId: z.string(), status: z.string() })),
  applications: z.array(
    z.object({ trackingNumber: z.string(), serviceId: z.string(), state: z.string(), filedAt: at }),
  ),
});

/** What each question is answered with. */
export const ANSWERS = {
  application: applicationAnswer,
  workList: workListAnswer,
  slots: slotsAnswer,
  testPrinter: testAnswer,
  staffOfCard: staffAnswer,
  maintenance: maintenanceAnswer,
  tellReaders: z.object({}),
  whoCanSignIn: z.object({ staff: z.array(member.extend({ canApprove: z.boolean() })) }),
  signIn: signedIn,
  signOut: z.object({}),
  stillHere: z.object({}),
  changePin: z.object({}),
  makeFirstManager: signedIn,
  approve: z.object({ approval: z.string() }),
  ticket: z.object({ ticket: z.string() }),
  anomalies: anomaliesAnswer,
  people: peopleAnswer,
  pairing: pairingAnswer,
  centreFile: centreFileAnswer,
  checkCentre: checkAnswer,
  setUpHistory: historyAnswer,
  ...ALONE_ANSWERS,
  ...STANDBY_ANSWERS,
  ...INTEGRATION_ANSWERS,
  report: reportAnswer,
  counterDay: counterDayAnswer,
  replayDays: replayDaysAnswer,
  replayDay: replayDayAnswer,
  replayFrame: replayFrameAnswer,
  whatIf: whatIfAnswer,
  tellSeen: z.object({}),
  takeSnapshot: z.object({ name: z.string() }),
  restore: z.object({}),
  findSubject: subjectAnswer,
  printDayClose: z.object({ outcome: testOutcome, seq: z.int(), hash: z.string() }),
} as const;

export type AnswerOf<Name extends QuestionName> = z.infer<(typeof ANSWERS)[Name]>;
export type TimelineStage = z.infer<typeof timelineStage>;
