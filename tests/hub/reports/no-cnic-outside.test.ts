import { readdirSync, readFileSync } from 'node:fs';
import { join as path } from 'node:path';
import { expect, it, vi } from 'vitest';
import { randomFrom } from '../../../src/domain/random.ts';
import { inUrduDigits } from '../../../src/domain/urdu-digits.ts';
import { tokenKeyOf } from '../../../src/hub/citizen/token-key.ts';
import { NO_FEEDS } from '../../../src/hub/feeds.ts';
import { paperOf } from '../../../src/hub/reports/day-sheet/paper.ts';
import { API_ROUTES } from '../../../src/protocol/api/api-routes.ts';
import { readKey } from '../../../src/store/files/key-file.ts';
import { bookingWith, PUSH_SECRET, pushBookings } from '../../support/bookings/bookings.ts';
import { pdfText } from '../../support/files/pdf-text.ts';
import { unzip } from '../../support/files/unzip.ts';
import { api } from '../../support/http/api.ts';
import { httpOf } from '../../support/http/http-of.ts';
import { phonesOf } from '../../support/http/phones.ts';
import { join, wishFor } from '../../support/test-hub.ts';
import { CNIC, DAY, playedHub, playOn } from './report-day.ts';

const TYPED = '35202-7654321-8';
const SCANNED = '3520298765433';
const BOOKED = '3520200000011';
const ASKED = '61101-2468013-5';
/** What citizens and staff give where it belongs, and what somebody typed into a reason and a name. */
const GIVEN = [TYPED, SCANNED, BOOKED, ASKED];
const EVERY = [...GIVEN, CNIC];

const digitsOf = (text: string): string =>
  text.replaceAll(/[۰-۹]/g, (digit) => String(digit.charCodeAt(0) - 0x06f0)).replaceAll(/\D/g, '');

/** Those of the numbers that stand in a text, with and without dashes, also from right to left as Urdu draws them. */
const numbersIn = (text: string, numbers = EVERY): readonly string[] => {
  const digits = digitsOf(text);
  return numbers.filter((number) => {
    const [, first = '', middle = '', last = ''] = /^(\d{5})(\d{7})(\d)$/.exec(digitsOf(number)) ?? [];
    return digits.includes(first + middle + last) || digits.includes(last + middle + first);
  });
};

it('finds a number in a PDF however it is written, so that to find none says something', () => {
  for (const language of ['en', 'ur'] as const) {
    for (const number of [TYPED, SCANNED, inUrduDigits(TYPED)]) {
      const paper = paperOf(language, () => 'Foot');
      paper.text(`علی Ali ${number}`, 50, 100, { size: 9, isBold: true });
      expect([language, number, numbersIn(pdfText(paper.close()), [TYPED, SCANNED])]).toEqual([
        language,
        number,
        [number === SCANNED ? SCANNED : TYPED],
      ]);
    }
  }
});

type Played = Awaited<ReturnType<typeof playedHub>>;

/** Everything that the hub sends to a screen of each kind, and says on the console of its machine. */
function heard({ hub }: Played) {
  const frames = new Map<string, string[]>();
  const screens = [
    { screen: 'kiosk', kioskId: 1 },
    { screen: 'operator', counterId: 1 },
    { screen: 'manager', name: 'Listener' },
    { screen: 'board', hallId: null },
    { screen: 'counterDisplay', counterId: 1 },
  ] as const;
  for (const who of screens) {
    frames.set(who.screen, []);
    const link = join(hub, { device: `ear-${who.screen}`, ...who });
    link.socket.onAny((...all: unknown[]) => void frames.get(who.screen)?.push(JSON.stringify(all)));
  }
  const said = (['log', 'info', 'warn', 'error'] as const).map((how) => vi.spyOn(console, how));
  return { frames, lines: () => said.flatMap(({ mock }) => mock.calls).map((line) => line.join(' ')) };
}

/** An address that is told of everything, and writes it down. */
async function told({ manager }: Played): Promise<readonly string[]> {
  const bodies: string[] = [];
  const url = await httpOf((req, res) => {
    req.on('data', (chunk: Buffer) => void bodies.push(String(chunk)));
    req.on('end', () => res.end());
  });
  await manager.done('addWebhook', { url, events: ['token.issued', 'token.called', 'token.serving', 'token.done'] });
  return bodies;
}

/** Numbers are given in every way that they are taken; gives what was answered, and a token that was booked. */
async function giveNumbers({ hub, clock, citizen, desks: [ali], manager }: Played) {
  const slotAt = new Date(Math.ceil(clock.at() / 900_000) * 900_000).toISOString();
  const given = { slotAt, serviceId: 'fine' };
  const reports = await pushBookings(
    hub,
    [
      bookingWith({ ...given, cnic: BOOKED, name: `Amina ${ASKED}` }),
      bookingWith({ ...given, sourceId: ASKED }),
      bookingWith({ ...given, sourceId: digitsOf(SCANNED), cnic: 'LHR-0001' }),
      bookingWith({ sourceId: 'LHR-0009', status: 'cancelled', serviceId: ASKED }),
    ],
    clock.at(),
  );
  expect(reports.map((one) => one['outcome'] ?? one['fault'])).toEqual([
    'created',
    'badBookingCode',
    'badBookingCode',
    'unknownService',
  ]);
  const booked = await citizen.done('checkInBooking', { by: { kind: 'cnic', cnic: BOOKED } });
  const answers: unknown[] = [
    booked,
    reports,
    await citizen.send('checkInBooking', { by: { kind: 'cnic', cnic: ASKED } }),
    await citizen.done('issue', { ...wishFor('fine'), cnic: TYPED }),
    await citizen.send('findToken', { cnic: TYPED }),
    await ali.done('issue', { ...wishFor('domicile'), cnic: SCANNED }),
    await ali.send('printSlip', { by: { kind: 'cnic', cnic: SCANNED } }),
    await ali.send('checkInBooking', { by: { kind: 'code', code: ASKED } }),
    await manager.ask('findSubject', { cnic: SCANNED }),
    await manager.ask('findSubject', { cnic: ASKED }),
    await manager.ask('anomalies', {}),
  ];
  expect(answers).toContainEqual(expect.objectContaining({ ok: true }));
  return { answers, tokenId: booked.tokenId ?? 0, label: booked.label ?? '' };
}

