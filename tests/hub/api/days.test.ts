import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { dayPayload } from '../../../src/protocol/api/api-schemas.ts';
import { dayDesk } from '../../../src/hub/days/day-desk.ts';
import { demoClock } from '../../../src/hub/time/clock.ts';
import { playedHub, reportOf } from '../reports/report-day.ts';
import { api, noOf } from '../../support/http/api.ts';
import { bookedHub } from '../../support/bookings/booked-hub.ts';
import { bookingWith } from '../../support/bookings/bookings.ts';
import { ROOT, testFolder } from '../../support/folder.ts';
import { JOURNEY_CENTRE } from '../../support/journey-centre.ts';
import { kiosk, MONDAY_TEN, operator, testHub, wishFor } from '../../support/test-hub.ts';

const run = promisify(execFile);
const DAY_MS = 86_400_000;

interface Envelope {
  payload: string;
  signature: string;
  publicKey: string;
}

/** What the checker, which knows nothing of the hub, says of a file. */
async function checked(envelope: object | string, key: string): Promise<readonly [number, string]> {
  const file = join(testFolder(), 'day.json');
  writeFileSync(file, typeof envelope === 'string' ? envelope : JSON.stringify(envelope));
  return run(process.execPath, [join(ROOT, 'scripts/check-day.ts'), file, '--key', key]).then(
    ({ stdout }) => [0, stdout] as const,
    (error: { code: number; stderr: string }) => [error.code, error.stderr] as const,
  );
}

