import type { Words } from '../../../domain/words.ts';
import { type CentreFile, WEEK } from '../../../protocol/centre-file.ts';
import { type FileChange, type FileValue, ORDER } from '../../../protocol/set-up/file-changes.ts';
import { digits, said } from '../../../renderer/text.ts';
import { keyOr } from '../../manager-words.tsx';
import type { ListName } from '../draft/entries.ts';
import { nameIn, type Reader } from '../titles.ts';

/** By whom changes are read, and the files in which the names of what they are about are looked up. */
export interface ChangeReader extends Reader {
  readonly files: readonly CentreFile[];
}

/** A change as people read it. */
export interface ChangeWords {
  readonly place: readonly string[];
  readonly kind: 'added' | 'removed' | 'changed';
  readonly before: string;
  readonly after: string;
}

/** The fields that name an entry of a list, and which list that is. */
const NAMES: Readonly<Record<string, ListName>> = {
  group: 'groups',
  hall: 'halls',
  profile: 'profiles',
  profiles: 'profiles',
  stage: 'stages',
  journey: 'stages',
  levels: 'services',
  services: 'services',
  groups: 'groups',
  stages: 'stages',
  classes: 'classes',
  halls: 'halls',
  counters: 'counters',
  kiosks: 'kiosks',
  boards: 'boards',
};
const LISTS: ReadonlySet<string> = new Set(Object.values(NAMES));

/** The fields whose values are words of a short list. */
const CHOICES: Readonly<Record<string, string>> = {
  identity: 'identity',
  place: 'place',
  slipLanguages: 'slips',
  standbyTakesOver: 'standbyMode',
  speaks: 'voice',
  pictogram: 'pict',
};
const UNITS: Readonly<Record<string, string>> = {
  earlyMinutes: 'minutes',
  lateMinutes: 'minutes',
  targetMinutes: 'minutes',
  serviceMinutes: 'minutes',
  dueHours: 'hours',
  bookablePercent: 'percent',
  volumePercent: 'percent',
  carriedDays: 'days',
  dayCap: 'tokens',
  personCap: 'tokens',
  warnPercent: 'percent',
  urgentPercent: 'percent',
  idleCounterMinutes: 'minutes',
  unservedMinutes: 'minutes',
  printerSeconds: 'seconds',
  feedDownMinutes: 'minutes',
  deviceLostMinutes: 'minutes',
  snapshotHours: 'clockHours',
  consoleIdleMinutes: 'minutes',
  managerIdleMinutes: 'minutes',
};

const isWords = (value: FileValue): value is { readonly en: string; readonly ur: string } =>
  typeof value === 'object' && value !== null && 'en' in value && 'ur' in value;

const comma = ({ language }: Reader): string => (language === 'ur' ? '، ' : ', ');

/** The last field of a path that is no place in a list. */
const fieldOf = (path: readonly string[]): string =>
  path.findLast((name, at) => !isEntry(path, at) && name !== ORDER && name !== 'en' && name !== 'ur') ?? '';

/** Whether what stands there in a path is the id of an entry. */
const isEntry = (path: readonly string[], at: number): boolean =>
  path[at] !== ORDER && ((at === 1 && LISTS.has(path[0] ?? '')) || path[at - 1] === 'journey');

/** Parts of a path that are called the same wherever they stand. */
const LABELS: Readonly<Record<string, string>> = {
  [ORDER]: 'order',
  en: 'english',
  ur: 'urdu',
  ...Object.fromEntries(WEEK.map((day) => [day, `day_${day}`])),
};

/** The key of what a part of a path is called: as a section of the set-up, as a field of its parent, or as a field. */
function labelKey(path: readonly string[], at: number): string {
  const name = path[at] ?? '';
  if (at === 0 && path.length > 1 && LISTS.has(name)) return `section_${name}`;
  const ofParent = `f_${path[at - 1] ?? ''}_${name}`;
  return LABELS[name] ?? (keyOr(ofParent, 'nothing') === 'nothing' ? `f_${name}` : ofParent);
}

