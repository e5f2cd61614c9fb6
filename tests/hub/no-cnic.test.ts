import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join as path } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { inUrduDigits } from '../../src/domain/urdu-digits.ts';
import { slipContent } from '../../src/hub/slips/slip-content.ts';
import { slipLines } from '../../src/slip/slip-lines.ts';
import { openDatabase } from '../../src/store/database.ts';
import { tablesOf } from '../../src/store/tables.ts';
import { ROOT, testFolder } from '../support/folder.ts';
import { join, kiosk, operator, wishFor } from '../support/test-hub.ts';

const TYPED = '35202-1234567-1';
const SCANNED = '3520298765433';
const BOOKED = '3520200000011';
const NUMBERS = [TYPED, SCANNED, BOOKED].map((cnic) => cnic.replaceAll('-', ''));

/** Every way in which a number could stand somewhere, also behind a hash without a key, which falls in seconds. */
const FORMS = NUMBERS.flatMap((cnic) => [
  cnic,
  `${cnic.slice(0, 5)}-${cnic.slice(5, 12)}-${cnic.slice(12)}`,
  inUrduDigits(cnic),
  Buffer.from(cnic).toString('base64').slice(0, 16),
  ...['sha256', 'sha1', 'md5'].map((name) => createHash(name).update(cnic).digest('hex')),
]);

/** The first form that stands in those bytes. */
const formIn = (bytes: Buffer | string): string | undefined => FORMS.find((form) => bytes.includes(form));

function filesIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((one) => one.isFile())
    .map((one) => path(one.parentPath, one.name));
}

/** Everything that a process says. */
function sayings(child: ChildProcess): string[] {
  const said: string[] = [];
  child.stdout?.on('data', (chunk: Buffer) => void said.push(String(chunk)));
  child.stderr?.on('data', (chunk: Buffer) => void said.push(String(chunk)));
  return said;
}

/** What the slips of a store say, word for word. */
function slipTexts(folder: string): readonly string[] {
  const db = openDatabase(path(folder, 'markaz.db'));
  const tables = tablesOf(db);
  const ids = db.prepare<[], { id: number }>('SELECT id FROM slip').all();
  const centre = tables.hall.get()?.centre;
  const texts = ids.flatMap(({ id }) => {
    const slip = tables.slips.get(id);
    const token = slip && tables.tokens.get(slip.tokenId);
    if (!slip || !token || !centre) return [];
    const facts = { centre, token, application: undefined, ahead: 1, isDuplicate: false, url: 'http://x/t/1-k' };
    return [JSON.stringify(slipLines(slipContent(slip, facts)))];
  });
  db.close();
  return texts;
}

