import type { Topic } from '../views/topics.ts';

export const kioskPlace = (id: number): string => `kiosk:${id}`;
export const counterPlace = (id: number): string => `counter:${id}`;

/** Where a screen stands that watches that topic; undefined for topics of no place. */
function placeOf(topic: Topic): string | undefined {
  switch (topic.name) {
    case 'kiosk':
      return kioskPlace(topic.kioskId);
    case 'counter':
      return counterPlace(topic.counterId);
    case 'board':
      // A board of no hall is a page that only wants to know the centre, such as a sign-in.
      return topic.hallId === null && topic.boardId === null
        ? undefined
        : `board:${topic.hallId ?? ''}:${topic.boardId ?? ''}`;
    case 'centre':
    case 'manager':
    case 'wall':
    case 'counterDisplay':
      return undefined;
  }
}

/** The places that have a screen now. */
export const connectedPlaces = (topics: readonly Topic[]): ReadonlySet<string> =>
  new Set(topics.flatMap((topic) => placeOf(topic) ?? []));
