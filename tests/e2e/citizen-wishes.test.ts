import { describe, expect, it } from 'vitest';
import { openReadOnly } from '../../src/store/database.ts';
import { tablesThatDiffer } from '../../src/store/log/rebuild.ts';
import { MIGRATIONS } from '../support/folder.ts';
import { CHROMIUM, useBrowser } from '../support/pages.ts';
import { hubWith, MINUTE, PHONE, phonesOf } from '../support/http/phones.ts';
import { join, kiosk, operator, wishFor } from '../support/test-hub.ts';

describe.skipIf(!CHROMIUM)('what a citizen can do by phone', () => {
  const { open } = useBrowser();

  it('gives the visit up after asking back, and its code dies with the visit', async () => {
    const { hub, clock, keyOf, pageOf } = await hubWith();
    const { tokenId = 0 } = await kiosk(hub).done('issue', wishFor('e-stamp'));
    const page = await open(pageOf(tokenId), PHONE);
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByRole('button', { name: 'I give up my token' }).click();
    await page.getByRole('button', { name: 'No, I stay in line' }).click();
    await page.getByRole('button', { name: 'I give up my token' }).click();
    await page.getByText('Your token ends, and your place goes to others.').waitFor();
    await page.getByRole('button', { name: 'Yes, end my token' }).click();
    await page.getByRole('heading', { name: 'This token has ended' }).waitFor();
    const api = `${phonesOf(hub)}/api/tokens/${keyOf(tokenId)}`;
    const again = await fetch(`${api}/leave`, { method: 'POST' });
    expect([again.status, ((await again.json()) as { error: { code: string } }).error.code]).toEqual([
      409,
      'wrongState',
    ]);
    clock.turnTo(clock.at() + 121 * MINUTE);
    expect((await fetch(api)).status).toBe(404);
    await page.getByRole('heading', { name: 'This code leads to no token' }).waitFor({ timeout: 15_000 });
    expect(page.errors.filter((error) => !error.includes('404'))).toEqual([]);
  });

  it('asks how the visit was, counts one answer without the token, and tells the manager', async () => {
    const { hub, keyOf, pageOf } = await hubWith();
    const { tokenId = 0 } = await kiosk(hub).done('issue', wishFor('domicile'));
    const desk = operator(hub, 1);
    await desk.done('openCounter', { operator: 'Ali' });
    await desk.done('call', {});
    const send = (face: string) =>
      fetch(`${phonesOf(hub)}/api/tokens/${keyOf(tokenId)}/${face}`, { method: 'POST' }).then(({ status }) => status);
    expect(await send('good')).toBe(409);
    await desk.done('start', { tokenId });
    await desk.done('endVisit', { tokenId, reason: 'papersMissing' });
    const page = await open(pageOf(tokenId), PHONE);
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByText('How was your visit?').waitFor();
    await page.getByRole('button', { name: 'Fair' }).click();
    await page.getByText('Thank you. Your answer is counted without your token.').waitFor();
    const manager = join(hub, { screen: 'manager', name: 'Sana' });
    const once = [{ serviceId: 'domicile', counterId: 1, face: 'fair', count: 1 }];
    expect((await manager.see('manager', ({ feedback }) => feedback.length > 0)).feedback).toEqual(once);
    expect([await send('bad'), await send('splendid')]).toEqual([200, 405]);
    expect((await manager.see('manager', () => true)).feedback).toEqual(once);
    await hub.close();
    const db = openReadOnly(hub.storeFile);
    expect(tablesThatDiffer(db, MIGRATIONS)).toEqual([]);
    const logged = db.prepare("SELECT token_id AS tokenId, payload FROM event WHERE kind = 'feedback'").all();
    expect(logged).toEqual([{ tokenId: null, payload: expect.not.stringContaining('oken') }]);
    db.close();
  });

  it('gives ten more minutes, twice: nobody calls the token, and then it is back by itself', async () => {
    const { hub, clock, pageOf } = await hubWith();
    const citizen = kiosk(hub);
    const { tokenId = 0 } = await citizen.done('issue', wishFor('domicile'));
    const desk = operator(hub, 1);
    await desk.done('openCounter', { operator: 'Ali' });
    const page = await open(pageOf(tokenId), PHONE);
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByRole('button', { name: 'I need ten more minutes' }).click();
    await page.getByRole('heading', { name: 'You are not called before 10:10' }).waitFor();
    expect(await desk.send('call', {})).toMatchObject({ error: { code: 'nobodyWaiting' } });
    // The counters of its line see that it comes back.
    const away = { id: tokenId, isAway: true, returnAt: clock.at() + 10 * MINUTE };
    await desk.see('counter', (view) => view.parked.length === 1);
    expect(desk.view('counter')?.parked).toEqual([expect.objectContaining(away)]);
    const other = operator(hub, 20);
    expect((await other.see('counter', () => true)).parked).toEqual([]);
    await page.getByRole('button', { name: 'I am back' }).click();
    await page.getByRole('heading', { name: 'Please wait for your turn' }).waitFor();
    await page.getByRole('button', { name: 'I need ten more minutes' }).click();
    await page.getByRole('heading', { name: 'You are not called before 10:10' }).waitFor();
    clock.turnTo(clock.at() + 11 * MINUTE);
    await page.getByRole('heading', { name: 'Please wait for your turn' }).waitFor({ timeout: 15_000 });
    expect(await page.getByRole('button', { name: 'I need ten more minutes' }).count()).toBe(0);
    expect(await desk.done('call', {})).toMatchObject({ tokenId });
    expect(page.errors).toEqual([]);
  });

  it('lets who is back early in again at a kiosk, by the slip', async () => {
    const { hub, keyOf } = await hubWith();
    const citizen = kiosk(hub);
    const { tokenId = 0, label } = await citizen.done('issue', wishFor('domicile'));
    const api = `${phonesOf(hub)}/api/tokens/${keyOf(tokenId)}`;
    expect((await fetch(`${api}/later`, { method: 'POST' })).status).toBe(200);
    expect(await citizen.done('checkIn', { label: `http://hall/t/${keyOf(tokenId)}` })).toMatchObject({ label });
    expect(await (await fetch(api)).json()).toMatchObject({ token: { state: 'waiting', isAway: false } });
  });

  it('answers no other site, and nothing of the hub but tokens', async () => {
    const { hub, keyOf } = await hubWith();
    const { tokenId } = await kiosk(hub).done('issue', wishFor('domicile'));
    const ask = (path: string, init: RequestInit = {}) => fetch(`${phonesOf(hub)}${path}`, init);
    const token = `/api/tokens/${keyOf(tokenId)}`;
    for (const origin of ['http://elsewhere.example', 'null'])
      expect((await ask(`${token}/leave`, { method: 'POST', headers: { origin } })).status).toBe(403);
    expect(await (await ask(token)).json()).toMatchObject({ token: { state: 'waiting' } });
    for (const path of ['/', '/kiosk/', '/operator/', '/manager/', '/api/slots', '/slips/1.png', '/socket.io/'])
      expect([path, (await ask(path)).status]).toEqual([path, 404]);
    expect((await ask(token, { method: 'PUT', body: 'x'.repeat(1_000_000) })).status).toBe(405);
    expect((await ask(token)).status).toBe(200);
    expect((await fetch(`${hub.url}${token}`)).status).toBe(404);
  });
});
