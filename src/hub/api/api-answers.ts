import { firstQueueOf, levelsOf } from '../../domain/centre.ts';
import { addDays } from '../../domain/calendar/civil-date.ts';
import type { ApiKey } from '../../domain/integrations/api-key.ts';
import { labelOf, parseLabel } from '../../domain/numbering.ts';
import type { Token } from '../../domain/token.ts';
import { shownRange } from '../../domain/wait-words.ts';
import type { ApiAnswer, ApiAsked, ApiRouteName } from '../../protocol/api/api-routes.ts';
import { openApiDocument } from '../../protocol/api/openapi.ts';
import { PROTOCOL_VERSION } from '../../protocol/version.ts';
import { readTokenKey, tokenKeyOf } from '../citizen/token-key.ts';
import { checkInBookingCommand } from '../commands/tokens/check-in-commands.ts';
import { wireError } from '../commands/command-reply.ts';
import type { DayDesk } from '../days/day-desk.ts';
import type { ReportDesk } from '../reports/report-desk.ts';
import type { Outlook } from '../forecast/outlook.ts';
import type { Hall } from '../hall.ts';
import { aheadOf, waitingFor } from '../lines.ts';
import { boardView } from '../views/board-view.ts';
import { type ApiOutcome, no } from './api-refusal.ts';

export interface ApiSources {
  readonly hall: Hall;
  readonly outlook: Pick<Outlook, 'waitFor' | 'waitOf'>;
  readonly days: DayDesk;
  readonly reports: ReportDesk;
  readonly webhooks: () => ApiAnswer<'webhooks'>['webhooks'];
  readonly key: () => Buffer;
}

export type ApiAnswers = {
  readonly [Name in ApiRouteName]: (asked: ApiAsked<Name>, by: ApiKey | null) => ApiOutcome | Promise<ApiOutcome>;
};

const DAYS = 31;
const MOST_DAYS = 366;
/** Reports that may be in the making when a program asks for one more. */
const MOST_WAITING = 4;

const yes = <Name extends ApiRouteName>(_name: Name, value: ApiAnswer<Name>): ApiOutcome => ({ ok: true, value });

/** A token as programs of others see it; `ahead` where it is asked for alone. */
function tokenMaker({ hall, outlook, key }: ApiSources) {
  const { store } = hall;
  return (token: Token, ahead: number | null): ApiAnswer<'token'> => {
    const { serviceDay, serviceId, stageId, state, counterId, issuedAt, calledAt, startedAt, endedAt } = token;
    const range = state === 'waiting' ? outlook.waitOf(token.id) : null;
    const booking = token.appointmentId === null ? undefined : store.appointments.get(token.appointmentId);
    return {
      reference: tokenKeyOf(key(), token.id),
      label: labelOf(token),
      bookingId: booking?.sourceId ?? null,
      wait: range && shownRange(range),
      ahead,
      serviceDay,
      serviceId,
      stageId,
      state,
      counterId,
      issuedAt,
      calledAt,
      startedAt,
      endedAt,
    };
  };
}

/** Tokens, and the one thing that can be done to them. */
function tokenAnswers(sources: ApiSources) {
  const { hall, key } = sources;
  const { store } = hall;
  const ofToken = tokenMaker(sources);
  const alone = (token: Token) => ofToken(token, token.state === 'waiting' ? aheadOf(store, token) : null);
  const find = (reference: string): Token | undefined => {
    const id = readTokenKey(key(), reference);
    if (id !== undefined) return store.tokens.get(id);
    const label = parseLabel(reference);
    if (!label) return undefined;
    const { series, number } = label;
    return store.tokens.live(series, number) ?? store.tokens.ofDay(hall.serviceDay(), series, number);
  };
  return {
    listTokens: ({ query: { state, serviceId = null, limit } }) => {
      const tokens = store.listTokens(state, serviceId, limit).flatMap((id) => store.tokens.get(id) ?? []);
      const listed = tokens.map((token) => ofToken(token, null));
      return yes('listTokens', { serviceDay: hall.serviceDay(), tokens: listed });
    },
    token: ({ params: { reference } }) => {
      const token = find(reference);
      return token ? yes('token', alone(token)) : no('notFound');
    },
    async checkIn({ body: { code } }, by) {
      const device = `api-${by?.handle ?? ''}`;
      const hand = { role: 'operator', staff: null, sessionHash: null, deviceId: null } as const;
      const sender = { screen: 'operator', version: PROTOCOL_VERSION, device, counterId: null, ...hand } as const;
      const decided = await hall.byApi(device, (context) =>
        checkInBookingCommand({ ...context, sender }, { by: { kind: 'code', code } }),
      );
      if (!decided.ok) return { ok: false, error: wireError(decided.error, hall.centre) };
      const token = store.tokens.get(decided.value.tokenId ?? 0);
      return token ? yes('checkIn', alone(token)) : no('hubFailed');
    },
  } as const satisfies Partial<ApiAnswers>;
}