// Kiosk, console, manager and feed are given numbers in every way that they take them.
it(
  'no CNIC stands in the store, its copies, logs, slips, reports, or in what any screen is sent',
  { timeout: 60_000 },
  async () => {
    const folder = testFolder();
    const drop = testFolder();
    const args = ['--demo', '--port', '0', '--data', folder, '--feed-csv', drop, '--clock', '1'];
    const child = fork(path(ROOT, 'src/hub/cli.ts'), [...args, '--clock-at', '2026-11-23T10:00:00+05:00'], {
      cwd: ROOT,
      silent: true,
    });
    onTestFinished(() => void child.kill('SIGKILL'));
    const said = sayings(child);
    const [{ url, citizenPort }] = (await once(child, 'message')) as [{ url: string; citizenPort: number }];
    const hub = { url };

    const frames: string[] = [];
    const hear = <Screen extends ReturnType<typeof join>>(screen: Screen): Screen => {
      screen.socket.onAny((...all: unknown[]) => void frames.push(JSON.stringify(all)));
      return screen;
    };
    const screen = hear(kiosk(hub));
    const ali = hear(operator(hub, 1));
    const boss = hear(join(hub, { screen: 'manager', name: 'Nadia' }));
    hear(join(hub, { screen: 'board', hallId: null }));
    hear(join(hub, { screen: 'counterDisplay', counterId: 1 }));

    writeFileSync(
      path(drop, '.half'),
      `source_id,revision,status,name,cnic,phone,service,slot,language,needs\n` +
        `LHR-0001,1,booked,Amina Bibi,${BOOKED},03001234567,domicile,2026-11-23T10:15:00+05:00,ur,\n` +
        `LHR-0002,1,booked,Amina Bibi,${BOOKED}9,03001234567,domicile,2026-11-23T10:15:00+05:00,ur,\n` +
        `${TYPED},1,booked,Amina Bibi,LHR-0003,03001234567,domicile,2026-11-23T10:15:00+05:00,ur,\n` +
        `${BOOKED},1,booked,Amina Bibi,${SCANNED},03001234567,domicile,2026-11-23T11:15:00+05:00,ur,\n` +
        `LHR-0004,1,booked,Bilal ${TYPED},${SCANNED},03001234567,domicile,2026-11-23T12:15:00+05:00,ur,\n` +
        `LHR-0005,1,cancelled,,,,${SCANNED},2026-11-23T12:15:00+05:00,ur,${TYPED}\n`,
    );
    renameSync(path(drop, '.half'), path(drop, `${SCANNED}.csv`));
    await boss.see('manager', (view) => view.appointments.booked === 2);
    writeFileSync(path(drop, `no column, ${TYPED}.csv`), `${BOOKED}\n`);
    await boss.see('manager', (view) => view.feeds.some(({ trouble }) => trouble === 'badAnswer'));

    const replies: unknown[] = [
      await screen.send('issue', { ...wishFor('domicile'), cnic: TYPED }),
      await screen.send('issue', { ...wishFor('passport'), cnic: 'not a number 3520212345671' }),
      await screen.send('checkInBooking', { by: { kind: 'cnic', cnic: BOOKED } }),
      await screen.send('checkInBooking', { by: { kind: 'cnic', cnic: SCANNED } }),
      await screen.send('checkInBooking', { by: { kind: 'code', code: SCANNED } }),
      await screen.send('findToken', { cnic: TYPED }),
      await screen.send('checkIn', { label: SCANNED }),
      await ali.send('openCounter', { operator: 'Ali' }),
      await ali.send('issue', { ...wishFor('domicile'), cnic: SCANNED }),
      await ali.send('printSlip', { by: { kind: 'cnic', cnic: SCANNED } }),
      await ali.send('call', {}),
      await boss.ask('findSubject', { cnic: SCANNED }),
      await boss.ask('takeSnapshot', {}),
      await boss.ask('printDayClose', { place: { kioskId: 1 } }),
      await boss.send('eraseSubject', { cnic: BOOKED }),
    ];
    const pages = ['/api/slots', '/', `/slips/${SCANNED}.png`];
    const bodies = await Promise.all(pages.map(async (page) => (await fetch(`${url}${page}`)).text()));
    bodies.push(await (await fetch(`http://127.0.0.1:${citizenPort}/t/1-${SCANNED}`)).text());
    // Every kind of screen has been sent what became of it all.
    await boss.see('manager', ({ keeping }) => keeping.snapshots.length === 1);
    await screen.see(
      'kiosk',
      (view) => view.slips.length >= 2 && view.slips.every(({ outcome }) => outcome !== 'queued'),
    );
    expect(replies.filter((reply) => (reply as { ok: boolean }).ok).length).toBeGreaterThanOrEqual(8);
    child.kill('SIGTERM');
    await once(child, 'exit');

    expect(frames.length).toBeGreaterThan(20);
    for (const part of [...frames, ...bodies, ...said, JSON.stringify(replies)]) expect(formIn(part)).toBeUndefined();
    const texts = slipTexts(folder);
    expect(texts.length).toBeGreaterThanOrEqual(3);
    for (const text of texts) expect(formIn(text)).toBeUndefined();
    const files = [...filesIn(folder), ...filesIn(drop)];
    const holding = files.filter((file) => formIn(file) !== undefined || formIn(readFileSync(file)) !== undefined);
    expect(holding).toEqual([]);
    expect(readFileSync(path(drop, 'done', '•••.csv'), 'utf8')).toContain(
      'LHR-0001,1,booked,Amina Bibi,35202-•••••••-1,',
    );
    expect(files).toContain(path(drop, 'refused', 'no column, •••.csv'));
    expect(files.some((file) => file.includes('snapshots'))).toBe(true);
  },
);
