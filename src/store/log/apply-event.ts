import type { Application } from '../../domain/journeys/application.ts';
import type { Appointment } from '../../domain/appointments/appointment.ts';
import { closedCounter } from '../../domain/counter.ts';
import { FRESH_TOKEN, type Token } from '../../domain/token.ts';
import type { Tables } from '../tables.ts';
import type { LoggedEvent, Patch, Slip, StaffCard } from './event.ts';

/** A token as a patch of it leaves it. Events from before there were stages say neither stage nor services. */
export function patchedToken(before: Token | undefined, patch: Patch<Token>): Token {
  const older = { stageId: '', services: patch.serviceId === undefined ? [] : [patch.serviceId] };
  return { ...FRESH_TOKEN, ...older, ...before, ...patch } as Token;
}

function applyToken(tables: Tables, patch: Patch<Token>): void {
  const before = tables.tokens.get(patch.id);
  const token = patchedToken(before, patch);
  tables.tokens.put(token, before);
  if (!before) for (const serviceId of token.services) tables.days.addIssued(token.serviceDay, serviceId);
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

/** Events from before counters printed say no kind of slip, those from before copies of none. */
const wholeSlip = (slip: Slip): Slip => ({ ...({ kind: 'token', counterId: null, copyOf: null } as const), ...slip });

function applyCases(tables: Tables, { applications = [], appointments = [], alias }: LoggedEvent['payload']): void {
  for (const patch of applications) {
    tables.applications.put({ ...tables.applications.get(patch.id), ...patch } as Application);
  }
  for (const patch of appointments) {
    tables.appointments.put({ ...tables.appointments.get(patch.id), ...patch } as Appointment);
  }
  if (alias) tables.aliases.add(alias);
}

/** Events from before there were staff say nothing of whose a card is. */
const wholeCard = (card: StaffCard): StaffCard => ({ ...({ staffId: null } as const), ...card });

function applyPeople(tables: Tables, { device, lease, staff, staffCard }: LoggedEvent['payload']): void {
  if (device) tables.devices.put(device);
  if (lease) tables.leases.put(lease);
  if (staff) tables.staff.put(staff);
  if (staffCard) tables.staffCards.put(wholeCard(staffCard));
}

function applyAlarm({ acknowledgements }: Tables, { actor: by, at, payload: { alarm } }: LoggedEvent): void {
  if (!alarm) return;
  const { key, level } = alarm;
  if (level === null) acknowledgements.remove(key);
  else acknowledgements.put({ key, level, by, at });
}

function applyIntegrations(tables: Tables, { apiKey, webhook }: LoggedEvent['payload']): void {
  if (apiKey) tables.apiKeys.put(apiKey);
  if (webhook) tables.webhooks.put(webhook);
}

/** What a restore forbids, and what is kept no longer. */
function applyKeeping(tables: Tables, { seq, at, payload: { restored, forget, epoch, inService } }: LoggedEvent): void {
  if (inService) tables.inService.add({ seq, ...inService });
  if (epoch !== undefined) tables.epochs.begin(epoch);
  if (restored) tables.restored.add({ seq, at, ...restored });
  if (forget?.callsBeforeSeq !== undefined) tables.calls.dropBefore(forget.callsBeforeSeq);
  if (forget?.feedbackBeforeDay !== undefined) tables.feedback.dropBefore(forget.feedbackBeforeDay);
}

/** Writes what an event changes. The hub and a rebuild use this one function, so both give the same state. */
export function applyEvent(tables: Tables, event: LoggedEvent): void {
  const { hall, tokens = [], counters = [], slip, feedback } = event.payload;
  if (hall) tables.hall.put(hall);
  for (const patch of tokens) applyToken(tables, patch);
  for (const patch of counters) {
    tables.counters.put({ ...(tables.counters.get(patch.id) ?? closedCounter(patch.id, event.at)), ...patch });
  }
  applyCases(tables, event.payload);
  applyIntegrations(tables, event.payload);
  applySeries(tables, event);
  applyCall(tables, event);
  applyPeople(tables, event.payload);
  applyAlarm(tables, event);
  if (slip) tables.slips.put(wholeSlip(slip));
  if (feedback) tables.feedback.add(feedback);
  applyKeeping(tables, event);
}
