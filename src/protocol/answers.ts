import { z } from 'zod';
import { APPLICATION_STATES } from '../domain/journeys/application.ts';
import type { QuestionName } from './commands.ts';
import { placedPrinter, slipOutcome } from './printer-view.ts';
import { readerView } from './reader-view.ts';

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
  tellSeen: z.object({}),
  takeSnapshot: z.object({ name: z.string() }),
  restore: z.object({}),
  findSubject: subjectAnswer,
  printDayClose: z.object({ outcome: testOutcome, seq: z.int(), hash: z.string() }),
} as const;

export type AnswerOf<Name extends QuestionName> = z.infer<(typeof ANSWERS)[Name]>;
export type TimelineStage = z.infer<typeof timelineStage>;
