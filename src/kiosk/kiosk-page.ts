import type { Result, WireError } from '../protocol/replies.ts';
import type { Wish } from './find/wish.ts';
import type { NumberPage } from './number/number-page.ts';
import { isNoVisit, NO_VISIT, type Visit, withoutLast } from './visit/visit.ts';

/** Where the citizen is: one question a page, then the token or an answer. What was said lives in the page and ends with it. */
export type KioskPage =
  | { readonly name: 'groups'; readonly visit: Visit }
  | { readonly name: 'services'; readonly visit: Visit; readonly groupId: string }
  | { readonly name: 'confirm'; readonly visit: Visit }
  | { readonly name: 'ways' }
  | NumberPage
  | { readonly name: 'card'; readonly cnic: string }
  | { readonly name: 'answer'; readonly error: WireError; readonly again: KioskPage }
  /** What the technician sees; `accessKey`: the card or the code that opened it. */
  | { readonly name: 'maintenance'; readonly accessKey: string }
  | { readonly name: 'token'; readonly how: Wish['kind'] | 'walkIn'; readonly result: Result };

export type AnswerPageValue = Extract<KioskPage, { name: 'answer' }>;
export type TokenPageValue = Extract<KioskPage, { name: 'token' }>;

export const FIRST_PAGE: KioskPage = { name: 'groups', visit: NO_VISIT };
export const WAYS: KioskPage = { name: 'ways' };

function beforeNumber(page: NumberPage): KioskPage {
  if (page.ask === 'visitCnic') return { name: 'confirm', visit: page.visit };
  if (page.ask === 'maintenance') return FIRST_PAGE;
  return page.ask === 'codeEnd' ? { name: 'number', ask: 'phone' } : WAYS;
}

function beforeConfirm(visit: Visit): KioskPage {
  const last = visit.services.at(-1);
  return last ? { name: 'services', groupId: last.groupId, visit: withoutLast(visit) } : FIRST_PAGE;
}

const beforeGroups = (visit: Visit): KioskPage | undefined =>
  isNoVisit(visit) ? undefined : { name: 'confirm', visit };

/** The page that Back leads to; undefined where there is no way back. */
export function pageBefore(page: KioskPage): KioskPage | undefined {
  switch (page.name) {
    case 'token':
      return undefined;
    case 'groups':
      return beforeGroups(page.visit);
    case 'services':
      return { name: 'groups', visit: page.visit };
    case 'confirm':
      return beforeConfirm(page.visit);
    case 'number':
      return beforeNumber(page);
    case 'answer':
      return page.again;
    case 'ways':
    case 'card':
    case 'maintenance':
      return FIRST_PAGE;
  }
}

/** A name for what stands on a page: another one is read anew. What is chosen on it makes no other page. */
export function sceneName(page: KioskPage): string {
  switch (page.name) {
    case 'services':
      return `services ${page.groupId}`;
    case 'number':
      return `number ${page.ask}`;
    case 'confirm':
      return `confirm ${page.visit.services.map(({ id }) => id).join(' ')}`;
    case 'answer':
      return `answer ${page.error.code}`;
    case 'groups':
    case 'ways':
    case 'card':
    case 'maintenance':
    case 'token':
      return page.name;
  }
}
