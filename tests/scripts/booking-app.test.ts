import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { bookingPageSchema } from '../../src/protocol/booking-schema.ts';
import { readAppOptions } from '../../scripts/booking-app/options.ts';
import { bookingCode } from '../../scripts/booking-app/booking-code.ts';
import { bookingApp, slotAt, wish } from '../support/bookings/booking-app.ts';
import { ROOT } from '../support/folder.ts';

const FILE = join(ROOT, 'scripts/booking-app/booking-app.ts');
const run = (...args: string[]) => spawnSync(process.execPath, [FILE, ...args], { encoding: 'utf8', timeout: 15_000 });
const OTHER = { cnic: '35202-7654321-3' };

describe('the booking app’s command line', () => {
  it('tells all its options', () => {
    const { stdout, status } = run('--help');
    expect(status).toBe(0);
    for (const option of ['--port', '--centre', '--generate', '--fail', '--push', '--secret-env', '--key-env'])
      expect(stdout).toContain(option);
  });

  it.each([
    [['--bogus'], "Unknown option '--bogus'."],
    [['stray'], "Unexpected argument 'stray'."],
    [['--port', '70000'], '--port takes a number'],
    [['--generate', '-1'], "Option '--generate' argument is ambiguous."],
    [['--generate', '50001'], '--generate takes a number'],
    [['--day', '2026-13-40'], '--day takes a day'],
    [['--clock-at', 'noon'], '--clock-at takes a time'],
    [['--fail', 'often'], '--fail takes one of none, slow,'],
    [['--slow', 'x'], '--slow takes a number'],
    [['--push', 'ftp://x', '--secret-env', 'X'], '--push takes an address'],
    [['--push', 'http://127.0.0.1:1/'], '--push and --secret-env go together.'],
  ])('refuses %j', (args, line) => {
    const request = readAppOptions(args);
    expect(request).toEqual({ kind: 'wrong', line: expect.stringContaining(line) as string });
    expect(request.kind === 'wrong' && request.line).not.toContain('\n');
  });

  it.each([
    [['--bogus'], "Unknown option '--bogus'. See --help."],
    [
      ['--push', 'http://127.0.0.1:1/', '--secret-env', 'NO_SUCH_NAME'],
      'The environment variable NO_SUCH_NAME is empty.',
    ],
    [['--centre', 'nowhere.yaml'], 'The centre file nowhere.yaml cannot be read.'],
  ])('ends at %j with one line and exit code 2', (args, line) => {
    const { stderr, status } = run(...args);
    expect([status, stderr.trim()]).toEqual([2, line]);
  });

  it('ends cleanly at Ctrl-C', async () => {
    const { child } = await bookingApp();
    child.kill('SIGINT');
    expect(await once(child, 'exit')).toEqual([0, null]);
  });
});

