import type { Topic } from '../views/topics.ts';

export const kioskPlace = (id: number): string => `kiosk:${id}`;
export const counterPlace = (id: number): string => `counter:${id}`;

/** A board of no hall is a page that only wants to know the centre, such as a sign-in. */
const boardPlace = ({ hallId, boardId }: Extract<Topic, { name: 'board' }>): string | undefined =>
  hallId === null && boardId === null ? undefined : `board:${hallId ?? ''}:${boardId ?? ''}`;

/** Where a screen stands that watches that topic; undefined for topics of no place. */
function placeOf(topic: Topic): string | undefined {
  if (topic.name === 'kiosk') return kioskPlace(topic.kioskId);
  if (topic.name === 'counter') return counterPlace(topic.counterId);
  return topic.name === 'board' ? boardPlace(topic) : undefined;
}

/** The places that have a screen now. */
export const connectedPlaces = (topics: readonly Topic[]): ReadonlySet<string> =>
  new Set(topics.flatMap((topic) => placeOf(topic) ?? []));
