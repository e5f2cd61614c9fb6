import { randomBytes } from 'node:crypto';
import type { CommandName } from '../../protocol/commands.ts';
import type { APPROVED_BY } from '../../protocol/roles.ts';

/** What somebody can approve. */
export type Approved = keyof typeof APPROVED_BY;

/** An approval is good for one command of the screen that asked for it, for this long. */
const GOOD_MS = 2 * 60_000;
/** More than these are never open at once; the oldest goes. */
const MOST = 500;

interface Approval {
  readonly by: string;
  readonly device: string;
  readonly command: Approved;
  readonly untilMs: number;
}

/** Approvals that were given and not yet used. Times in ms of a monotonic clock. */
export function approvalsOf(nowMs: () => number) {
  const open = new Map<string, Approval>();
  return {
    /** Somebody approves one command of a device. Gives what goes into its envelope. */
    give(by: string, device: string, command: Approved): string {
      const key = randomBytes(24).toString('base64url');
      const [oldest] = open.keys();
      if (open.size >= MOST && oldest !== undefined) open.delete(oldest);
      open.set(key, { by, device, command, untilMs: nowMs() + GOOD_MS });
      return key;
    },
    /** Who approved that command of that device; undefined when nobody did. It is used up by this. */
    take(key: string | undefined, device: string, command: CommandName | Approved): string | undefined {
      const approval = key === undefined ? undefined : open.get(key);
      if (key === undefined || !approval) return undefined;
      open.delete(key);
      const isFitting = approval.device === device && approval.command === command && nowMs() <= approval.untilMs;
      return isFitting ? approval.by : undefined;
    },
  };
}

export type Approvals = ReturnType<typeof approvalsOf>;
