import { createHmac } from 'node:crypto';
import { describe, expect, it, vi } from 'vitest';
import { TOKEN_NEWS } from '../../src/domain/integrations/token-news.ts';
import { isWebhookUrl } from '../../src/domain/integrations/webhook.ts';
import { demoClock } from '../../src/hub/time/clock.ts';
import { webhookDelivery } from '../../src/protocol/api/api-schemas.ts';
import { api, manager } from '../support/http/api.ts';
import { bookedHub } from '../support/bookings/booked-hub.ts';
import { bookingWith } from '../support/bookings/bookings.ts';
import { httpOf } from '../support/http/http-of.ts';
import { differs, storeText } from '../support/store-text.ts';
import { freePort } from '../../scripts/free-port.ts';
import { isSigned } from '../../scripts/sms-gateway/verify.ts';
import { smsGateway } from '../support/http/sms-gateway.ts';
import { kiosk, MONDAY_TEN, operator, testHub, wishFor } from '../support/test-hub.ts';

const events = [...TOKEN_NEWS];
const within = { timeout: 15_000 };

/** A listener that writes down what it is told, and answers with what a test says. */
async function receiver() {
  const told: { body: string; signature: string; id: string }[] = [];
  const answer = { status: 200, location: undefined as string | undefined };
  const url = await httpOf((req, res) => {
    const chunks: Buffer[] = [];
    req.on('data', (chunk: Buffer) => chunks.push(chunk));
    req.on('end', () => {
      const headers = req.headers as Record<string, string>;
      const body = Buffer.concat(chunks).toString();
      told.push({ body, signature: headers['markaz-signature'] ?? '', id: headers['markaz-delivery'] ?? '' });
      res.writeHead(answer.status, answer.location ? { location: answer.location } : {}).end();
    });
  });
  const news = () => told.map(({ body }) => webhookDelivery.parse(JSON.parse(body)));
  return { url, told, answer, news, lines: () => news().map(({ type, token }) => `${token.label} ${type}`) };
}

async function addWebhook(hub: { url: string }, url: string, wanted = events) {
  const sana = manager(hub);
  const { webhookId = 0 } = await sana.done('addWebhook', { url, events: wanted });
  const asked = (await sana.ask('webhookSecret', { webhookId })) as { value: { secret: string } };
  return { sana, webhookId, secret: asked.value.secret };
}

describe('an address that a manager has set', () => {
  it('is told of every turn of a token in order, signed, with nothing of whose it is', async () => {
    const { hub, code } = await bookedHub();
    const { url, told, news } = await receiver();
    const { secret } = await addWebhook(hub, url);
    await kiosk(hub).done('checkInBooking', { by: { kind: 'code', code } });
    const ali = operator(hub, 1);
    await ali.done('openCounter', { operator: 'Ali Raza' });
    const { tokenId = 0 } = await ali.done('call', {});
    await ali.done('start', { tokenId });
    await ali.done('finish', { tokenId, thenCall: false });
    await vi.waitFor(() => expect(told).toHaveLength(4), within);
    expect(news().map(({ type }) => type)).toEqual(['token.issued', 'token.called', 'token.serving', 'token.moved']);
    expect(news()[1]).toMatchObject({ token: { label: 'A-001', counterId: 1, state: 'called', bookingId: code } });
    expect(new Set(news().map(({ token }) => token.reference)).size).toBe(1);
    for (const { body, signature } of told) {
      const [, t = '', v1 = ''] = /^t=(\d+),v1=(\w+)$/.exec(signature) ?? [];
      expect(createHmac('sha256', secret).update(`${t}.${body}`).digest('hex')).toBe(v1);
      const { name, cnic, phone } = bookingWith();
      for (const private_ of [name, cnic, phone, 'Ali Raza']) expect(body).not.toContain(private_);
    }
    await hub.close();
    expect(storeText(hub)).not.toContain(secret);
    expect(differs(hub)).toEqual([]);
  });

  it('is told again what it did not take, before anything later, and what it slept through over a restart', async () => {
    const hub = await testHub();
    const { url, answer, told, lines } = await receiver();
    answer.status = 500;
    const { sana } = await addWebhook(hub, url, ['token.issued']);
    const citizen = kiosk(hub);
    for (let i = 0; i < 3; i += 1) await citizen.done('issue', wishFor('fine'));
    await vi.waitFor(() => expect(told.length).toBeGreaterThan(1), within);
    const view = await sana.see('manager', ({ webhooks }) => (webhooks[0]?.failures ?? 0) > 1);
    expect(view.webhooks[0]).toMatchObject({ trouble: '500', deadAt: null });
    expect(new Set(lines())).toEqual(new Set(['B-001 token.issued']));
    await hub.close();
    answer.status = 200;
    told.length = 0;
    const again = await testHub({ folder: hub.folder });
    await vi.waitFor(() => expect(told).toHaveLength(3), within);
    expect(lines()).toEqual(['B-001 token.issued', 'B-002 token.issued', 'B-003 token.issued']);
    // Nothing is told twice once it was taken and the hub has written that down.
    await manager(again).see('manager', ({ webhooks }) => webhooks[0]?.behind === 0);
    await again.close();
    const third = await testHub({ folder: hub.folder });
    await kiosk(third).done('issue', wishFor('fine'));
    await vi.waitFor(() => expect(lines()).toContain('B-004 token.issued'), within);
    expect(told).toHaveLength(4);
  });

  it('is given up after three days, which the manager sees and can take back', async () => {
    const clock = demoClock(MONDAY_TEN, 0);
    const hub = await testHub({ clock });
    const { url, answer, told } = await receiver();
    answer.status = 503;
    const { sana, webhookId } = await addWebhook(hub, url, ['token.issued']);
    await kiosk(hub).done('issue', wishFor('fine'));
    await sana.see('manager', ({ webhooks }) => webhooks[0]?.trouble === '503');
    clock.turnTo(MONDAY_TEN + 3 * 86_400_000);
    await sana.see('manager', ({ webhooks }) => (webhooks[0]?.deadAt ?? null) !== null);
    const tries = told.length;
    await kiosk(hub).done('issue', wishFor('fine'));
    answer.status = 204;
    await sana.done('restartWebhook', { webhookId });
    await sana.see('manager', ({ webhooks }) => webhooks[0]?.deadAt === null && webhooks[0].behind === 0);
    expect(told).toHaveLength(tries + 2);
    expect(await sana.send('restartWebhook', { webhookId: 9 })).toMatchObject({ error: { code: 'unknownWebhook' } });
  });

  it('is told nothing once it is taken away, and no other address instead of it', async () => {
    const hub = await testHub();
    const elsewhere = await receiver();
    const { url, answer, told } = await receiver();
    Object.assign(answer, { status: 307, location: elsewhere.url });
    const { sana, webhookId } = await addWebhook(hub, url);
    await kiosk(hub).done('issue', wishFor('fine'));
    await sana.see('manager', ({ webhooks }) => webhooks[0]?.trouble === '307');
    await sana.done('removeWebhook', { webhookId });
    answer.status = 200;
    const tries = told.length;
    await kiosk(hub).done('issue', wishFor('fine'));
    const other = await receiver();
    await addWebhook(hub, other.url);
    await kiosk(hub).done('issue', wishFor('fine'));
    await vi.waitFor(() => expect(other.lines()).toEqual(['B-003 token.issued']), within);
    expect([elsewhere.told.length, told.length]).toEqual([0, tries]);
    expect(await sana.ask('webhookSecret', { webhookId })).toMatchObject({ error: { code: 'unknownWebhook' } });
  });

  it('has its secret shown for ten minutes alone, to managers alone', async () => {
    const clock = demoClock(MONDAY_TEN, 0);
    const hub = await testHub({ clock });
    const { sana, webhookId } = await addWebhook(hub, 'http://127.0.0.1:9/x');
    expect(await kiosk(hub).ask('webhookSecret', { webhookId })).toMatchObject({ error: { code: 'notAllowed' } });
    clock.turnTo(MONDAY_TEN + 11 * 60_000);
    expect(await sana.ask('webhookSecret', { webhookId })).toMatchObject({ error: { code: 'secretShown' } });
  });

  it('is http or https, and holds no name and password', () => {
    for (const url of ['https://sms.example.pk/hook', 'http://127.0.0.1:4860/markaz', 'http://[::1]:80/']) {
      expect([url, isWebhookUrl(url)]).toEqual([url, true]);
    }
    const bad = [
      'ftp://a/',
      'file:///etc/passwd',
      'javascript:alert(1)',
      'http://u:p@a/',
      'http://u@a/',
      'a',
      '//a/b',
      'http://a/#b',
    ];
    for (const url of bad) expect([url, isWebhookUrl(url)]).toEqual([url, false]);
  });
});

