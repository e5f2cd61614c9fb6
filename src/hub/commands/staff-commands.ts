import { accept, refuse } from '../../domain/decision.ts';
import { log } from '../context.ts';
import { cardMacOf } from '../people/staff-cards.ts';
import type { Handler } from './handler.ts';

export const enrolCardCommand: Handler<'enrolCard'> = (context, { name, card, staffId = null }) => {
  const { store, now } = context;
  const cardMac = cardMacOf(store.personKey, card);
  if (cardMac === undefined) return refuse('badCard');
  const holder = store.staffCards.byMac(cardMac);
  if (holder) return refuse('cardTaken', { name: holder.name });
  if (staffId !== null && store.staff.get(staffId)?.removedAt !== null) return refuse('unknownStaff');
  const staffCard = { id: store.staffCards.nextId(), staffId, name, cardMac, addedAt: now.at, removedAt: null };
  log(context, 'enrolCard', null, { staffCard });
  return accept({});
};

export const removeCardCommand: Handler<'removeCard'> = (context, { cardId }) => {
  const card = context.store.staffCards.get(cardId);
  if (!card || card.removedAt !== null) return refuse('unknownCard');
  log(context, 'removeCard', null, { staffCard: { ...card, removedAt: context.now.at } });
  return accept({});
};
