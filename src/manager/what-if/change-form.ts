import type { Question } from '../../protocol/commands.ts';

/** What somebody has chosen to change, as the form holds it. */
export interface ChosenChange {
  readonly more: number | null;
  readonly less: number | null;
  readonly serviceId: string | null;
  readonly minutes: number;
}

export const NOTHING_CHOSEN: ChosenChange = { more: null, less: null, serviceId: null, minutes: 15 };

type Asked = Question<'whatIf'>['payload'];

/** What the hub is asked for a choice. */
export const askedOf = (day: string, { more, less, serviceId, minutes }: ChosenChange): Asked => ({
  day,
  more,
  less,
  target: serviceId === null ? null : { serviceId, targetMs: minutes * 60_000 },
});

export const isNothing = ({ more, less, serviceId }: ChosenChange): boolean =>
  more === null && less === null && serviceId === null;
