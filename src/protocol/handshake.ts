import { z } from 'zod';
import { seenNumbers } from './standby/seen-numbers.ts';
import { typedText } from './typed-text.ts';
import { PROTOCOL_VERSION } from './version.ts';

const version = z.literal(PROTOCOL_VERSION);
const device = typedText.max(60);

/** The key of who is signed in there, as `signIn` gave it. */
const session = z.string().max(64).optional();

/** The latest epoch that the machine of a screen has seen, and of which log. */
const era = z
  .strictObject({ hubId: z.string().max(64), epoch: z.int().positive(), seal: z.string().max(64) })
  .optional();

/** How long its machine has heard no hub (ms), when it comes by at a standby. */
const lostMs = z.number().min(0).optional();

/** The newest numbers that it has seen, and of which service day: a hub that takes over goes on above them. */
const seen = z.strictObject({ day: z.iso.date(), numbers: seenNumbers }).optional();

/** What the machine of a screen says for it. */
const machine = { device, era, lostMs, seen };

/** What a screen says of itself when it connects. Everything that the hub logs of a command's origin is fixed here. */
export const handshakeSchema = z.discriminatedUnion('screen', [
  z.strictObject({ screen: z.literal('kiosk'), version, ...machine, kioskId: z.int().positive() }),
  z.strictObject({
    screen: z.literal('operator'),
    version,
    ...machine,
    counterId: z.int().positive().nullable(),
    session,
  }),
  z.strictObject({
    screen: z.literal('board'),
    version,
    ...machine,
    hallId: z.string().max(64).nullable(),
    boardId: z.string().max(64).nullable().default(null),
  }),
  z.strictObject({ screen: z.literal('counterDisplay'), version, ...machine, counterId: z.int().positive() }),
  z.strictObject({
    screen: z.literal('manager'),
    version,
    ...machine,
    /** In a demo, where nobody has a PIN. */
    name: typedText.max(60).optional(),
    session,
  }),
  z.strictObject({ screen: z.literal('clock'), version, ...machine }),
  z.strictObject({ screen: z.literal('standby'), version, ...machine }),
]);
export type Handshake = z.infer<typeof handshakeSchema>;
export type ScreenKind = Handshake['screen'];
