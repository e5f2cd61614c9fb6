import { accept, type Decision } from '../../domain/decision.ts';
import { freeNumber } from '../../domain/numbering.ts';
import type { Token } from '../../domain/token.ts';
import { canTake } from '../../domain/verbs/at-counter.ts';
import { jump } from '../../domain/verbs/calling.ts';
import { checkInAgain } from '../../domain/verbs/carry-over.ts';
import { issue, type Wish } from '../../domain/verbs/issue.ts';
import { start } from '../../domain/verbs/serving.ts';
import type { Payload } from '../../store/log/event.ts';
import { type CommandContext, log, logVerb } from '../context.ts';
import { waitingFor } from '../lines.ts';
import { ownCounter, resultOf, tokenByLabel } from './at-own-counter.ts';
import type { Handler } from './handler.ts';

function decideIssue(context: CommandContext, wish: Wish): Decision<Token> {
  const { store, serviceDay, centre, isCentreOpen, now } = context;
  const facts = {
    id: store.tokens.nextId(),
    serviceDay,
    isCentreOpen,
    issuedToday: store.days.issued(serviceDay, wish.serviceId),
    draw: (series: string) =>
      freeNumber(store.days.nextNumber(serviceDay, series), (n) => store.tokens.live(series, n) !== undefined),
  };
  return issue(centre, wish, facts, now);
}

const seriesAfter = (token: Token) => ({ name: token.series, nextNumber: token.number + 1 });

/** The slip of a token that was taken at a kiosk; it exists before it prints. */
function queuedSlip(context: CommandContext, token: Token): Pick<Payload, 'slip'> {
  const { sender, store, now, printerOf } = context;
  if (sender.screen !== 'kiosk') return {};
  const { kioskId } = sender;
  const at = { outcome: 'queued', outcomeAt: now.at } as const;
  return { slip: { id: store.slips.nextId(), tokenId: token.id, kioskId, printer: printerOf(kioskId), ...at } };
}

export const issueCommand: Handler<'issue'> = (context, wish) => {
  const issued = decideIssue(context, wish);
  if (!issued.ok) return issued;
  const token = issued.value;
  const ahead = waitingFor(context.store.tokens.lines(), token.serviceId);
  const slip = queuedSlip(context, token);
  log(context, 'issue', token.id, { tokens: [token], series: seriesAfter(token), ...slip, about: { ahead } });
  return accept({ ...resultOf(token), ahead });
};

export const serveWithoutTokenCommand: Handler<'serveWithoutToken'> = (context, wish) => {
  const counter = ownCounter(context);
  if (!counter.ok) return counter;
  const ready = canTake(counter.value);
  if (!ready.ok) return ready;
  const issued = decideIssue({ ...context, isCentreOpen: true }, wish);
  if (!issued.ok) return issued;
  const token = issued.value;
  const called = jump({ token, counter: counter.value }, 'withoutToken', context.now);
  if (!called.ok) return called;
  const serving = start(called.value, context.now);
  if (!serving.ok) return serving;
  log(context, 'issue', token.id, { tokens: [token], series: seriesAfter(token) });
  const about = { reason: 'withoutToken' };
  const announceAt = counter.value.id;
  logVerb(context, 'jump', { token, counter: counter.value }, called.value, { announceAt, about });
  logVerb(context, 'start', called.value, serving.value);
  return accept(resultOf(serving.value.token));
};

export const checkInCommand: Handler<'checkIn'> = (context, { label }) => {
  const token = tokenByLabel(context, label);
  if (!token.ok) return token;
  const back = checkInAgain(token.value, context.now);
  if (!back.ok) return back;
  logVerb(context, 'checkIn', { token: token.value }, { token: back.value });
  return accept(resultOf(back.value));
};
