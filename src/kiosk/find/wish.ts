import type { Language } from '../../domain/token.ts';
import type { Payload } from '../../protocol/commands.ts';
import type { Reply } from '../../protocol/replies.ts';
import type { HubClient } from '../../renderer/hub-client.ts';
import type { NumberPage } from '../number/number-page.ts';

/** What somebody comes for who has something already: an appointment, an application, or a token. */
export type Wish =
  | { readonly kind: 'booking'; readonly by: Payload<'checkInBooking'>['by'] }
  | { readonly kind: 'collect'; readonly trackingNumber: string }
  | { readonly kind: 'lost'; readonly cnic: string }
  | { readonly kind: 'back'; readonly label: string };

/** Sends a wish to the hub. */
export function sendWish(client: HubClient, wish: Wish, language: Language): Promise<Reply> {
  switch (wish.kind) {
    case 'booking':
      return client.send('checkInBooking', { by: wish.by });
    case 'collect':
      return client.send('collect', { trackingNumber: wish.trackingNumber, language });
    case 'lost':
      return client.send('findToken', { cnic: wish.cnic });
    case 'back':
      return client.send('checkIn', { label: wish.label });
  }
}

const ASKS = { collect: 'tracking', lost: 'lost', back: 'back' } as const;

/** The page on which the same thing can be typed once more. */
export const pageToTryAgain = (wish: Wish): NumberPage => ({
  name: 'number',
  ask: wish.kind === 'booking' ? wish.by.kind : ASKS[wish.kind],
});
