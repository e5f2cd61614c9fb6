import { hash, verify } from '@node-rs/argon2';

/** argon2id as OWASP's password storage sheet has it for one thread: 19 MiB, two passes; about 30 ms. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** Hashes PINs with a pepper that lies outside the database; off the hub's own thread. */
export const pinsOf = (pepper: Buffer) => ({
  hash: (pin: string): Promise<string> => hash(pin, { ...COST, secret: pepper }),
  isRight: (hashed: string, pin: string): Promise<boolean> => verify(hashed, pin, { secret: pepper }),
});

export type Pins = ReturnType<typeof pinsOf>;

/** Whether a payload's PIN has been hashed: a plain one must never reach the store. */
export const isHashed = (text: string): boolean => text.startsWith('$argon2id$');
