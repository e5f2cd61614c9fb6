import { z } from 'zod';
import { LANGUAGES } from '../domain/token.ts';

const id = z.string().min(1).max(64);
const tokenId = z.int().positive();
const counterId = z.int().positive().max(999);
const classes = z.array(id).max(8);
const language = z.enum(LANGUAGES);
const text = z
  .string()
  .trim()
  .min(1)
  .refine((words) => words.isWellFormed(), 'half a character');
const label = z.string().min(2).max(16);
const ofToken = z.strictObject({ tokenId });
const nothing = z.strictObject({});

/** The payload of every command. Who sends it, and from which counter or kiosk, comes from the connection alone. */
export const COMMANDS = {
  issue: z
    .strictObject({ serviceId: id, classes, language })
    .describe('A citizen takes a token at a kiosk; the slip prints.'),
  checkIn: z
    .strictObject({ label })
    .describe('The citizen of a token carried over from an earlier service day is back.'),
  openCounter: z.strictObject({ operator: text.max(60) }).describe('The operator sits down.'),
  takeBreak: nothing.describe('The counter pauses.'),
  closeCounter: nothing.describe('The counter closes; what waited for it alone goes back to its line.'),
  setAutoCall: z.strictObject({ isOn: z.boolean() }).describe('Whether a finish calls the next token by itself.'),
  call: nothing.describe("Calls the token that is next by the calling rule among this counter's lines."),
  jump: z.strictObject({ label, reason: text.max(200) }).describe('Calls a given token out of order, with a reason.'),
  recall: ofToken.describe('Calls the current token once more.'),
  start: ofToken.describe('The citizen is at the counter.'),
  finish: z
    .strictObject({ tokenId, thenCall: z.boolean() })
    .describe('Serving ends; the next token is called if asked for, or if the counter calls by itself.'),
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
  confirmClock: nothing.describe('Confirms a clock that lies before the last event.'),
  turnDemoClock: z.strictObject({ toAt: z.int().positive() }).describe('Turns the clock of a demo hub forward.'),
} as const;

export type CommandName = keyof typeof COMMANDS;
export type Payload<Name extends CommandName> = z.infer<(typeof COMMANDS)[Name]>;

/** What every command is wrapped in. `id` is a UUIDv7 made by the sender and kept until the answer is there. */
export const envelopeSchema = z.strictObject({
  id: z.uuidv7(),
  name: z.string().max(64),
  payload: z.unknown(),
});
export type Envelope<Name extends CommandName = CommandName> = {
  readonly id: string;
  readonly name: Name;
  readonly payload: Payload<Name>;
};

/** A command by that name, or undefined. */
export const isCommandName = (name: string): name is CommandName => Object.hasOwn(COMMANDS, name);
