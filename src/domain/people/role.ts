/**
 * Whose hand is at a screen. Devices have the first four, people the others; `nobody` is a console at which nobody has
 * signed in, `clock` the director of a demo, `standby` another hub that follows this one.
 */
export const ROLES = [
  'kiosk',
  'board',
  'clock',
  'standby',
  'nobody',
  'operator',
  'supervisor',
  'manager',
  'auditor',
] as const;
export type Role = (typeof ROLES)[number];

/** The roles that people have. */
export const STAFF_ROLES = ['operator', 'supervisor', 'manager', 'auditor'] as const satisfies readonly Role[];
export type StaffRole = (typeof STAFF_ROLES)[number];

/** One of the staff. What they prove themselves with lies elsewhere, and is no part of the log. */
export interface Staff {
  readonly id: number;
  readonly name: string;
  readonly role: StaffRole;
  readonly addedAt: number;
  readonly removedAt: number | null;
  /** Since when they may not sign in, after too many wrong PINs. */
  readonly lockedAt: number | null;
}
