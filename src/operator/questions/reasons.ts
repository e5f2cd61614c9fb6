import { OPERATOR_WORDS } from '../../renderer/words/operator.ts';
import type { OperatorText } from '../operator-words.tsx';

/** Why a token goes back to an earlier stage, most frequent first. */
export const BACK_REASONS = ['photographMissing', 'copyMissing', 'signatureMissing', 'feeNotPaid'] as const;
/** Why a visit ends before its last stage. */
export const END_REASONS = ['papersIncomplete', 'notEntitled', 'elsewhere', 'gaveUp'] as const;

export type Reason = (typeof BACK_REASONS)[number] | (typeof END_REASONS)[number];

const REASONS: readonly Reason[] = [...BACK_REASONS, ...END_REASONS];

/** What the log keeps of a reason: plain English, whatever language the operator reads. */
export const reasonToKeep = (reason: Reason): string => OPERATOR_WORDS.en[reason];

/** A kept reason in the reader's language, where it is one of these; else as somebody wrote it. */
export function reasonText(kept: string, text: OperatorText): string {
  const known = REASONS.find((reason) => reasonToKeep(reason) === kept);
  return known ? text(known) : kept;
}