/** The hall as a whole. */
function hallAnswers({ hall, outlook }: ApiSources) {
  const { store } = hall;
  return {
    queues: () => {
      const { centre } = hall;
      const lines = store.tokens.lines();
      const open = store.counters.all().filter(({ status }) => status === 'open');
      const serving = (queueId: string) =>
        open.filter(({ id }) => levelsOf(centre, id).some((level) => level.includes(queueId))).map(({ id }) => id);
      const queues = centre.services.map((service) => {
        const range = outlook.waitFor(service.id);
        const openCounters = serving(firstQueueOf(service));
        const waiting = waitingFor(lines, service.id);
        return { serviceId: service.id, waiting, openCounters, wait: range && shownRange(range) };
      });
      return yes('queues', { serviceDay: hall.serviceDay(), isOpen: hall.time.isOpen(), queues });
    },
    board: ({ query: { hallId = null } }) => {
      const isKnown = hallId === null || hall.centre.halls.some(({ id }) => id === hallId);
      if (!isKnown) return no('notFound');
      const facts = { at: hall.clock.at(), waitFor: outlook.waitFor, media: [] };
      return yes('board', boardView(store, hall.centre, { hallId, boardId: null }, facts));
    },
  } as const satisfies Partial<ApiAnswers>;
}

interface Span {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

/** The days that are asked for; undefined for none, and for too many. */
function spanOf({ hall }: ApiSources, { from, to = hall.serviceDay() }: Span) {
  const span = { fromDay: from ?? addDays(to, 1 - DAYS), toDay: to };
  return span.fromDay > to || addDays(span.fromDay, MOST_DAYS) <= to ? undefined : span;
}

const NO_FILTER = { service: null, stage: null, counter: null, operator: null, class: null, channel: null };
const SOON = { 'retry-after': '1' };

/** Service days, which workers count. */
function dayAnswers(sources: ApiSources) {
  const { hall, days, reports } = sources;
  return {
    async days({ query }) {
      const span = spanOf(sources, query);
      if (!span) return no('badRequest');
      const totals = await days.totals(span.fromDay, span.toDay, hall.serviceDay());
      return totals ? yes('days', totals) : no('busy', SOON);
    },
    async report({ query: { by: groupBy, ...query } }) {
      const span = spanOf(sources, query);
      if (!span) return no('badRequest');
      // People's own questions are not kept waiting by programs.
      if (reports.waiting() >= MOST_WAITING) return no('busy', SOON);
      const made = await reports.make({ kind: 'report', question: { ...span, groupBy, filter: NO_FILTER } });
      if (!made.ok) return made.error.code === 'reportsBeingMade' ? no('busy', SOON) : no('hubFailed');
      const { days: told, total, rows: groups, left } = made.value;
      return yes('report', { days: told, total, groups, left });
    },
    async day({ params: { date }, query: { as } }) {
      const file = await days.file(date);
      if (file === undefined) return no('busy', SOON);
      if (file === null) return no('notFound');
      const { keyId, signature, payload, envelope } = file;
      const headers = {
        'markaz-day-signature': `keyId=${keyId},ed25519=${signature}`,
        'markaz-day-key': days.signer().publicKey,
      };
      return { ok: true, text: as === 'payload' ? payload : envelope, headers };
    },
  } as const satisfies Partial<ApiAnswers>;
}

/** What answers each route of the public API. */
export function apiAnswers(sources: ApiSources): ApiAnswers {
  const { hall, days, webhooks } = sources;
  let document: object | undefined;
  return {
    openapi: () => ({ ok: true, value: (document ??= openApiDocument()) }),
    signingKey: () => {
      const { keyId, publicKey } = days.signer();
      const { hubId } = hall.store;
      return yes('signingKey', { algorithm: 'Ed25519', keyId, publicKey, hubId, centreId: hall.centre.id });
    },
    ...tokenAnswers(sources),
    ...hallAnswers(sources),
    ...dayAnswers(sources),
    webhooks: () => yes('webhooks', { webhooks: webhooks() }),
  };
}