/** What the reports of the day say as files, in both languages. */
async function filesOf({ hub }: Played): Promise<ReadonlyMap<string, string>> {
  const files = new Map<string, string>();
  const get = async (address: string) => {
    const response = await fetch(`${hub.url}/reports/${DAY}/${address}`);
    expect([address, response.status]).toEqual([address, 200]);
    return Buffer.from(await response.arrayBuffer());
  };
  for (const language of ['en', 'ur']) {
    for (const by of ['operator', 'counter']) {
      files.set(`${by} ${language}.csv`, String(await get(`${DAY}/by-${by}.csv?lang=${language}`)));
      const sheets = unzip(await get(`${DAY}/by-${by}.xlsx?lang=${language}`));
      files.set(`${by} ${language}.xlsx`, [...sheets.values()].join(' '));
    }
    files.set(`${language}.pdf`, pdfText(await get(`day.pdf?lang=${language}`)));
  }
  return files;
}

/** What programs with a key and the phone of a citizen are answered. */
async function answersOf({ hub }: Played, label: string, tokenId: number): Promise<ReadonlyMap<string, string>> {
  const { ask, post } = await api(hub);
  const answers = new Map<string, string>();
  const more = [
    '/board?hallId=hall',
    '/tokens?state=waiting',
    `/tokens/${label}`,
    `/days/${DAY}`,
    `/days/${DAY}?as=payload`,
  ];
  const paths = Object.values(API_ROUTES).flatMap(({ method, path: at }) => (method === 'get' ? [at] : []));
  for (const at of [...paths.filter((one) => !/board|tokens|{/.test(one)), ...more]) {
    const response = await ask(at);
    expect([at, response.status]).toEqual([at, 200]);
    answers.set(at, await response.text());
  }
  for (const code of [BOOKED, ASKED, bookingWith().sourceId]) {
    answers.set(`/check-ins ${code}`, await (await post('/check-ins', { code })).text());
  }
  const key = tokenKeyOf(readKey(hub.folder, 'person'), tokenId);
  for (const at of [`/t/${key}`, `/api/tokens/${key}`, `/t/1-${SCANNED}`, `/api/tokens/${SCANNED}`]) {
    answers.set(at, await (await fetch(phonesOf(hub) + at)).text());
  }
  const reader = (await fetch(`${phonesOf(hub)}/api/tokens/${key}/events`)).body?.getReader();
  answers.set('events', String(Buffer.from((await reader?.read())?.value ?? [])));
  await reader?.cancel();
  return answers;
}

const holding = (all: ReadonlyMap<string, string>, numbers = EVERY) =>
  [...all].flatMap(([name, text]) => numbersIn(text, numbers).map((number) => `${name}: ${number}`));

it('lets no CNIC out of a lively day, whoever is told of it', { timeout: 60_000 }, async () => {
  const played = await playedHub(0, { feeds: { ...NO_FEEDS, pushSecret: PUSH_SECRET } });
  const { hub, clock, desks, citizen } = played;
  const { frames, lines } = heard(played);
  const bodies = await told(played);
  const { answers, tokenId, label } = await giveNumbers(played);
  await playOn(played, randomFrom(5), 10);
  const { label: last = '' } = await citizen.done('issue', { ...wishFor('fine'), cnic: TYPED });
  await expect.poll(() => bodies.some((body) => body.includes(last))).toBe(true);
  expect(numbersIn(bodies.join('\n'))).toEqual([]);
  const onPhone = await answersOf(played, label, tokenId);

  for (const desk of desks) await desk.send('closeCounter', {});
  clock.turnTo(clock.at() + 24 * 3_600_000);
  await citizen.done('issue', { ...wishFor('fine'), cnic: SCANNED });
  const files = await filesOf(played);
  // What stands there is found, so that what is not found is not there.
  expect([files.get('en.pdf'), files.get('operator en.csv'), files.get('operator ur.xlsx')]).toEqual([
    expect.stringContaining('CNIC'),
    expect.stringContaining('Ali '),
    expect.stringContaining('Ali '),
  ]);
  expect(holding(files)).toEqual([]);
  const { ask } = await api(hub);
  const { payload } = (await (await ask(`/days/${DAY}`)).json()) as { payload: string };
  expect(JSON.parse(payload)).toMatchObject({ serviceDay: DAY, isOver: true });
  expect(numbersIn(payload)).toEqual([]);
  expect(holding(onPhone)).toEqual([]);
  for (const [screen, all] of frames) {
    expect([screen, all.length > 5, numbersIn(all.join('\n'), GIVEN)]).toEqual([screen, true, []]);
  }
  expect([numbersIn(JSON.stringify(answers)), numbersIn(lines().join('\n'))]).toEqual([[], []]);
  await hub.close();
  const onDisk = readdirSync(hub.folder, { recursive: true, withFileTypes: true }).filter((one) => one.isFile());
  const stored = onDisk.map((one) => path(one.parentPath, one.name));
  expect(holding(new Map(stored.map((file) => [file, readFileSync(file, 'utf8')])), GIVEN)).toEqual([]);
});
