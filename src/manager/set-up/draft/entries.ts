import type { CentreFile } from '../../../protocol/centre-file.ts';
import type { NAMED_LISTS } from '../../../protocol/centre-file-checks.ts';

/** The lists of a centre whose entries have an id. */
export type ListName = (typeof NAMED_LISTS)[number];
export type Entry<Name extends ListName> = CentreFile[Name][number];

/** The file with one more entry, at the end of its list. */
export const withEntry = <Name extends ListName>(file: CentreFile, list: Name, entry: Entry<Name>): CentreFile => ({
  ...file,
  [list]: [...file[list], entry],
});

/** The list with one of its values a place further up (-1) or down (1), where there is such a place. */
export function moved<Value>(list: readonly Value[], place: number, by: -1 | 1): readonly Value[] {
  const [one, other] = [list[place], list[place + by]];
  if (one === undefined || other === undefined) return list;
  return list.with(place, other).with(place + by, one);
}

/** A counter's levels without a service; a level that had nothing else goes. */
const withoutService = (profile: Entry<'profiles'>, id: string): Entry<'profiles'> => ({
  ...profile,
  levels: profile.levels.map((level) => level.filter((one) => one !== id)).filter((level) => level.length > 0),
});

/** The stages of a service without a profile; one that only it did is done by every counter of the service. */
function withoutProfile(service: Entry<'services'>, id: string): Entry<'services'> {
  const journey = service.journey.map(({ profiles, ...stage }) => {
    const others = profiles?.filter((one) => one !== id) ?? [];
    return others.length > 0 ? { ...stage, profiles: others } : stage;
  });
  return { ...service, journey };
}

/**
 * The file without an entry, and without the places where it was only listed. Where something else belongs to it, as a
 * service to its group, a fault is left, so that somebody chooses another one.
 */
export function withoutEntry(file: CentreFile, list: ListName, id: string | number): CentreFile {
  const rest = { ...file, [list]: (file[list] as Entry<ListName>[]).filter((entry) => entry.id !== id) };
  if (list === 'services')
    return { ...rest, profiles: rest.profiles.map((profile) => withoutService(profile, String(id))) };
  if (list === 'profiles')
    return { ...rest, services: rest.services.map((service) => withoutProfile(service, String(id))) };
  if (list === 'counters') {
    const boards = rest.boards.map((board) => ({ ...board, counters: board.counters.filter((one) => one !== id) }));
    return { ...rest, boards };
  }
  return rest;
}
