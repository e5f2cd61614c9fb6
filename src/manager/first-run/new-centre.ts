import type { Words } from '../../domain/words.ts';
import type { CentreFile } from '../../protocol/centre-file.ts';
import { newId, nextSeries } from '../set-up/draft/new-id.ts';

type FileService = CentreFile['services'][number];
type FileProfile = CentreFile['profiles'][number];

/** The one stage at a counter that a new service begins with; more are added in the set-up. */
const DESK: CentreFile['stages'][number] = {
  id: 'desk',
  place: 'counter',
  name: { en: 'At the counter', ur: 'کاؤنٹر پر' },
};
/** Where its two times stand in a new service's journey. */
export const DESK_PLACE = 1;

const EVERY: FileProfile = { id: 'all', name: { en: 'Every service', ur: 'ہر خدمت' }, levels: [[]] };
const HALL = { id: 'hall-1', name: { en: 'Hall 1', ur: 'ہال ۱' } };
const OTHERS = { id: 'other', name: { en: 'Other services', ur: 'دیگر خدمات' }, pictogram: 'document' };
const WORKDAY = ['08:00-16:00'];

/** A centre without services, to be filled in: what hardly differs between centres is as in the example. */
export function emptyCentre(example: CentreFile, timeZone: string): CentreFile {
  const { appointments, slipLanguages, islamicDays, carriedDays, dayStart, stages, classes, paperSeries } = example;
  const [first, ...others] = stages;
  const [monday, tuesday, wednesday, thursday, friday, saturday] = Array.from({ length: 6 }, () => WORKDAY);
  const empty = {
    id: 'centre',
    name: { en: '', ur: '' },
    timeZone,
    dayStart,
    hours: { monday, tuesday, wednesday, thursday, friday, saturday, sunday: [] },
    holidays: [],
    appointments,
    ...(paperSeries === undefined ? {} : { paperSeries }),
    slipLanguages,
    islamicDays,
    cnicPattern: null,
    carriedDays,
    stages: [...(first ? [first] : []), DESK, ...others],
    groups: [],
    services: [],
    classes,
    halls: [HALL],
    profiles: [EVERY],
    counters: [],
    kiosks: [],
    boards: [],
    ticker: [],
  };
  return withKiosks(withCounters(empty as unknown as CentreFile, 3), 1);
}

/** The stages of a new service, with the minutes that one is promised to wait and that it usually takes. */
const journeyOf = (file: CentreFile, targetMinutes: number, serviceMinutes: number): FileService['journey'] => [
  { stage: file.stages[0]?.id ?? DESK.id },
  { stage: DESK.id, targetMinutes, serviceMinutes },
];

/** A service is done by every counter until somebody splits them. */
function withService(file: CentreFile, service: FileService, group: CentreFile['groups'][number]): CentreFile {
  const groups = file.groups.some(({ id }) => id === group.id) ? file.groups : [...file.groups, group];
  const profiles = file.profiles.map((profile) => ({ ...profile, levels: [[...profile.levels.flat(), service.id]] }));
  return { ...file, groups, profiles, services: [...file.services, service] };
}

const seriesFor = ({ services, paperSeries }: CentreFile): string =>
  nextSeries([...services.map(({ series }) => series), ...(paperSeries === undefined ? [] : [paperSeries])]);

/** The file with a service of the example: its names, picture, group and papers, and one stage at a counter. */
export function withExample(file: CentreFile, example: CentreFile, id: string): CentreFile {
  const service = example.services.find((one) => one.id === id);
  const group = example.groups.find((one) => one.id === service?.group);
  if (!service || !group) return file;
  const timed = service.journey.filter(({ serviceMinutes }) => serviceMinutes !== undefined);
  const takes = timed.reduce((sum, { serviceMinutes = 0 }) => sum + serviceMinutes, 0);
  const journey = journeyOf(file, timed[0]?.targetMinutes ?? 30, Math.ceil(takes));
  const { name, pictogram, papers } = service;
  return withService(file, { id, series: seriesFor(file), name, group: group.id, pictogram, journey, papers }, group);
}

