import { createCanvas, loadImage } from '@napi-rs/canvas';
import { describe, expect, it } from 'vitest';
import { readBookingQr } from '../../src/domain/appointments/booking-code.ts';
import { toBits } from '../../src/slip/bit-picture.ts';
import { bookingApp, slotAt } from '../support/bookings/booking-app.ts';
import { readCodes } from '../support/devices/read-codes.ts';

const OTHER = { cnic: '35202-7654321-3' };

describe('the page of the booking app', () => {
  const visit = async (url: string, init: RequestInit = {}) => {
    const response = await fetch(url, init);
    return { url: response.url, status: response.status, text: await response.text() };
  };
  const filled = (change: Record<string, string> = {}) => ({
    method: 'POST',
    body: new URLSearchParams({ name: 'عائشہ صدیقی', cnic: '۳۵۲۰۲-۱۲۳۴۵۶۷-۲', phone: '0300 1234567', ...change }),
  });

  it.each(['ur', 'en'])('books, moves and cancels in %s', async (language) => {
    const app = await bookingApp();
    await app.publish([
      ['10:15', 1],
      ['12:00', 1],
    ]);
    const home = `${app.url}/${language}/lahore`;
    const [first, noon] = [Date.parse(slotAt('10:15')), Date.parse(slotAt('12:00'))];
    expect((await visit(home)).text).toContain(`/${language}/lahore/services/domicile`);
    const times = await visit(`${home}/services/domicile`);
    expect(times.text).toContain(`/services/domicile/${first}`);
    const booked = await visit(`${home}/services/domicile/${first}`, filled());
    const code = /bookings\/([A-Z0-9-]+)$/.exec(booked.url)?.[1] ?? '';
    expect(booked.status).toBe(200);
    for (const shown of [code, '35202-•••••••-2', '<svg']) expect(booked.text).toContain(shown);
    expect(booked.text).not.toContain('1234567');
    const move = { method: 'POST', body: new URLSearchParams({ slotAt: String(noon) }) };
    expect((await visit(`${home}/bookings/${code}/move`, move)).url).toBe(`${home}/bookings/${code}`);
    const cancelled = await visit(`${home}/bookings/${code}/cancel`, { method: 'POST' });
    expect(cancelled.text).toContain('is-cancelled');
    expect(cancelled.text).not.toContain('<svg');
    expect((await visit(`${home}/bookings?code=${code.toLowerCase()}`)).url).toBe(`${home}/bookings/${code}`);
  });

  it('shows a QR that a reader reads', async () => {
    const app = await bookingApp();
    await app.publish([['10:15', 1]]);
    const booked = await visit(`${app.url}/en/lahore/services/domicile/${Date.parse(slotAt('10:15'))}`, filled());
    const code = /bookings\/([A-Z0-9-]+)$/.exec(booked.url)?.[1] ?? '';
    const read = await readQr(/<svg.*?<\/svg>/s.exec(booked.text)?.[0] ?? '');
    expect(readBookingQr(read ?? '')).toEqual({
      centreId: 'lahore',
      code,
    });
  });

  it('keeps what was filled in beside what is wrong, and writes it as text', async () => {
    const app = await bookingApp();
    await app.publish([['10:15', 1]]);
    const form = `${app.url}/en/lahore/services/domicile/${Date.parse(slotAt('10:15'))}`;
    const wrong = await visit(form, filled({ name: '"><script>alert(1)</script>' }));
    expect(wrong.status).toBe(400);
    expect(wrong.text).toContain('value="&quot;&gt;&lt;script&gt;');
    expect(wrong.text).not.toContain('<script');
    expect(wrong.text).toContain('id="name-fault"');
    const taken = await visit(form, filled());
    expect(taken.url).toContain('/bookings/');
    const late = await visit(form, filled({ cnic: OTHER.cnic }));
    expect([late.status, late.text.includes('This time was taken just now')]).toEqual([409, true]);
  });

  it('leads from the bare address to the first centre, and from a wrong one nowhere', async () => {
    const { url } = await bookingApp();
    expect((await visit(url)).url).toBe(`${url}/ur/lahore`);
    for (const path of [
      '/ur/nowhere',
      '/fr/lahore',
      '/ur/lahore/services/nothing',
      '/ur/lahore/bookings/LHR-XXXX-XXXX',
      '/ur/lahore/x',
      '/%',
    ])
      expect((await visit(`${url}${path}`)).status).toBe(404);
  });

  it('brings its own style and letters', async () => {
    const { url } = await bookingApp();
    const theme = await visit(`${url}/theme.css`);
    const fonts = [...theme.text.matchAll(/url\('(\/fonts\/[^']+)'\)/g)].map(([, path]) => path);
    expect(fonts).toHaveLength(5);
    for (const path of [...fonts, '/app.css', '/booking.css']) expect((await visit(`${url}${path}`)).status).toBe(200);
  });
});

/** Draws the picture in black and white and reads it as a scanner does. */
async function readQr(svg: string): Promise<string | undefined> {
  const side = 480;
  const context = createCanvas(side, side).getContext('2d');
  context.fillStyle = '#fff';
  context.fillRect(0, 0, side, side);
  context.drawImage(await loadImage(Buffer.from(svg.replace('<svg ', '<svg width="400" height="400" '))), 40, 40);
  const { data } = context.getImageData(0, 0, side, side);
  return Object.values(await readCodes(toBits(side, side, data)))[0];
}
