import { z } from 'zod';
import type { FileStaff } from '../../domain/people/file-staff.ts';
import { STAFF_ROLES } from '../../domain/people/role.ts';
import { typedText } from '../typed-text.ts';

/** As many of the staff are taken over at once. */
const MOST_STAFF = 500;

const fileStaff = z.strictObject({ name: typedText.max(60), role: z.enum(STAFF_ROLES) });

/** What the command carries that takes them over. */
export const importStaff = z
  .strictObject({ staff: z.array(fileStaff).min(1).max(MOST_STAFF) })
  .describe(
    'Takes over the staff that a centre’s file names: who is new joins without PINs, who is known gets the role. Nobody leaves.',
  );

/** The staff that a centre's file names, and nothing else that it may say of them. */
export const writeStaffFile = (staff: readonly FileStaff[]): string =>
  `${JSON.stringify(
    staff.map(({ name, role }) => ({ name, role })),
    null,
    2,
  )}\n`;

/** The staff of such a file; who is no such person is left out, and so is a file that is none. */
export function readStaffFile(text: string): readonly FileStaff[] {
  try {
    const read = z.array(z.unknown()).parse(JSON.parse(text));
    return read.flatMap((one) => fileStaff.safeParse(one).data ?? []).slice(0, MOST_STAFF);
  } catch {
    return [];
  }
}
