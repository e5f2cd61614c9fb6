import type { z } from 'zod';
import type { StagePlace } from '../domain/journeys/journey.ts';
import type { CentreFile } from './centre-file.ts';

/** What only a look at the whole file finds; `{value}` is the name that it is about. */
export const CHECK_FAULTS = {
  twice: '{value} stands here a second time',
  unknown: 'there is no {value}',
  unserved: 'no counter serves it',
  needsTimes: 'a stage at a counter needs targetMinutes and serviceMinutes',
  noTimes: 'only a stage at a counter has targetMinutes and serviceMinutes',
  needsDue: 'a stage in the back office, or for the citizen, needs dueHours',
  noDue: 'only the back office and the citizen have dueHours',
  noCounterStage: 'a journey has a stage at a counter',
  overlap: 'begins before the span before it ends',
  paperSeriesTaken: '{value} is the series of a service',
} as const;
export type CheckFault = keyof typeof CHECK_FAULTS;

type Found = readonly [fault: CheckFault, value?: string | number];
type Report = (path: readonly (string | number)[], ...found: Found) => void;

function checkUnique(list: string, field: string, values: readonly (string | number)[], report: Report): void {
  for (const [place, value] of values.entries()) {
    if (values.indexOf(value) !== place) report([list, place, field], 'twice', value);
  }
}

type Must = (set: ReadonlySet<string>, name: string, path: readonly (string | number)[]) => void;
type FileStage = CentreFile['services'][number]['journey'][number];

const NEEDS = {
  kiosk: { isTimed: false, isDue: false },
  counter: { isTimed: true, isDue: false },
  backOffice: { isTimed: false, isDue: true },
  citizen: { isTimed: false, isDue: true },
} as const satisfies Record<StagePlace, object>;

/** What is missing or too much at a stage of that place. */
function stageFault({ targetMinutes, serviceMinutes, dueHours }: FileStage, place: StagePlace): CheckFault | undefined {
  const { isTimed, isDue } = NEEDS[place];
  const times = [targetMinutes, serviceMinutes].filter((one) => one !== undefined).length;
  if (isTimed && times < 2) return 'needsTimes';
  if (!isTimed && times > 0) return 'noTimes';
  if (isDue === (dueHours !== undefined)) return undefined;
  return isDue ? 'needsDue' : 'noDue';
}

/** What is wrong with one stage of a journey, beside the names of its profiles. */
function faultOf(
  stage: FileStage,
  place: StagePlace | undefined,
  isFirst: boolean,
  isServed: boolean,
): Found | undefined {
  if (place === undefined) return ['unknown', stage.stage];
  if (!isFirst) return ['twice', stage.stage];
  if (place === 'counter' && !stage.profiles && !isServed) return ['unserved'];
  const fault = stageFault(stage, place);
  return fault && [fault];
}

/** Every stage is known, has what its place needs, and somebody does it. */
function checkJourneys(file: CentreFile, report: Report, must: Must): void {
  const places = new Map(file.stages.map((stage) => [stage.id, stage.place]));
  const profiles = new Set(file.profiles.map((one) => one.id));
  const served = new Set(file.profiles.flatMap((one) => one.levels.flat()));
  for (const [i, { id, journey }] of file.services.entries()) {
    const path = ['services', i, 'journey'];
    const ids = journey.map((one) => one.stage);
    if (!ids.some((one) => places.get(one) === 'counter')) report(path, 'noCounterStage');
    for (const [j, stage] of journey.entries()) {
      const fault = faultOf(stage, places.get(stage.stage), ids.indexOf(stage.stage) === j, served.has(id));
      if (fault) report([...path, j], ...fault);
      for (const [k, name] of (stage.profiles ?? []).entries()) must(profiles, name, [...path, j, 'profiles', k]);
    }
  }
}

function checkHours(file: CentreFile, report: Report): void {
  for (const [day, spans] of Object.entries(file.hours)) {
    const later = spans.findIndex((span, place) => place > 0 && span.slice(0, 5) < (spans[place - 1] ?? '').slice(6));
    if (later !== -1) report(['hours', day, later], 'overlap');
  }
}

/** The counters of a board are there, each once. */
function checkBoards({ boards, counters }: CentreFile, report: Report, must: Must): void {
  const ids = new Set(counters.map(({ id }) => String(id)));
  for (const [i, board] of boards.entries()) {
    for (const [j, id] of board.counters.entries()) {
      const path = ['boards', i, 'counters', j];
      must(ids, String(id), path);
      if (board.counters.indexOf(id) !== j) report(path, 'twice', id);
    }
  }
}

/** Every counter, kiosk and board stands in a hall, and every counter has a profile. */
function checkPlaces(file: CentreFile, must: Must): void {
  const halls = new Set(file.halls.map(({ id }) => id));
  const profiles = new Set(file.profiles.map(({ id }) => id));
  for (const [i, counter] of file.counters.entries()) {
    must(halls, counter.hall, ['counters', i, 'hall']);
    must(profiles, counter.profile, ['counters', i, 'profile']);
  }
  for (const [i, kiosk] of file.kiosks.entries()) must(halls, kiosk.hall, ['kiosks', i, 'hall']);
  for (const [i, board] of file.boards.entries()) must(halls, board.hall, ['boards', i, 'hall']);
}

/** The lists of a centre whose entries are known by their names, in the order in which people read them. */
export const NAMED_LISTS = [
  'stages',
  'groups',
  'services',
  'classes',
  'halls',
  'profiles',
  'counters',
  'kiosks',
  'boards',
] as const satisfies readonly (keyof CentreFile)[];

/** What no schema of one field can see: names that must be known, and that must not come twice. */
export function checkCentreFile(file: CentreFile, context: z.RefinementCtx): void {
  const report: Report = (path, fault, value = '') => {
    const message = CHECK_FAULTS[fault].replace('{value}', String(value));
    context.addIssue({ code: 'custom', path: [...path], message, params: { fault, value } });
  };
  const known = (list: 'groups' | 'services') => new Set(file[list].map((one) => one.id));
  const must: Must = (set, name, path) => {
    if (!set.has(name)) report(path, 'unknown', name);
  };
  checkHours(file, report);
  for (const list of NAMED_LISTS) {
    checkUnique(
      list,
      'id',
      file[list].map((one) => one.id),
      report,
    );
  }
  for (const [i, service] of file.services.entries()) must(known('groups'), service.group, ['services', i, 'group']);
  checkJourneys(file, report, must);
  if (file.services.some((service) => service.series === file.paperSeries)) {
    report(['paperSeries'], 'paperSeriesTaken', file.paperSeries ?? '');
  }
  for (const [i, profile] of file.profiles.entries()) {
    for (const [j, level] of profile.levels.entries()) {
      for (const [k, name] of level.entries()) must(known('services'), name, ['profiles', i, 'levels', j, k]);
    }
  }
  checkPlaces(file, must);
  checkBoards(file, report, must);
}
