import type { Token } from '../token.ts';

/** What can be told of a token: that it is new, is called, walks on to another stage or service, or ends. */
export const TOKEN_NEWS = [
  'token.issued',
  'token.waiting',
  'token.called',
  'token.recalled',
  'token.serving',
  'token.moved',
  'token.parked',
  'token.done',
  'token.noShow',
  'token.left',
  'token.carriedOver',
] as const;
export type TokenNews = (typeof TOKEN_NEWS)[number];

type Place = Pick<Token, 'state' | 'serviceId' | 'stageId'>;

/** What an event of that kind says of a token to those outside; undefined when it is nothing to them. */
export function newsOf(kind: string, before: Place | undefined, after: Place): TokenNews | undefined {
  if (!before) return 'token.issued';
  if (kind === 'recall') return 'token.recalled';
  const hasMoved = before.serviceId !== after.serviceId || before.stageId !== after.stageId;
  if (hasMoved && (after.state === 'waiting' || after.state === before.state)) return 'token.moved';
  return after.state === before.state ? undefined : `token.${after.state}`;
}