const labelAt = (path: readonly string[], at: number, reader: ChangeReader): string =>
  isEntry(path, at)
    ? nameIn(reader.files, NAMES[path[at - 1] ?? ''] ?? 'services', path[at] ?? '', reader)
    : reader.text(keyOr(labelKey(path, at), 'nothing'));

/** A path in words, as `Services`, `Domicile`, `Papers`. */
export const placeWords = (path: readonly string[], reader: ChangeReader): readonly string[] =>
  path.map((_, at) => labelAt(path, at, reader));

function plainWords(field: string, value: string | number, reader: ChangeReader): string {
  const { text, language, files } = reader;
  const choice = CHOICES[field];
  if (choice !== undefined) return text(keyOr(`${choice}_${value}`, 'nothing'));
  const list = NAMES[field];
  if (list !== undefined) return nameIn(files, list, value, reader);
  const unit = UNITS[field];
  if (unit !== undefined) return `${digits(value, language)} ${text(keyOr(`unit_${unit}`, 'nothing'))}`;
  if (field === 'printer' && value === 'preview') return text('printer_way_preview');
  if (field === 'targetShare') return `${digits(Math.round(Number(value) * 100), language)} ${text('unit_percent')}`;
  return digits(value, language);
}

function listWords(field: string, list: readonly FileValue[], reader: ChangeReader): string {
  if (list.length === 0) return reader.text('nothing');
  const parts = list.map((value) => valueWords(field, value, reader));
  if (list.some((value) => Array.isArray(value))) return parts.join(` ${reader.text('thenLevel')} `);
  return parts.join(field === 'journey' ? (reader.language === 'ur' ? ' ← ' : ' → ') : comma(reader));
}

/** An entry that came or went, by what is worth reading of it. */
function entryWords(entry: { readonly [name: string]: FileValue }, reader: ChangeReader): string {
  if (typeof entry['stage'] === 'string') return nameIn(reader.files, 'stages', entry['stage'], reader);
  return Object.entries(entry)
    .filter(([name]) => name !== 'id' && name !== 'name')
    .map(([name, value]) => `${labelAt([name], 0, reader)}: ${valueWords(name, value, reader)}`)
    .join(reader.language === 'ur' ? '؛ ' : '; ');
}

/** A value of a centre file as people read it: names for ids, units, lists in a line; never JSON. */
export function valueWords(field: string, value: FileValue, reader: ChangeReader): string {
  if (value === null || value === '') return reader.text('nothing');
  if (typeof value === 'boolean') return reader.text(value ? 'yes' : 'no');
  if (typeof value !== 'object') return plainWords(field, value, reader);
  if (Array.isArray(value)) return listWords(field, value as readonly FileValue[], reader);
  if (isWords(value)) return said(value as Words, reader.language);
  return entryWords(value as { readonly [name: string]: FileValue }, reader);
}

/** What a change is about, and what stood and stands there. */
export function changeWords({ path, before, after }: FileChange, reader: ChangeReader): ChangeWords {
  const isOfEntry = isEntry(path, path.length - 1);
  const field = fieldOf(path);
  return {
    place: placeWords(path, reader),
    kind: isOfEntry && before === null ? 'added' : isOfEntry && after === null ? 'removed' : 'changed',
    before: valueWords(field, before, reader),
    after: valueWords(field, after, reader),
  };
}

/** The changes without the order of a list where that is only what came and went. */
export function worthReading(changes: readonly FileChange[]): readonly FileChange[] {
  return changes.filter(({ path, before, after }) => {
    if (path.at(-1) !== ORDER) return true;
    const [from, to] = [before as readonly string[], after as readonly string[]];
    const kept = from.filter((id) => to.includes(id));
    return kept.join(' ') !== to.filter((id) => from.includes(id)).join(' ');
  });
}