describe('the backend of the booking app', () => {
  it('generates the same day for the same number, and another for another', async () => {
    const names = async (seed: string) => {
      const { url } = await bookingApp(['--generate', '30', '--seed', seed]);
      const page = bookingPageSchema.parse(await (await fetch(`${url}/centres/lahore/bookings`)).json());
      return page.bookings;
    };
    const [one, same, other] = [await names('1'), await names('1'), await names('2')];
    expect(one).toHaveLength(30);
    expect(same).toEqual(one);
    expect(other).not.toEqual(one);
  });

  it('gives changes from a cursor on, with a tag that changes when they do', async () => {
    const app = await bookingApp(['--generate', '1500']);
    const get = (cursor: string, headers = {}) => fetch(`${app.url}/centres/lahore/bookings${cursor}`, { headers });
    const first = bookingPageSchema.parse(await (await get('')).json());
    expect([first.bookings.length, first.hasMore]).toEqual([1000, true]);
    const next = await get(`?after=${first.cursor}`);
    const second = bookingPageSchema.parse(await next.json());
    expect([second.bookings.length, second.hasMore]).toEqual([500, false]);
    const end = await get(`?after=${second.cursor}`);
    const etag = end.headers.get('etag') ?? '';
    expect((await get(`?after=${second.cursor}`, { 'if-none-match': etag })).status).toBe(304);
    await app.publish([['10:15', 50]]);
    await app.post('bookings', wish());
    const after = await get(`?after=${second.cursor}`, { 'if-none-match': etag });
    expect(after.status).toBe(200);
    expect(bookingPageSchema.parse(await after.json()).bookings).toHaveLength(1);
  });

  it('books no slot whose capacity it does not know, none that is full, none that is past', async () => {
    const app = await bookingApp();
    const codeOf = async (change = {}) => (await app.post('bookings', wish(change)))[1].error?.code;
    expect(await codeOf()).toBe('noCapacity');
    expect(
      (
        await app.publish([
          ['10:15', 2],
          ['10:30', 0],
          ['10:45', 2, 2],
        ])
      ).status,
    ).toBe(204);
    expect(await codeOf({ slotAt: slotAt('10:30') })).toBe('slotFull');
    expect(await codeOf({ slotAt: slotAt('10:45') })).toBe('slotFull');
    expect(await codeOf({ slotAt: slotAt('11:00') })).toBe('noCapacity');
    const done = await Promise.all(
      Array.from({ length: 20 }, (_, number) => app.post('bookings', wish({ cnic: `35202-12345${number + 10}-1` }))),
    );
    expect(done.filter(([status]) => status === 201)).toHaveLength(2);
    expect(done.find(([status]) => status === 409)?.[1].error).toMatchObject({ code: 'slotFull' });
    await app.send('PUT', '/centres/lahore/slots', {
      centreId: 'lahore',
      madeAt: slotAt('13:00'),
      slots: [{ serviceId: 'domicile', slotAt: '2026-11-22T19:45:00+05:00', capacity: 5, booked: 0 }],
    });
    expect(await codeOf({ slotAt: '2026-11-22T19:45:00+05:00' })).toBe('slotPast');
  });

  it('counts what the hub has from elsewhere besides its own bookings', async () => {
    const app = await bookingApp();
    await app.publish([['10:15', 2]]);
    await app.post('bookings', wish());
    await app.publish([['10:15', 3, 2]], slotAt('13:00')); // One of the two came to the hub by another way.
    expect((await app.post('bookings', wish(OTHER)))[0]).toBe(201);
    expect((await app.post('bookings', wish({ cnic: '35202-1111111-1' })))[1].error?.code).toBe('slotFull');
  });

  it('keeps the newest page of slots, whenever an older one comes', async () => {
    const app = await bookingApp();
    await app.publish([['10:15', 1]], slotAt('08:00'));
    await app.publish([['10:15', 0]], slotAt('07:00'));
    expect((await app.post('bookings', wish()))[0]).toBe(201);
  });

  it('moves into a free slot and gives the old one back', async () => {
    const app = await bookingApp();
    await app.publish([
      ['10:15', 1],
      ['12:00', 1],
    ]);
    const [, { sourceId: code = '', revision = 0 }] = await app.post('bookings', wish());
    const [status, moved] = await app.post(`bookings/${code}/move`, { slotAt: slotAt('12:00') });
    expect([status, Date.parse(moved.slotAt ?? '')]).toEqual([200, Date.parse(slotAt('12:00'))]);
    expect(moved.revision).toBeGreaterThan(revision);
    expect((await app.post('bookings', wish(OTHER)))[0]).toBe(201);
    expect((await app.post(`bookings/${code}/move`, { slotAt: slotAt('10:15') }))[1].error?.code).toBe('slotFull');
  });

  it('cancels once, and frees the slot', async () => {
    const app = await bookingApp();
    await app.publish([['10:15', 1]]);
    const [, { sourceId: code = '' }] = await app.post('bookings', wish());
    expect((await app.post(`bookings/${code}/cancel`, {}))[1].status).toBe('cancelled');
    expect((await app.post(`bookings/${code}/cancel`, {}))[1].error?.code).toBe('alreadyCancelled');
    expect((await app.post(`bookings/${code}/move`, { slotAt: slotAt('10:15') }))[1].error?.code).toBe(
      'alreadyCancelled',
    );
    expect((await app.post('bookings', wish(OTHER)))[0]).toBe(201);
  });

  it('says in both languages what is wrong with a wish', async () => {
    const app = await bookingApp();
    await app.publish([['10:15', 5]]);
    const refusalOf = async (change: object) => (await app.post('bookings', wish(change)))[1].error;
    expect((await refusalOf({ name: '<b>' }))?.code).toBe('badName');
    expect((await refusalOf({ cnic: '1' }))?.code).toBe('badCnic');
    expect((await refusalOf({ phone: '1' }))?.code).toBe('badPhone');
    expect((await refusalOf({ serviceId: 'nothing' }))?.code).toBe('unknownService');
    expect((await refusalOf({ slotAt: 'noon' }))?.code).toBe('badRequest');
    await app.post('bookings', wish());
    const overlap = await refusalOf({});
    expect(overlap?.code).toBe('overlaps');
    expect([overlap?.message.en, overlap?.message.ur]).toEqual([
      expect.stringMatching(/\.$/),
      expect.stringMatching(/۔$/),
    ]);
    expect((await app.post('bookings/LHR-0000-0000/cancel', {}))[0]).toBe(404);
  });

  it('asks the hub for its key', async () => {
    const { url } = await bookingApp(['--key-env', 'APP_KEY'], { APP_KEY: 'k1' });
    const get = async (authorization: string) =>
      (await fetch(`${url}/centres/lahore/bookings`, { headers: { authorization } })).status;
    expect([await get('Bearer wrong'), await get('Bearer k1')]).toEqual([401, 200]);
  });

  it('acts for no page of another site, and answers to no other name', async () => {
    const app = await bookingApp();
    const headers = { 'content-type': 'application/json', 'sec-fetch-site': 'cross-site' };
    const post = await fetch(`${app.url}/fail`, { method: 'POST', headers, body: '{"mode":"500"}' });
    expect([post.status, (await app.fail('slowly')).status, (await app.fail('none')).status]).toEqual([403, 400, 200]);
  });
});

describe('a booking code of the app', () => {
  it('begins with the centre and has no signs that look alike', () => {
    expect(bookingCode('lahore', () => 0)).toBe('LHR-2222-2222');
    expect(bookingCode('dg-khan', () => 0.999_999)).toBe('DGK-ZZZZ-ZZZZ');
    expect(bookingCode('oo', () => 0.5)).toMatch(/^XXX-/);
  });
});