/** The file with a service that the example has not. */
export function withOwn(file: CentreFile, name: Words): CentreFile {
  const id = newId(
    name.en,
    file.services.map((one) => one.id),
    'service',
  );
  const journey = journeyOf(file, 30, 5);
  const service = { id, series: seriesFor(file), name, group: OTHERS.id, pictogram: 'document', journey, papers: [] };
  return withService(file, service, OTHERS);
}

/** The file without a service, and without its group where that has no other. */
export function withoutService(file: CentreFile, id: string): CentreFile {
  const services = file.services.filter((one) => one.id !== id);
  return {
    ...file,
    services,
    groups: file.groups.filter((group) => services.some((one) => one.group === group.id)),
    profiles: file.profiles.map((profile) => ({
      ...profile,
      levels: [profile.levels.flat().filter((one) => one !== id)],
    })),
  };
}

const countTo = (count: number): readonly number[] => Array.from({ length: count }, (_, place) => place + 1);
const profileOf = (counter: number): string => `counter-${counter}`;

/** Whether each counter has services of its own. */
export const isSplit = ({ profiles }: CentreFile): boolean => profiles[0]?.id !== EVERY.id;

/** The services of a counter that has its own: all of them, until somebody chooses. */
const ownProfile = (file: CentreFile, counter: number): FileProfile =>
  file.profiles.find(({ id }) => id === profileOf(counter)) ?? {
    id: profileOf(counter),
    levels: [file.services.map(({ id }) => id)],
  };

/** The file with so many counters, numbered from 1. */
export function withCounters(file: CentreFile, count: number): CentreFile {
  const numbers = countTo(count);
  const counters = numbers.map((id) => ({
    id,
    hall: HALL.id,
    profile: isSplit(file) ? profileOf(id) : EVERY.id,
    paperMm: 80 as const,
  }));
  const profiles = isSplit(file) && count > 0 ? numbers.map((id) => ownProfile(file, id)) : file.profiles;
  return { ...file, counters, profiles };
}

/** The file with counters that each have services of their own, or that all serve every service. */
export function withSplit(file: CentreFile, split: boolean): CentreFile {
  const services = file.services.map(({ id }) => id);
  const profiles = split ? file.counters.map(({ id }) => ownProfile(file, id)) : [{ ...EVERY, levels: [services] }];
  return withCounters({ ...file, profiles }, file.counters.length);
}

/** The file with so many kiosks, numbered from 1; those that were there keep their printers. */
export const withKiosks = (file: CentreFile, count: number): CentreFile => ({
  ...file,
  kiosks: countTo(count).map(
    (id) =>
      file.kiosks.find((one) => one.id === id) ?? {
        id,
        hall: HALL.id,
        printer: 'preview' as const,
        paperMm: 80 as const,
      },
  ),
});

/** What counters of the same services are called: by those. */
function nameOf({ services }: CentreFile, served: readonly string[]): Words {
  const names = services.filter(({ id }) => served.includes(id)).map(({ name }) => name);
  if (names.length === services.length) return { en: 'Every service', ur: 'ہر خدمت' };
  const cut = (text: string): string => (text.length > 80 ? `${text.slice(0, 79)}…` : text);
  return { en: cut(names.map(({ en }) => en).join(', ')), ur: cut(names.map(({ ur }) => ur).join('، ')) };
}

/** The file as the hub takes it: under an id of its own, and with one plan for counters of the same services. */
export function finished(file: CentreFile): CentreFile {
  const inOrder = (levels: FileProfile['levels']): readonly string[] =>
    file.services.map(({ id }) => id).filter((id) => levels.flat().includes(id));
  const planOf = new Map(file.profiles.map(({ id, levels }) => [id, inOrder(levels)]));
  const plans = [...new Set([...planOf.values()].map((served) => served.join(' ')))];
  const idOf = (served: readonly string[]): string => `plan-${plans.indexOf(served.join(' ')) + 1}`;
  return {
    ...file,
    id: newId(file.name.en, [], 'centre'),
    profiles: plans.map((plan, place) => {
      const served = plan === '' ? [] : plan.split(' ');
      return { id: `plan-${place + 1}`, name: nameOf(file, served), levels: [served] };
    }),
    counters: file.counters.map((counter) => ({ ...counter, profile: idOf(planOf.get(counter.profile) ?? []) })),
  };
}
