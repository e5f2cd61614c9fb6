import type { Role, Staff } from '../domain/people/role.ts';
import type { Handshake } from '../protocol/handshake.ts';

/** Whose hand is at a screen. */
export type Hand = Pick<Sender, 'role' | 'staff' | 'sessionHash'>;

/** A connected screen, whose hand is at it, and who that is. The session's key itself is not kept. */
export type Sender = Handshake & {
  readonly role: Role;
  readonly staff: Staff | null;
  readonly sessionHash: string | null;
  /** The paired machine that it is; null on the hub's own. */
  readonly deviceId: number | null;
};
