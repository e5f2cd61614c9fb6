import { isGuessable, readPin } from '../../domain/people/pin.ts';
import type { CommandName } from '../../protocol/commands.ts';
import type { ReadCommand } from '../commands/run-command.ts';
import type { No } from './pin-check.ts';
import type { Pins } from './pins.ts';

interface PinPair {
  readonly pin: string;
  readonly secondPin: string | null;
}

/** New PINs as they may be kept: hashed; or why they are none. */
export async function hashNewPins(pins: Pins, { pin, secondPin }: PinPair): Promise<PinPair | No> {
  const [first, second] = [readPin(pin), secondPin === null ? null : readPin(secondPin)];
  if (first === undefined || second === undefined) return { code: 'badPin' };
  if (isGuessable(first) || (second !== null && isGuessable(second))) return { code: 'guessablePin' };
  if (first === second) return { code: 'samePin' };
  return { pin: await pins.hash(first), secondPin: second === null ? null : await pins.hash(second) };
}

const CARRY_PINS: ReadonlySet<CommandName> = new Set(['addStaff', 'setPin']);

/** A command as it may go into the hall: PINs in it are hashed first, off the hub's thread. */
export async function withHashedPins(pins: Pins, command: ReadCommand): Promise<ReadCommand | No> {
  if (!CARRY_PINS.has(command.name)) return command;
  const hashed = await hashNewPins(pins, command.payload as PinPair);
  return 'code' in hashed ? hashed : { ...command, payload: { ...(command.payload as object), ...hashed } };
}