describe('the example of a gateway', () => {
  it('takes a signature of five minutes ago or ahead, and none of a second more', () => {
    const [body, secret, now] = [Buffer.from('{}'), 'whsec_test', 1_800_000_000];
    const isTaken = (t: number) => {
      const v1 = createHmac('sha256', secret).update(`${t}.{}`).digest('hex');
      return isSigned(`t=${t},v1=${v1}`, body, secret, now * 1_000);
    };
    expect([-301, -300, 0, 300, 301].map((seconds) => isTaken(now + seconds))).toEqual([
      false,
      true,
      true,
      true,
      false,
    ]);
  });

  it('writes a message in both languages, once, and takes no delivery that is replayed, old or forged', async () => {
    const { hub, code } = await bookedHub();
    const port = await freePort();
    const { secret, sana } = await addWebhook(hub, `http://127.0.0.1:${port}/markaz`);
    // The hub finds nobody there yet, and tries again.
    await (await api(hub)).post('/check-ins', { code });
    await sana.see('manager', ({ webhooks }) => webhooks[0]?.trouble === 'ECONNREFUSED');
    const { messages, url } = await smsGateway(port, secret);
    const ali = operator(hub, 1);
    await ali.done('openCounter', { operator: 'Ali' });
    await ali.done('call', {});
    await vi.waitFor(() => expect(messages).toHaveLength(2), within);
    expect(messages[0]).toMatchObject({ bookingId: code, en: 'You are checked in. Your token is A-001.' });
    expect(messages[1]?.ur).toContain('کاؤنٹر ۱');

    const body = JSON.stringify({
      id: 'x:1',
      type: 'token.called',
      at: 0,
      token: { label: 'A-009', counterId: 1, bookingId: null },
    });
    const send = (at: number, key: string, sent = body) => {
      const t = Math.floor(at / 1_000);
      const v1 = createHmac('sha256', key).update(`${t}.${body}`).digest('hex');
      return fetch(url, { method: 'POST', body: sent, headers: { 'markaz-signature': `t=${t},v1=${v1}` } });
    };
    const now = Date.now();
    const bad = [
      send(now, 'whsec_another'),
      send(now - 400_000, secret),
      send(now + 400_000, secret),
      send(now, secret, body.replace('A-009', 'A-001')),
      fetch(url, { method: 'POST', body }),
    ];
    expect((await Promise.all(bad)).map(({ status }) => status)).toEqual([401, 401, 401, 401, 401]);
    for (let i = 0; i < 3; i += 1) expect((await send(now, secret)).status).toBe(200);
    await vi.waitFor(() => expect(messages).toHaveLength(3), within);
  });
});
