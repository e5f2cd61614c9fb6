import { z } from 'zod';
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

/** What a screen says of itself when it connects. Everything that the hub logs of a command's origin is fixed here. */
export const handshakeSchema = z.discriminatedUnion('screen', [
  z.strictObject({ screen: z.literal('kiosk'), version, device, era, lostMs, kioskId: z.int().positive() }),
  z.strictObject({
    screen: z.literal('operator'),
    version,
    device,
    era,
    lostMs,
    counterId: z.int().positive().nullable(),
    session,
  }),
  z.strictObject({
    screen: z.literal('board'),
    version,
    device,
    era,
    lostMs,
    hallId: z.string().max(64).nullable(),
    boardId: z.string().max(64).nullable().default(null),
  }),
  z.strictObject({ screen: z.literal('counterDisplay'), version, device, era, lostMs, counterId: z.int().positive() }),
  z.strictObject({
    screen: z.literal('manager'),
    version,
    device,
    era,
    lostMs,
    /** In a demo, where nobody has a PIN. */
    name: typedText.max(60).optional(),
    session,
  }),
  z.strictObject({ screen: z.literal('clock'), version, device, era, lostMs }),
  z.strictObject({ screen: z.literal('standby'), version, device, era, lostMs }),
]);
export type Handshake = z.infer<typeof handshakeSchema>;
export type ScreenKind = Handshake['screen'];
