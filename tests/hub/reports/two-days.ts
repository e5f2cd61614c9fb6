import { randomFrom } from '../../../src/domain/random.ts';
import { tokenKeyOf } from '../../../src/hub/citizen/token-key.ts';
import { openReadOnly } from '../../../src/store/database.ts';
import { readKey } from '../../../src/store/files/key-file.ts';
import { phonesOf } from '../../support/http/phones.ts';
import { wishFor } from '../../support/test-hub.ts';
import { playedHub, playOn } from './report-day.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

type Played = Awaited<ReturnType<typeof playedHub>>;
type Screen = Played['desks'][number];

const pass = ({ clock }: Played, ms: number) => clock.turnTo(clock.at() + ms);

interface Held {
  readonly tokenId: number;
  readonly counterId: number;
  readonly state: string;
}

/** Every counter ends what it has in its hands, as the store has it: a console may not have been told yet. */
async function letGo(played: Played): Promise<void> {
  const db = openReadOnly(played.hub.storeFile);
  const sql = "SELECT id AS tokenId, counter_id AS counterId, state FROM token WHERE state IN ('called', 'serving')";
  const held = db.prepare<[], Held>(sql).all();
  db.close();
  for (const { tokenId, counterId, state } of held) {
    const desk = played.desks[counterId - 1] as Screen;
    if (state === 'called') await desk.done('start', { tokenId });
    pass(played, MINUTE);
    const finished = await desk.send('finish', { tokenId, thenCall: false });
    if (finished.ok) continue;
    // Chance may have moved the application of that day on meanwhile: its citizen waits beside the counter.
    if (finished.error.code !== 'applicationMoved') throw new Error(finished.error.code);
    await desk.done('park', { tokenId, returnMinutes: null });
  }
}

/** A citizen files an application and pays for it; it goes to the back office. */
async function file(played: Played): Promise<{ readonly tokenId: number; readonly trackingNumber: string }> {
  const [first, , cash] = played.desks;
  const { tokenId = 0, label = '' } = await played.citizen.done('issue', wishFor('domicile'));
  await first.done('jump', { label, reason: 'urgentNeed' });
  await first.done('start', { tokenId });
  const finish = { tokenId, thenCall: false } as const;
  pass(played, 3 * MINUTE);
  await first.done('finish', { ...finish, stay: true });
  pass(played, 2 * MINUTE);
  const { trackingNumber = '' } = await first.done('finish', { ...finish, stay: true });
  await first.done('skipStage', { tokenId });
  pass(played, MINUTE);
  await cash.done('jump', { label, reason: 'urgentNeed' });
  await cash.done('start', { tokenId });
  await cash.done('finish', finish);
  return { tokenId, trackingNumber };
}

/** What citizens do by phone: say how it was, ask for ten minutes, give up. */
async function byPhone(played: Played, served: readonly number[]): Promise<void> {
  const { hub, citizen } = played;
  const key = readKey(hub.folder, 'person');
  const wish = async (tokenId: number, what: string) => {
    const url = `${phonesOf(hub)}/api/tokens/${tokenKeyOf(key, tokenId)}/${what}`;
    const { status } = await fetch(url, { method: 'POST' });
    if (status !== 200) throw new Error(`${what}: ${status}`);
  };
  for (const [place, face] of (['good', 'fair', 'bad'] as const).entries()) await wish(served[place] ?? 0, face);
  const come = async () => (await citizen.done('issue', wishFor('fine'))).tokenId ?? 0;
  await wish(await come(), 'later');
  await wish(await come(), 'leave');
}

/** The back office moves two applications, late; one is sent back, and one is collected. */
async function workAtCases({ manager, citizen, desks: [first] }: Played, [one, other]: readonly string[]) {
  const advance = (trackingNumber = '', stageId = '') =>
    manager.done('advanceApplication', { trackingNumber, stageId, how: 'done' });
  await advance(one, 'verification');
  await advance(one, 'approval');
  await advance(other, 'verification');
  const back = { trackingNumber: other ?? '', stageId: 'verification', reason: 'a page is missing' };
  await manager.done('sendBackApplication', back);
  const { tokenId = 0, label = '' } = await citizen.done('collect', { trackingNumber: one ?? '', language: 'en' });
  await first.done('jump', { label, reason: 'urgentNeed' });
  await first.done('start', { tokenId });
  await first.done('finish', { tokenId, thenCall: false });
}

/** The counters close, and so many days later others sit at them. */
async function beginDay({ clock, desks }: Played, days: number, operator: string): Promise<void> {
  for (const desk of desks) await desk.done('closeCounter', {});
  clock.turnTo(clock.at() + days * 24 * HOUR);
  for (const [place, desk] of desks.entries()) await desk.done('openCounter', { operator: `${operator} ${place}` });
}

/** Two service days on which everything happened that reports tell of; the second begins with who was carried over. */
export async function twoDays() {
  const played = await playedHub(40);
  const { citizen, desks, manager } = played;
  await letGo(played);
  const filed = [await file(played), await file(played), await file(played)];
  const { tokenId = 0, label = '' } = await citizen.done('issue', wishFor('fine'));
  await desks[1].done('jump', { label, reason: 'urgentNeed' });
  await desks[1].done('requeue', { tokenId });
  await byPhone(
    played,
    filed.map(({ tokenId }) => tokenId),
  );
  const { label: staying = '' } = await citizen.done('issue', wishFor('fine'));
  await beginDay(played, 1, 'Second');
  await citizen.done('checkIn', { label: staying });
  await workAtCases(
    played,
    filed.map(({ trackingNumber }) => trackingNumber),
  );
  await playOn(played, randomFrom(9), 25);
  await letGo(played);
  return { ...played, manager };
}

/** A third day, in another week and another month, on which operators correct what citizens said of themselves. */
export async function threeDays() {
  const played = await twoDays();
  await beginDay(played, 8, 'Third');
  const { citizen, desks } = played;
  for (const classes of [['elder'], ['infant', 'elder'], []]) {
    const { tokenId = 0, label = '' } = await citizen.done('issue', wishFor('domicile', ['elder']));
    pass(played, 7 * MINUTE);
    await desks[0].done('jump', { label, reason: 'urgentNeed' });
    await desks[0].done('correctClass', { tokenId, classes });
    await desks[0].done('start', { tokenId });
    pass(played, 2 * MINUTE);
    await desks[0].done('park', { tokenId, returnMinutes: null });
    pass(played, MINUTE);
    await desks[0].done('resume', { tokenId });
    await desks[0].done('start', { tokenId });
    pass(played, 2 * MINUTE);
    await desks[0].done('finish', { tokenId, thenCall: false });
  }
  await playOn(played, randomFrom(11), 25);
  await letGo(played);
  return played;
}
