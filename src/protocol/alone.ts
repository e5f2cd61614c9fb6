import { z } from 'zod';
import { LANGUAGES } from '../domain/token.ts';
import type { CentreView, KioskView } from './views/views.ts';
import { PRINTER_KINDS, printerStatus } from './views/printer-view.ts';
import type { Centre } from '../domain/centre.ts';

const id = z.string().min(1).max(64);
const at = z.int().positive().describe('epoch ms of the hub');
const number = z.int().positive().max(999_999);

/** What a kiosk tells of every number that it gave on its own. */
const alone = z.strictObject({
  lease: z.strictObject({ id, turn: z.int().positive(), serviceDay: z.iso.date(), mark: z.string().max(1) }),
  series: z
    .string()
    .regex(/^[A-HJ-NPR-Z]{1,3}\d{1,2}$/)
    .describe('letters of the service, the letter of the lease, the kiosk'),
  number,
  at: at.describe('when it was given, by the hub’s clock as the kiosk reckons it on'),
  contact: z
    .strictObject({ at, queueAt: z.int() })
    .describe('the moment at which the kiosk had heard of the hub for the last time'),
  forCommand: id.describe('id of the command in whose place it was given: that one is done no more'),
  slips: z
    .array(z.strictObject({ outcome: z.enum(['confirmed', 'notSent', 'uncertain']), at }))
    .max(20)
    .describe('the slip, then its copies'),
});
export type AloneToken = z.infer<typeof alone>;

/** What the machine of a kiosk commands by itself. */
export const ALONE_COMMANDS = {
  lease: z
    .strictObject({
      held: z
        .strictObject({ leaseId: id, turn: z.int().positive(), usedTo: z.int().min(0) })
        .nullable()
        .describe('what it has, and the last number that it gave by it; all of those are merged'),
    })
    .describe('A kiosk’s machine asks for numbers that it may give on its own while the hub is away.'),
  mergeIssue: z
    .strictObject({
      alone,
      wish: z.strictObject({
        serviceIds: z.array(id).min(1).max(5),
        classes: z.array(id).max(8),
        language: z.enum(LANGUAGES),
      }),
      sealedCnic: z.string().max(1_000).nullable().describe('with the public key of `provisions`; base64'),
    })
    .describe('A kiosk that was on its own tells of a token that it gave: it takes the place of when it was given.'),
  mergeCheckIn: z
    .strictObject({ alone, code: z.string().min(1).max(128) })
    .describe(
      'A kiosk that was on its own tells of a check-in: a second one of a booking becomes an alias of the first.',
    ),
} as const;

/** What it asks by itself. */
export const ALONE_QUESTIONS = {
  provisions: z
    .strictObject({ mark: z.string().max(64).nullable().describe('of those that it has') })
    .describe('What a kiosk needs to know to go on alone; nothing where it has the same already.'),
  tellPrinter: z
    .strictObject({ kind: z.enum(PRINTER_KINDS), status: printerStatus })
    .describe('The machine of a kiosk, which prints itself, tells how its printer is, whenever that changes.'),
} as const;

const booking = z.object({
  id: z.int(),
  sourceId: z.string(),
  serviceId: z.string(),
  slotAt: at,
  language: z.enum(LANGUAGES),
  needs: z.array(z.string()),
});

/** What a kiosk keeps on its disk for when it is alone. No name, phone or CNIC is in it. */
export const provisions = z.object({
  centre: z
    .json()
    .describe('as it is set up: its own hub’s, so nothing of it is checked again') as unknown as z.ZodType<Centre>,
  bookings: z.array(booking).describe('of this service day, that nobody has checked in for'),
  serviceDay: z.string(),
  sealKey: z.string().describe('public key (PEM, RSA) that CNICs are sealed with on the kiosk’s disk'),
});
export type Provisions = z.infer<typeof provisions>;

export const ALONE_ANSWERS = {
  provisions: z.object({
    mark: z.string(),
    issued: z.record(z.string(), z.int()).describe('tokens of this service day by service, for their caps'),
    provisions: provisions.nullable(),
  }),
  tellPrinter: z.object({}),
} as const;

/** A lease as its kiosk is given it; `skip`: numbers that live tokens of earlier days hold. */
export const givenLease = z.object({
  id,
  kioskId: z.int(),
  serviceDay: z.string(),
  firstNumber: z.int(),
  lastNumber: z.int(),
  turn: z.int(),
  mark: z.string(),
  grantedAt: at,
  untilAt: at,
  skip: z.array(z.int()),
});
export type GivenLease = z.infer<typeof givenLease>;

/** What a kiosk that is alone shows in the place of what the hub would push, and how long it can go on. */
export interface AloneState {
  readonly centre: CentreView;
  readonly kiosk: KioskView;
  /** Epoch ms of the hub, as the kiosk reckons it on. */
  readonly at: number;
  readonly left: number;
  readonly untilAt: number;
}

/** Told by the machine of a kiosk to its page: whether it is alone, and what became of the slips that it printed so. */
export interface AloneNow {
  readonly state: AloneState | null;
  readonly slips: KioskView['slips'];
}
