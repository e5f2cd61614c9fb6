import { closedCounter } from '../../domain/counter.ts';
import type { Token } from '../../domain/token.ts';
import type { LoggedEvent } from './event.ts';
import type { Tables } from '../tables.ts';

function applyToken(tables: Tables, patch: { readonly id: number } & Partial<Token>): void {
  const before = tables.tokens.get(patch.id);
  const token = { ...before, ...patch } as Token;
  tables.tokens.put(token, before);
  if (!before) tables.days.addIssued(token.serviceDay, token.serviceId);
}

function applySeries(tables: Tables, { seq, payload }: LoggedEvent): void {
  if (!payload.series) return;
  const day = tables.hall.get()?.serviceDay;
  if (day === undefined) throw new Error(`Event ${seq} numbers a token before the hall has a service day.`);
  tables.days.setNextNumber(day, payload.series.name, payload.series.nextNumber);
}

function applyCall(tables: Tables, { seq, tokenId, at, payload }: LoggedEvent): void {
  if (payload.announceAt === undefined || tokenId === null) return;
  tables.calls.add({ seq, tokenId, counterId: payload.announceAt, at });
}

/** Writes what an event changes. The hub and a rebuild use this one function, so both give the same state. */
export function applyEvent(tables: Tables, event: LoggedEvent): void {
  const { hall, tokens = [], counters = [], slip } = event.payload;
  if (hall) tables.hall.put(hall);
  for (const patch of tokens) applyToken(tables, patch);
  for (const patch of counters) {
    tables.counters.put({ ...(tables.counters.get(patch.id) ?? closedCounter(patch.id, event.at)), ...patch });
  }
  applySeries(tables, event);
  applyCall(tables, event);
  if (slip) tables.slips.put(slip);
}
