import type { Language } from '../../domain/token.ts';
import type { Words } from '../../domain/words.ts';
import type { CentreFile } from '../../protocol/centre-file.ts';
import { said } from '../../renderer/text.ts';
import type { ManagerText } from '../manager-words.tsx';
import type { ListName } from './draft/entries.ts';

/** By whom something is read. */
export interface Reader {
  readonly language: Language;
  readonly text: ManagerText;
}

interface Named {
  readonly id: string | number;
  readonly name?: Words | undefined;
}

const spaced = (id: string | number): string => {
  const words = String(id).replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
};

/** What an entry of a list is called; what has no name is called by what it was added as. */
export function titleOf(list: ListName, entry: Named, { language, text }: Reader): string {
  if (list === 'counters') return text('atCounter', { number: Number(entry.id) });
  if (list === 'kiosks') return text('atKiosk', { number: Number(entry.id) });
  return said(entry.name, language) || said(entry.name, 'en') || spaced(entry.id);
}

/** What the entry of that id is called, in the first of those files that has it. */
export function nameIn(files: readonly CentreFile[], list: ListName, id: string | number, reader: Reader): string {
  const entries = files.flatMap((file) => file[list] as readonly Named[]);
  const entry = entries.find((one) => String(one.id) === String(id));
  return entry ? titleOf(list, entry, reader) : titleOf(list, { id }, reader);
}
