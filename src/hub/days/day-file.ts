import type { z } from 'zod';
import type { TokenState } from '../../domain/token.ts';
import type { dayEnvelope, dayPayload } from '../../protocol/api/api-schemas.ts';
import type { DayReads, DayToken } from '../../store/integrations/day-reads.ts';
import { byService, totalsOf } from './day-totals.ts';
import type { DaySigner } from './day-signer.ts';

type DayPayload = z.infer<typeof dayPayload>;

/** How many of a day had each class: beside a number and a time a class would say too much of somebody. */
function classesOf(reads: DayReads, day: string): DayPayload['classes'] {
  const counts = new Map<string, number>();
  for (const { classes, count } of reads.classes(day)) {
    for (const classId of classes.split(',')) counts.set(classId, (counts.get(classId) ?? 0) + count);
  }
  return [...counts]
    .map(([classId, count]) => ({ classId, count }))
    .toSorted((a, b) => (a.classId < b.classId ? -1 : 1));
}

const tokenRow = ({ services, state, isAppointment, ...token }: DayToken): DayPayload['tokens'][number] => ({
  ...token,
  services: services.split(','),
  state: state as TokenState,
  isAppointment: isAppointment === 1,
});

/** What is told of a day, of nobody by name; undefined when the log has no such day. */
export function dayPayloadOf(reads: DayReads, serviceDay: string): DayPayload | undefined {
  const [hub, head, chain] = [reads.hub(), reads.head(), reads.chainOf(serviceDay)];
  if (!hub || !head || !chain) return undefined;
  const counts = reads.counts(serviceDay, serviceDay);
  return {
    format: 'markaz-day/1',
    centreId: hub.centreId,
    hubId: hub.hubId,
    serviceDay,
    isOver: chain.isOver,
    chain: { first: chain.first, last: chain.last, head },
    totals: totalsOf(counts),
    services: byService(counts),
    classes: classesOf(reads, serviceDay),
    tokens: reads.tokens(serviceDay).map(tokenRow),
  };
}

/** The payload as it is signed and kept. */
export function sealed({ publicKey, keyId, sign }: DaySigner, payload: string): z.infer<typeof dayEnvelope> {
  const signature = sign(payload);
  return { format: 'markaz-day-envelope/1', algorithm: 'Ed25519', keyId, publicKey, signature, payload };
}
