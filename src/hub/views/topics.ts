import type { Sender } from '../sender.ts';
import type { View } from '../../protocol/views/views.ts';

/** Which board: one of the centre's plan, or any of a hall, or of all halls. */
export interface BoardTopic {
  readonly hallId: string | null;
  readonly boardId: string | null;
}

/** What a screen watches. Screens of one topic get the very same value. */
export type Topic =
  | { readonly name: 'centre' }
  | { readonly name: 'kiosk'; readonly kioskId: number }
  | { readonly name: 'counter'; readonly counterId: number }
  | ({ readonly name: 'board' } & BoardTopic)
  | ({ readonly name: 'boardCalls' } & BoardTopic)
  | { readonly name: 'counterDisplay'; readonly counterId: number }
  | { readonly name: 'manager' }
  | { readonly name: 'wall' };

/** The topics of a screen by its sender. */
export function topicsOf(sender: Sender): readonly Topic[] {
  const centre = { name: 'centre' } as const;
  // Where somebody still has to sign in there is nothing to see but where one is.
  if (sender.role === 'nobody') return [centre];
  switch (sender.screen) {
    case 'kiosk':
      return [centre, { name: 'kiosk', kioskId: sender.kioskId }];
    case 'operator':
      return sender.counterId === null ? [centre] : [centre, { name: 'counter', counterId: sender.counterId }];
    case 'board': {
      const { hallId, boardId } = sender;
      return [centre, { name: 'board', hallId, boardId }, { name: 'boardCalls', hallId, boardId }];
    }
    case 'counterDisplay':
      return [centre, { name: 'counterDisplay', counterId: sender.counterId }];
    case 'manager':
      return [centre, { name: 'manager' }, { name: 'wall' }];
    case 'clock':
    case 'standby':
      return [];
  }
}

const boardRoom = ({ hallId, boardId }: BoardTopic): string => `${hallId ?? ''}:${boardId ?? ''}`;

/** Name of a topic's room. */
export function roomOf(topic: Topic): string {
  switch (topic.name) {
    case 'centre':
    case 'manager':
    case 'wall':
      return topic.name;
    case 'kiosk':
      return `kiosk:${topic.kioskId}`;
    case 'counter':
    case 'counterDisplay':
      return `${topic.name}:${topic.counterId}`;
    case 'board':
    case 'boardCalls':
      return `${topic.name}:${boardRoom(topic)}`;
  }
}

export type MakeView = (topic: Topic) => View;
