import { readWords } from '../text.ts';
import { PEOPLE_WORDS } from '../words/people.ts';

/** The shared words of signing in and approving, by language. */
export const peopleText = readWords(PEOPLE_WORDS);
