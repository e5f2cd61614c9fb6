import type { Sender } from '../sender.ts';
import type { View } from '../../protocol/views/views.ts';

/** What a screen watches. Screens of one topic get the very same value. */
export type Topic =
  | { readonly name: 'centre' }
  | { readonly name: 'kiosk'; readonly kioskId: number }
  | { readonly name: 'counter'; readonly counterId: number }
  | { readonly name: 'board'; readonly hallId: string | null; readonly boardId: string | null }
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
    case 'board':
      return [centre, { name: 'board', hallId: sender.hallId, boardId: sender.boardId }];
    case 'counterDisplay':
      return [centre, { name: 'counterDisplay', counterId: sender.counterId }];
    case 'manager':
      return [centre, { name: 'manager' }, { name: 'wall' }];
    case 'clock':
    case 'standby':
      return [];
  }
}

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
      return `board:${topic.hallId ?? ''}:${topic.boardId ?? ''}`;
  }
}

export type MakeView = (topic: Topic) => View;
