import { describe, expect, it } from 'vitest';
import { writeTrackingNumber } from '../../../src/domain/journeys/tracking-number.ts';
import { NO_FEEDS } from '../../../src/hub/feeds.ts';
import type { WireBooking } from '../../../src/protocol/booking-schema.ts';
import { bookingWith, PUSH_SECRET, pushBookings } from '../../support/bookings/bookings.ts';
import { JOURNEY_CENTRE } from '../../support/journey-centre.ts';
import { lahore } from '../../support/lahore.ts';
import { pause } from '../../support/pause.ts';
import { CHROMIUM, SIZES, useBrowser } from '../../support/pages.ts';
import { scan } from '../../support/scan.ts';
import { join, kiosk, MONDAY_TEN, operator, testHub, wishFor } from '../../support/test-hub.ts';

const CNIC = '3520212345671';
const TEN_FIFTEEN = '2026-11-23T10:15:00+05:00';

/** A hub with those bookings, and a kiosk in English at its first page. */
async function hallWith(bookings: readonly Partial<WireBooking>[], change: Parameters<typeof testHub>[0] = {}) {
  const hub = await testHub({ centre: lahore(), feeds: { ...NO_FEEDS, pushSecret: PUSH_SECRET }, ...change });
  if (bookings.length === 0) return hub;
  const reports = await pushBookings(hub, bookings.map(bookingWith), MONDAY_TEN);
  expect(reports.map((report) => report['outcome'])).toEqual(bookings.map(() => 'created'));
  return hub;
}

