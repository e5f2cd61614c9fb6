import type { Centre } from '../domain/centre.ts';
import type { Language } from '../domain/token.ts';
import { plainText } from './text-clips.ts';

/** The names of a centre that a kiosk shows, and so reads aloud, in one language and without repeats. */
export function centreTexts(centre: Centre, language: Language): readonly string[] {
  const { name, groups, services, classes, stages } = centre;
  const named = [...groups, ...services, ...classes, ...stages].map((one) => one.name);
  const texts = [name, ...named, ...services.flatMap(({ papers }) => papers)].map((words) => words[language]);
  return [...new Map(texts.map((text) => [plainText(text), text])).values()];
}
