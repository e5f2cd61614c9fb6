import { z } from 'zod';
import { SPEECH_LANGUAGES } from '../../domain/speech-language.ts';
import { MEDIA_NAME, MEDIA_VERSION } from '../media-names.ts';

/**
 * Where in a data folder lies what belongs to the hall and is in no table, and under which names: pictures of the boards,
 * those that can be taken back, recorded voices.
 */
const PLACES: readonly (readonly [folder: string, name: RegExp])[] = [
  ['media', MEDIA_NAME],
  ['media/.kept', MEDIA_VERSION],
  ...SPEECH_LANGUAGES.map((language) => [`voices/${language}`, MEDIA_NAME] as const),
];
export const BESIDE_FOLDERS = PLACES.map(([folder]) => folder);

/** Whether that is the path of such a file in a data folder. */
export const isBeside = (path: string): boolean =>
  PLACES.some(([folder, name]) => path.startsWith(`${folder}/`) && name.test(path.slice(folder.length + 1)));

/** What lies beside a hub's store, for the one that stands by. */
export const besideAnswer = z.strictObject({
  placed: z.int().min(0).describe('the last event whose change of the boards’ pictures has come to the folder'),
  files: z.array(
    z.strictObject({
      path: z.string().refine(isBeside),
      bytes: z.int().min(0),
      changedAt: z.int().describe('epoch ms'),
    }),
  ),
});
export type BesideFile = z.infer<typeof besideAnswer>['files'][number];
