import type { CentreFile } from '../../../protocol/centre-file.ts';
import { fileChanges, type FileChange, type FileValue, withChanges } from '../../../protocol/set-up/file-changes.ts';

/** A centre as it is being changed: what it was changed from, under the hub's mark of it, and what it would be. */
export interface Draft {
  readonly base: string;
  readonly before: CentreFile;
  readonly file: CentreFile;
}

const plain = (file: CentreFile): FileValue => file as unknown as FileValue;

/** What the draft changes. */
export const changesOf = ({ before, file }: Draft): readonly FileChange[] => fileChanges(plain(before), plain(file));

/** The draft's own changes on a centre that somebody else has changed meanwhile. */
export const carriedOver = (draft: Draft, now: Pick<Draft, 'base'> & { readonly file: CentreFile }): Draft => ({
  base: now.base,
  before: now.file,
  file: withChanges(plain(now.file), changesOf(draft)) as unknown as CentreFile,
});
