import type { Database } from 'better-sqlite3';
import type { Result } from '../../../src/protocol/replies.ts';
import type { ReportAnswer, ReportQuestion } from '../../../src/protocol/answers/report-answers.ts';
import { type DemoClock, demoClock } from '../../../src/hub/time/clock.ts';
import { type Random, randomFrom } from '../../../src/domain/random.ts';
import { openReadOnly } from '../../../src/store/database.ts';
import { JOURNEY_CENTRE } from '../../support/journey-centre.ts';
import { join, kiosk, MONDAY_TEN, operator, testHub, wishFor } from '../../support/test-hub.ts';

export const DAY = '2026-11-23';
const MINUTE = 60_000;

type Screen = ReturnType<typeof operator>;

/** A CNIC that somebody types where it does not belong. */
export const CNIC = '35202-1234567-1';
/** A reason that a spreadsheet would carry out. */
export const FORMULA = '=HYPERLINK("http://evil","x")';

/** Called: nobody comes, or serving begins; now and then an absence is taken back. */
async function answerCall(desk: Screen, tokenId: number, chance: number): Promise<void> {
  await (chance < 0.15 ? desk.send('markNoShow', { tokenId }) : desk.send('start', { tokenId }));
  if (chance < 0.07) await desk.send('undo', {});
}

/** Served: on somewhere else, or done; now and then that is taken back. */
async function endServing(desk: Screen, tokenId: number, chance: number): Promise<void> {
  if (chance < 0.12) await desk.send('park', { tokenId, returnMinutes: null });
  else if (chance < 0.2) await desk.send('transfer', { tokenId, to: { kind: 'service', serviceId: 'fine' } });
  else if (chance < 0.26) await desk.send('transfer', { tokenId, to: { kind: 'counter', counterId: 2 } });
  else if (chance < 0.32) await desk.send('requeue', { tokenId });
  else await desk.send('finish', { tokenId, thenCall: false, stay: chance > 0.7 });
  if (chance > 0.32 && chance < 0.42) await desk.send('undo', {});
}

/** What an operator can see, as the store has it: a console may not have been told yet. */
interface Seen {
  readonly current: { readonly id: number; readonly state: string } | undefined;
  readonly parked: number | undefined;
  /** Who came last of those who wait. */
  readonly label: string | undefined;
}

function seenAt(db: Database, counterId: number): Seen {
  const token = <Row>(columns: string, where: string) =>
    db
      .prepare<[{ here: number }], Row>(`SELECT ${columns} FROM token WHERE ${where} ORDER BY id DESC LIMIT 1`)
      .get({ here: counterId });
  const waits = "state = 'waiting' AND coalesce(bound_counter_id, +@here) = +@here";
  return {
    current: token('id, state', "counter_id = +@here AND state IN ('called', 'serving')"),
    parked: token<{ id: number }>('id', "counter_id = +@here AND state = 'parked'")?.id,
    label: token<{ label: string }>("series || '-' || printf('%03d', number) AS label", waits)?.label,
  };
}

/** One step of an operator by chance: whatever the hall allows next to this counter. */
async function act(desk: Screen, { current }: Seen, chance: number): Promise<void> {
  if (!current) await desk.send('call', {});
  else await (current.state === 'called' ? answerCall : endServing)(desk, current.id, chance);
}

/** Whom a desk takes out of order, or serves without a token, now and then. */
async function outOfOrder(desk: Screen, { current, parked, label }: Seen, chance: number): Promise<void> {
  if (current) return;
  if (chance < 0.15 && label) await desk.send('jump', { label, reason: chance < 0.1 ? 'urgentNeed' : `CNIC ${CNIC}` });
  else if (chance < 0.22) await desk.send('serveWithoutToken', { serviceId: 'fine', classes: [], language: 'en' });
  else if (chance < 0.5 && parked !== undefined) await desk.send('resume', { tokenId: parked });
}

const idOf = ({ tokenId = 0 }: Result): number => tokenId;

