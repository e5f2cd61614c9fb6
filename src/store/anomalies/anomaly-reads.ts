import type { AnomalyFacts, KioskDay, OperatorDay, PersonHolds, PhoneShared } from '../../domain/anomalies/anomaly.ts';
import type { Db } from '../database.ts';

/** Which days are looked at: today's service day, its first event, and since when tokens and bookings are counted. */
export interface AnomalySpan {
  readonly serviceDay: string;
  readonly fromSeq: number;
  readonly sinceDay: string;
  /** Bookings with slots from then on (epoch ms). */
  readonly sinceAt: number;
}

const LISTED = 20;

interface IssueRow {
  readonly kioskId: number;
  readonly issuedAt: number;
  readonly hasClass: 0 | 1;
}

/** What is counted to find touts' work, on a read-only connection beside the hub. */
export function readAnomalyFacts(db: Db, { serviceDay, fromSeq, sinceDay, sinceAt }: AnomalySpan): AnomalyFacts {
  const tokens = db
    .prepare<[string, number], PersonHolds>(
      `SELECT person_id AS personId, count(*) AS count,
         group_concat(series || '-' || printf('%03d', number), ' ') AS labels
       FROM token WHERE person_id IS NOT NULL AND service_day >= +?
       GROUP BY person_id ORDER BY count DESC LIMIT +?`,
    )
    .all(sinceDay, LISTED);
  const bookings = db
    .prepare<[number, number], PersonHolds>(
      `SELECT person_id AS personId, count(*) AS count, '' AS labels FROM appointment
       WHERE person_id IS NOT NULL AND status = 'booked' AND slot_at >= +?
       GROUP BY person_id ORDER BY count DESC LIMIT +?`,
    )
    .all(sinceAt, LISTED);
  const phones = db
    .prepare<[number, number], PhoneShared>(
      `SELECT count(DISTINCT person.id) AS persons, count(*) AS count
       FROM appointment JOIN person ON person.id = appointment.person_id
       WHERE person.phone_mac IS NOT NULL AND status = 'booked' AND slot_at >= +?
       GROUP BY person.phone_mac ORDER BY count DESC LIMIT +?`,
    )
    .all(sinceAt, LISTED);
  // A walk-in gives no phone: it is known where the same citizen has booked as well.
  const phoneTokens = db
    .prepare<[string, number], PhoneShared>(
      `SELECT count(DISTINCT person.id) AS persons, count(*) AS count
       FROM token JOIN person ON person.id = token.person_id
       WHERE person.phone_mac IS NOT NULL AND service_day >= +?
       GROUP BY person.phone_mac ORDER BY count DESC LIMIT +?`,
    )
    .all(sinceDay, LISTED);
  const operators = db
    .prepare<[number], OperatorDay>(
      `SELECT actor AS name, count(*) AS calls, sum(kind = 'jump') AS jumps FROM event
       WHERE seq >= +? AND kind IN ('call', 'jump') GROUP BY actor`,
    )
    .all(fromSeq);
  return { tokens, bookings, phones, phoneTokens, operators, kiosks: kiosksOf(db, serviceDay, fromSeq) };
}

function kiosksOf(db: Db, serviceDay: string, fromSeq: number): readonly KioskDay[] {
  const issued = db
    .prepare<[string], IssueRow>(
      `SELECT slip.kiosk_id AS kioskId, token.issued_at AS issuedAt, token.classes <> '' AS hasClass
       FROM token JOIN slip ON slip.token_id = token.id
       WHERE token.service_day = +? AND slip.kind = 'token' AND slip.kiosk_id IS NOT NULL AND slip.copy_of IS NULL
       ORDER BY token.issued_at`,
    )
    .all(serviceDay);
  const corrected = new Map(
    db
      .prepare<[number], { kioskId: number; count: number }>(
        `SELECT slip.kiosk_id AS kioskId, count(DISTINCT event.token_id) AS count
         FROM event JOIN slip ON slip.token_id = event.token_id
         WHERE event.seq >= +? AND event.kind = 'correctClass' AND slip.kind = 'token' AND slip.kiosk_id IS NOT NULL
         GROUP BY slip.kiosk_id`,
      )
      .all(fromSeq)
      .map(({ kioskId, count }) => [kioskId, count]),
  );
  return [...Map.groupBy(issued, ({ kioskId }) => kioskId)].map(([kioskId, rows]) => ({
    kioskId,
    issuedAts: rows.map(({ issuedAt }) => issuedAt),
    // A class that was taken away by a correction was touched at the kiosk all the same.
    withClass: Math.max(rows.filter(({ hasClass }) => hasClass === 1).length, corrected.get(kioskId) ?? 0),
    corrected: corrected.get(kioskId) ?? 0,
  }));
}
