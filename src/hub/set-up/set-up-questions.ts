import { centreOfFile } from '../../protocol/set-up/centre-of-file.ts';
import type { CentreFile } from '../../protocol/centre-file.ts';
import { fileChanges, type FileValue } from '../../protocol/set-up/file-changes.ts';
import { fileOfCentre } from '../../protocol/set-up/file-of-centre.ts';
import type { AnswerOf } from '../../protocol/answers/answers.ts';
import type { Centre } from '../../domain/centre.ts';
import type { Store } from '../../store/store.ts';
import { wireError } from '../commands/command-reply.ts';
import { setUpBlocks } from './blocks.ts';
import { centreBase } from './centre-base.ts';

/** The centre as its forms show it. */
export const centreFileAnswer = (centre: Centre): AnswerOf<'centreFile'> => ({
  file: fileOfCentre(centre),
  base: centreBase(centre),
});

/** What changing the centre to a file would change, and what keeps it from being done. */
export function checkCentre(store: Store, centre: Centre, file: CentreFile, at: number): AnswerOf<'checkCentre'> {
  const after = centreOfFile(file);
  const [from, to] = [fileOfCentre(centre), fileOfCentre(after)] as unknown as [FileValue, FileValue];
  return {
    changes: fileChanges(from, to).map((one) => ({
      ...one,
      path: [...one.path],
    })) as AnswerOf<'checkCentre'>['changes'],
    blocks: setUpBlocks(store, centre, after, at).map((block) => wireError(block, centre)),
  };
}