/** One of each thing that can happen to a token, so that none of them is left to chance. */
async function oneOfEach([first, second, third]: readonly [Screen, Screen, Screen], take: Take, pass: Pass) {
  const labels: string[] = [];
  for (let came = 0; came < 6; came += 1) labels.push(await take(came === 5 ? 'fine' : 'domicile'));
  pass();
  const tokenId = idOf(await first.done('jump', { label: labels[4] as string, reason: FORMULA }));
  pass();
  await first.done('start', { tokenId });
  pass();
  await first.done('park', { tokenId, returnMinutes: null });
  pass();
  await first.done('resume', { tokenId });
  await first.done('start', { tokenId });
  pass();
  await first.done('finish', { tokenId, thenCall: false, stay: true });
  pass();
  await first.done('finish', { tokenId, thenCall: false });
  await first.done('undo', {});
  await first.done('finish', { tokenId, thenCall: false });
  const absent = idOf(await first.done('jump', { label: labels[3] as string, reason: `CNIC ${CNIC}` }));
  pass();
  await first.done('markNoShow', { tokenId: absent });
  await first.done('undo', {});
  await first.done('markNoShow', { tokenId: absent });
  const sent = idOf(await second.done('jump', { label: labels[0] as string, reason: 'urgentNeed' }));
  await second.done('start', { tokenId: sent });
  pass();
  await second.done('transfer', { tokenId: sent, to: { kind: 'service', serviceId: 'fine' } });
  const bound = idOf(await first.done('call', {}));
  await first.done('transfer', { tokenId: bound, to: { kind: 'counter', counterId: 2 } });
  pass();
  const walkUp = { serviceId: 'fine', classes: [], language: 'en' as const };
  const served = idOf(await third.done('serveWithoutToken', walkUp));
  pass();
  await third.done('finish', { tokenId: served, thenCall: false });
  await third.done('takeBreak', {});
  pass();
  await third.done('openCounter', { operator: '@Sana' });
}

type Take = (serviceId: string) => Promise<string>;
type Pass = () => void;

interface Hall {
  readonly hub: { readonly storeFile: string };
  readonly clock: DemoClock;
  readonly citizen: ReturnType<typeof kiosk>;
  readonly desks: readonly [Screen, Screen, Screen];
}

/** So many steps by chance: time passes, somebody comes or nobody, and every counter does something. */
export async function playOn({ hub, clock, citizen, desks }: Hall, random: Random, steps: number): Promise<void> {
  const db = openReadOnly(hub.storeFile);
  for (let step = 0; step < steps; step += 1) {
    clock.turnTo(clock.at() + Math.round(random.between(20_000, 3 * MINUTE)));
    if (random.chance(0.55)) {
      const classes = random.chance(0.2) ? ['elder'] : [];
      await citizen.send('issue', wishFor(random.chance(0.6) ? 'domicile' : 'fine', classes));
    }
    if (step % 20 === 0) {
      const cameAt = clock.at() - 5 * MINUTE;
      await desks[0].send('enterPaper', { number: step + 1, serviceId: 'fine', classes: [], cameAt });
    }
    for (const [place, desk] of desks.entries()) {
      await outOfOrder(desk, seenAt(db, place + 1), random.next());
      await act(desk, seenAt(db, place + 1), random.next());
    }
  }
  db.close();
}

/** A hub on which one of each thing happened, and then so many steps by chance. */
export async function playedHub(steps: number, change: Parameters<typeof testHub>[0] = {}) {
  const clock = demoClock(MONDAY_TEN, 0);
  const hub = await testHub({ clock, centre: JOURNEY_CENTRE, ...change });
  const random = randomFrom(4);
  const citizen = kiosk(hub);
  const desks = [operator(hub, 1), operator(hub, 2), operator(hub, 3)] as const;
  const names = ['Amna', `Ali ${CNIC}`, '@Sana'];
  for (const [place, desk] of desks.entries()) await desk.done('openCounter', { operator: names[place] ?? '' });
  const take: Take = async (serviceId) => (await citizen.done('issue', wishFor(serviceId))).label ?? '';
  await oneOfEach(desks, take, () => clock.turnTo(clock.at() + 2 * MINUTE));
  await playOn({ hub, clock, citizen, desks }, random, steps);
  const manager = join(hub, { screen: 'manager', name: 'Nadia' });
  return { hub, clock, manager, citizen, desks };
}

export const NO_FILTER = { service: null, stage: null, counter: null, operator: null, class: null, channel: null };

type Manager = Awaited<ReturnType<typeof playedHub>>['manager'];

/** The first report starts the worker, which takes its time on a machine with much to do. */
const REPORT_MS = 30_000;

type Outcome = { readonly ok: true; readonly value: ReportAnswer } | { readonly ok: false; readonly error: unknown };

/** The answer to a report of the played day. @throws when there is none. */
export async function reportOf(
  manager: Pick<Manager, 'socket'>,
  groupBy: ReportQuestion['groupBy'],
  change: Partial<Omit<ReportQuestion, 'groupBy'>> = {},
): Promise<ReportAnswer> {
  const question = { fromDay: DAY, toDay: DAY, filter: NO_FILTER, ...change, groupBy };
  const reply = (await manager.socket
    .timeout(REPORT_MS)
    .emitWithAck('ask', { name: 'report', payload: question })) as Outcome;
  if (!reply.ok) throw new Error(JSON.stringify(reply.error));
  return reply.value;
}