describe('the file of a centre-day', () => {
  it('holds the day as it was, names nobody, and is proved by the public key alone', async () => {
    const clock = demoClock(MONDAY_TEN, 0);
    const { hub, code } = await bookedHub({ clock });
    const { ask, json, post } = await api(hub);
    const citizen = kiosk(hub);
    await post('/check-ins', { code });
    await citizen.done('issue', { ...wishFor('domicile', ['elder']) });
    await citizen.done('issue', { ...wishFor('domicile'), cnic: '3520212345673' });
    const ali = operator(hub, 1);
    await ali.done('openCounter', { operator: 'Ali Raza' });
    const { tokenId = 0 } = await ali.done('call', {});
    await ali.done('markNoShow', { tokenId });
    clock.turnTo(MONDAY_TEN + DAY_MS);
    await citizen.done('issue', wishFor('domicile'));

    const response = await ask('/days/2026-11-23');
    const envelope = (await response.json()) as Envelope;
    const { publicKey } = (await json('/key')) as unknown as Envelope;
    const day = dayPayload.parse(JSON.parse(envelope.payload));
    expect(day).toMatchObject({ centreId: JOURNEY_CENTRE.id, serviceDay: '2026-11-23', isOver: true });
    expect(day.totals).toMatchObject({ issued: 3, appointments: 1, noShow: 1, open: 2 });
    expect(day.classes).toEqual([{ classId: 'elder', count: 1 }]);
    expect(day.chain.first.seq).toBe(1);
    expect(day.chain.last.seq).toBeLessThan(day.chain.head.seq);
    const { name, cnic, phone } = bookingWith();
    for (const secret of [name, cnic, phone, code, 'Ali Raza', '3520212345673']) {
      expect(envelope.payload).not.toContain(secret);
    }
    expect(await checked(envelope, publicKey)).toEqual([0, expect.stringContaining('whole. Centre')]);
    // The bare payload carries its signature in a header: put together they are a file again.
    const bare = await ask('/days/2026-11-23?as=payload');
    const [, signature] = /ed25519=([\w-]+)$/.exec(bare.headers.get('markaz-day-signature') ?? '') ?? [];
    const whole = { ...envelope, payload: await bare.text(), signature };
    expect(await checked(whole, bare.headers.get('markaz-day-key') ?? '')).toEqual([
      0,
      expect.stringContaining('whole'),
    ]);
    expect(response.headers.get('markaz-day-key')).toBe(publicKey);
    // What a firm hand on the file, or another key, comes to.
    const forged = { ...envelope, payload: envelope.payload.replace('"issued":3', '"issued":4') };
    expect(await checked(forged, publicKey)).toEqual([1, expect.stringContaining('NOT signed')]);
    const other = await api(await testHub());
    const { publicKey: anothers } = (await other.json('/key')) as unknown as Envelope;
    expect((await checked(envelope, anothers))[0]).toBe(1);
    expect((await checked('{"format":', publicKey))[0]).toBe(1);
    expect((await checked(envelope, 'nonsense'))[0]).toBe(2);
    // A key may begin with a dash.
    expect(await checked(envelope, `-${'A'.repeat(42)}`)).toEqual([1, expect.stringContaining('NOT signed')]);
  });

  it('is there for days of this log alone', async () => {
    const hub = await testHub();
    const { ask, json } = await api(hub);
    await kiosk(hub).done('issue', wishFor('fine'));
    for (const date of ['2026-11-22', '2026-11-24', '1999-01-01']) {
      expect(await noOf(await ask(`/days/${date}`))).toEqual([404, 'notFound']);
    }
    for (const date of ['2026-13-01', 'today', '..%2f..%2fetc']) {
      expect([date, ...(await noOf(await ask(`/days/${date}`)))]).toEqual([date, 404, 'notFound']);
    }
    expect(await json('/days')).toMatchObject({
      days: [{ serviceDay: '2026-11-23', isOver: false, totals: { issued: 1, open: 1, meanWaitMs: null } }],
    });
    expect(await noOf(await ask('/days?from=2026-11-02&to=2026-11-01'))).toEqual([400, 'badRequest']);
    expect(await noOf(await ask('/days?from=2020-01-01&to=2026-11-01'))).toEqual([400, 'badRequest']);
  });

  it('gives every figure of the manager’s reports by group, and none by operator', async () => {
    const { hub, manager } = await playedHub(4);
    const { ask, json } = await api(hub, ['reports:read']);
    for (const by of ['service', 'hour', 'class', 'channel', 'counter'] as const) {
      const { days, total, rows, left } = await reportOf(manager, by);
      expect(await json(`/reports?from=2026-11-23&by=${by}`)).toEqual({ days, total, groups: rows, left });
    }
    expect(await json('/reports')).toMatchObject({ days: 1, groups: [{ key: 'domicile' }, { key: 'fine' }] });
    expect(await noOf(await ask('/reports?by=operator'))).toEqual([400, 'badRequest']);
    expect(await noOf(await ask('/reports?from=2020-01-01'))).toEqual([400, 'badRequest']);
  });

  it('makes few reports for programs at once, so that people’s own questions are not kept waiting', async () => {
    const hub = await testHub();
    const { ask } = await api(hub, ['reports:read']);
    await kiosk(hub).done('issue', wishFor('fine'));
    // The worker is not started yet: all of them are there before it answers one.
    const answers = await Promise.all(Array.from({ length: 12 }, () => ask('/reports')));
    const statuses = answers.map(({ status }) => status);
    expect(new Set(statuses)).toEqual(new Set([200, 503]));
    expect(statuses.filter((one) => one === 200).length).toBeGreaterThanOrEqual(4);
    expect(answers.find(({ status }) => status === 503)?.headers.get('retry-after')).toBe('1');
  });

  it('lets eight wait and asks the ninth to come again', async () => {
    const hub = await testHub();
    await kiosk(hub).done('issue', wishFor('fine'));
    const desk = dayDesk(hub.storeFile, hub.folder);
    const eight = Array.from({ length: 8 }, () => desk.file('2026-11-23') ?? Promise.resolve('busy'));
    expect(desk.file('2026-11-23')).toBeUndefined();
    const whole = { payload: expect.any(String) as string };
    expect(await Promise.all(eight)).toEqual(eight.map(() => expect.objectContaining(whole) as unknown));
    expect(await desk.file('2026-11-23')).toMatchObject(whole);
    await desk.stop();
  });
});