describe.skipIf(!CHROMIUM)('the kiosk, for who has something already', () => {
  const { open } = useBrowser();

  async function citizenAt(url: string, size: { width: number; height: number } = SIZES.kiosk) {
    const page = await open(`${url}/kiosk/?kiosk=1`, size);
    const tap = async (name: string | RegExp) => {
      await pause();
      await page.getByRole('button', { name }).click();
    };
    await tap('English');
    return {
      page,
      tap,
      heading: (name: string | RegExp) => page.getByRole('heading', { name }).waitFor(),
      type: async (signs: string) => {
        for (const name of signs) await page.getByRole('main').getByRole('button', { name, exact: true }).click();
      },
      begin: async (way: string | RegExp) => {
        await tap(/I have an appointment or a number/);
        await tap(way);
      },
    };
  }

  it('checks in a scanned booking at once, with its slot and where to go, and shows no name', async () => {
    const hub = await hallWith([{ slotAt: TEN_FIFTEEN }]);
    const { page, heading } = await citizenAt(hub.url);
    await heading('What do you need?');
    await scan(page, 'MKZ:lahore:LHR-0001');
    await heading('You are checked in');
    await page.getByText('B-001', { exact: true }).first().waitFor();
    await page.getByText('You are early: you are called at your slot, 10:15.').waitFor();
    await page.getByText('Document check').first().waitFor();
    expect(await page.getByRole('main').textContent()).toMatch(/Counters\s*1–5/);
    expect(await page.content()).not.toMatch(/Amina|3520212345671|03001234567/);
    expect(page.errors).toEqual([]);
  });

  it('lets no key of a scan reach the page: its Enter presses no button', async () => {
    const hub = await hallWith([]);
    const { page, tap } = await citizenAt(hub.url);
    await tap(/Bank and payments/);
    await tap(/e-Sahulat/);
    await page.getByRole('button', { name: 'Print my token' }).focus();
    await pause();
    await scan(page, CNIC);
    await page.getByText('35202-•••••••-1').waitFor();
    await pause();
    expect(await page.getByRole('heading', { name: 'Your token' }).count()).toBe(0);
    expect(await kiosk(hub, { device: 'k2' }).done('issue', wishFor('e-sahulat'))).toMatchObject({ label: 'F-001' });
  });

  it.each(['\x1d', '\t'])('finds the number on a card whose fields the key %j parts', async (separator) => {
    const hub = await hallWith([]);
    const { page, tap } = await citizenAt(hub.url);
    await tap(/Bank and payments/);
    await tap(/e-Sahulat/);
    await pause();
    await scan(page, ['1234', CNIC, '99'].join(separator));
    await page.getByText('35202-•••••••-1').waitFor();
    expect(page.errors).toEqual([]);
  });

  it('checks in by a CNIC that is masked while it is typed and is nowhere afterwards', async () => {
    const hub = await hallWith([{ slotAt: '2026-11-23T10:00:00+05:00' }]);
    const { page, begin, type, tap, heading } = await citizenAt(hub.url);
    await begin(/Identity card/);
    await type('352021');
    const display = page.getByRole('main').locator('output');
    expect(await display.textContent()).toBe('••••2-1-');
    await type('2345671');
    expect(await display.textContent()).toBe('35202-•••••••-1');
    expect(await page.content()).not.toContain(CNIC);
    await tap('Go on');
    await heading('You are checked in');
    await tap('Done');
    await page.getByRole('heading', { name: 'آپ کو کون سی خدمت درکار ہے؟' }).waitFor();
    const left = await page.evaluate<string[]>(
      '[location.href, document.documentElement.outerHTML, ...Object.values({ ...sessionStorage, ...localStorage })]',
    );
    expect(left.join(' ')).not.toMatch(/35202|2345671/);
  });

  it('forgets a half typed number after 20 s without a touch', async () => {
    const hub = await hallWith([]);
    const page = await open('about:blank', SIZES.kiosk);
    await page.clock.install();
    await page.goto(`${hub.url}/kiosk/?kiosk=1`);
    await page.getByRole('button', { name: /میرے پاس اپائنٹمنٹ/ }).click();
    await pause();
    await page.getByRole('button', { name: /شناختی کارڈ/ }).click();
    for (const name of '352') await page.getByRole('main').getByRole('button', { name, exact: true }).click();
    await page.clock.fastForward(19_000);
    await page.getByRole('heading', { name: 'اپنا شناختی کارڈ نمبر لکھیں' }).waitFor();
    await page.clock.fastForward(2_000);
    await page.getByRole('heading', { name: 'آپ کو کون سی خدمت درکار ہے؟' }).waitFor();
    expect(await page.locator('output').count()).toBe(0);
  });

  it('checks in by phone number and the last four signs of the code, one question a page', async () => {
    const hub = await hallWith([{ sourceId: 'LHR-00X7', slotAt: TEN_FIFTEEN }]);
    const { page, begin, type, tap, heading } = await citizenAt(hub.url, SIZES.kioskLandscape);
    await begin(/Mobile number/);
    await type('04212345678');
    await tap('Go on');
    await page
      .getByRole('alert')
      .getByText(/begins with 03/)
      .waitFor();
    for (let sign = 0; sign < 11; sign += 1) await page.getByRole('button', { name: 'Delete the last sign' }).click();
    await type('03001234567');
    await tap('Go on');
    await heading('Type the last four signs of your appointment code');
    await type('00X7');
    await tap('Go on');
    await heading('You are checked in');
    expect(page.errors).toEqual([]);
  });

  it('has a page for each no: too early, another day, another centre, cancelled, checked in already', async () => {
    const hub = await hallWith([
      { sourceId: 'LHR-EARLY', slotAt: '2026-11-23T12:00:00+05:00', cnic: '3520200000011' },
      { sourceId: 'LHR-OTHER', slotAt: '2026-11-26T10:15:00+05:00', cnic: '3520200000012' },
      { sourceId: 'LHR-GONE1', slotAt: TEN_FIFTEEN, cnic: '3520200000013' },
      { sourceId: 'LHR-LATE1', slotAt: '2026-11-23T09:30:00+05:00', cnic: '3520200000014' },
    ]);
    const gone = { sourceId: 'LHR-GONE1', slotAt: TEN_FIFTEEN, cnic: '3520200000013' };
    await pushBookings(hub, [bookingWith({ ...gone, revision: 2, status: 'cancelled' })], MONDAY_TEN);
    const { page, heading, tap } = await citizenAt(hub.url);
    await heading('What do you need?');
    const answers = [
      ['MKZ:lahore:LHR-EARLY', 'You are early', /Check-in from\s*11:30.*Your slot\s*12:00/s],
      ['MKZ:lahore:LHR-OTHER', 'Your appointment is on another day', /26 November/],
      ['MKZ:multan:MUL-0001', 'Your appointment is at another centre', /Go to the centre of your appointment/],
      ['MKZ:lahore:LHR-GONE1', 'This appointment was cancelled', /You can take a token/],
    ] as const;
    for (const [text, title, words] of answers) {
      await scan(page, text);
      await heading(title);
      expect(await page.getByRole('main').textContent()).toMatch(words);
    }
    await tap(/Take a token without/);
    await scan(page, 'MKZ:lahore:LHR-LATE1');
    await page.getByText(/Your slot has passed/).waitFor();
    await tap('Done');
    await tap('English');
    await scan(page, 'MKZ:lahore:LHR-LATE1');
    await heading('You are checked in already');
    await page.getByText('B-001', { exact: true }).waitFor();
    expect(page.errors).toEqual([]);
  });

  it('stops who only tries numbers after five of them', async () => {
    const hub = await hallWith([]);
    const { page, heading, tap } = await citizenAt(hub.url);
    await heading('What do you need?');
    for (let round = 0; round < 5; round += 1) {
      await scan(page, `MKZ:lahore:TRY-000${round}`);
      await heading('No appointment was found');
      await tap('Start over');
    }
    await scan(page, 'MKZ:lahore:TRY-0009');
    await heading('Too many tries');
    expect(await page.getByRole('button', { name: 'Try again' }).count()).toBe(0);
  });

  it('finds the token of a scanned card, and prints nothing new', async () => {
    const hub = await hallWith([]);
    await kiosk(hub, { device: 'k2' }).done('issue', { ...wishFor('domicile'), cnic: CNIC });
    const { page, heading, tap } = await citizenAt(hub.url);
    await heading('What do you need?');
    await scan(page, CNIC);
    await heading('What is your card for?');
    await tap(/I lost my token/);
    await heading('This is your token');
    await page.getByText('B-001', { exact: true }).waitFor();
    await page.getByText(/No new slip is printed/).waitFor();
    expect(await page.content()).not.toContain(CNIC);
  });

  it('puts a token of an earlier day back in line', async () => {
    const hub = await hallWith([]);
    await kiosk(hub, { device: 'k2' }).done('issue', wishFor('domicile'));
    await join(hub, { screen: 'clock' }).done('turnDemoClock', { toAt: MONDAY_TEN + 86_400_000 });
    const { page, begin, type, tap, heading } = await citizenAt(hub.url);
    await begin(/from an earlier day/);
    await type('B1');
    await tap('Go on');
    await heading('You are back in line');
    await page.getByText('B-001', { exact: true }).waitFor();
    await tap('Done');
    await tap('English');
    await begin(/from an earlier day/);
    await type('B1');
    await tap('Go on');
    await heading('This token cannot be put back in line');
    expect(page.errors).toEqual([]);
  });

  it('collects by the barcode of an application once it is ready, and says until when before that', async () => {
    const hub = await hallWith([], { centre: JOURNEY_CENTRE });
    const [ali, cash] = [operator(hub, 1), operator(hub, 3)];
    for (const one of [ali, cash]) await one.done('openCounter', { operator: 'Ali' });
    const { tokenId = 0 } = await kiosk(hub, { device: 'k2' }).done('issue', wishFor('domicile'));
    await ali.done('call', {});
    await ali.done('start', { tokenId });
    await ali.done('finish', { tokenId, thenCall: false, stay: true });
    const { trackingNumber = '' } = await ali.done('finish', { tokenId, thenCall: false, stay: true });
    await ali.done('finish', { tokenId, thenCall: false });
    await cash.done('call', {});
    await cash.done('start', { tokenId });
    await cash.done('finish', { tokenId, thenCall: false });
    const { page, heading, begin, type, tap } = await citizenAt(hub.url);
    await heading('What do you need?');
    await scan(page, `T${trackingNumber}`);
    await heading('Your document is not ready yet');
    expect(await page.getByRole('main').textContent()).toMatch(/Now at.*Expected on/s);
    await tap('Done');
    await begin(/I come to collect/);
    await type(trackingNumber.slice(0, 9) + ((Number(trackingNumber[9]) + 1) % 10));
    await tap('Go on');
    await page.getByRole('alert').getByText('A digit is wrong').waitFor();
    const desk = join(hub, { screen: 'manager', name: 'Sana' });
    await desk.done('advanceApplication', { trackingNumber, stageId: 'verification', how: 'done' });
    await desk.done('advanceApplication', { trackingNumber, stageId: 'approval', how: 'skipped' });
    await scan(page, `T${trackingNumber}`);
    await heading('Your token to collect');
    await page.getByText(writeTrackingNumber(trackingNumber)).waitFor();
  });

  it('takes one token for several services, and asks for the CNIC where one of them needs it', async () => {
    const hub = await hallWith([]);
    const { page, heading, tap, type } = await citizenAt(hub.url);
    await tap(/Bank and payments/);
    await tap(/e-Sahulat/);
    await tap('Add another service');
    await heading('What else do you need?');
    await tap(/Vehicle and licence/);
    await tap(/Route Permit/);
    await heading('One token for 2 services');
    await tap(/Next: my CNIC number/);
    await type(CNIC);
    await tap('Go on');
    await page.getByText('35202-•••••••-1').waitFor();
    await tap(/Print my token/);
    await heading('Your token');
    expect(await kiosk(hub, { device: 'k2' }).done('findToken', { cnic: CNIC })).toMatchObject({ tokenId: 1 });
  });

  it('says where it happens that a person has all their tokens', async () => {
    const base = lahore();
    const services = base.services.map((one) => (one.id === 'route-permit' ? { ...one, personCap: 1 } : one));
    const hub = await hallWith([], { centre: { ...base, services } });
    await kiosk(hub, { device: 'k2' }).done('issue', { ...wishFor('route-permit'), cnic: CNIC });
    const { page, tap } = await citizenAt(hub.url);
    await tap(/Vehicle and licence/);
    await tap(/Route Permit/);
    await scan(page, CNIC);
    await tap(/Print my token/);
    await page
      .getByRole('alert')
      .getByText(/You have all the tokens/)
      .waitFor();
    expect(page.errors).toEqual([]);
  });
});
