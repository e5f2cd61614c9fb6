import { describe, expect, it } from 'vitest';
import { openReadOnly } from '../../../src/store/database.ts';
import { tablesThatDiffer } from '../../../src/store/log/rebuild.ts';
import { MIGRATIONS } from '../../support/folder.ts';
import { lahore } from '../../support/lahore.ts';
import { join, kiosk, testHub } from '../../support/test-hub.ts';

const CARD = '04A1B2C3D4';

const manager = (hub: { url: string }) => join(hub, { screen: 'manager', name: 'Sana' });
const signIn = (hub: { url: string }) => join(hub, { screen: 'operator', counterId: null });

describe('a staff card', () => {
  it('tells whose it is until it is removed, and its number is kept nowhere', async () => {
    const hub = await testHub();
    const sana = manager(hub);
    await sana.done('enrolCard', { name: 'Ali Raza', card: CARD });
    const console1 = signIn(hub);
    expect(await console1.ask('staffOfCard', { card: CARD.toLowerCase() })).toMatchObject({
      value: { name: 'Ali Raza' },
    });
    const view = await sana.see('manager', ({ staffCards }) => staffCards.length === 1);
    expect(await sana.send('enrolCard', { name: 'Bilal', card: CARD })).toMatchObject({
      error: { code: 'cardTaken', message: { en: 'This is the card of Ali Raza already.' } },
    });
    await sana.done('removeCard', { cardId: view.staffCards[0]?.id ?? 0 });
    expect(await console1.ask('staffOfCard', { card: CARD })).toMatchObject({ error: { code: 'unknownCard' } });
    await sana.done('enrolCard', { name: 'Bilal', card: CARD });
    await hub.close();
    const db = openReadOnly(hub.storeFile);
    expect(tablesThatDiffer(db, MIGRATIONS)).toEqual([]);
    const rows = JSON.stringify([
      db.prepare('SELECT * FROM staff_card').all(),
      db.prepare('SELECT payload FROM event').all(),
      db.prepare('SELECT * FROM command').all(),
    ]);
    expect(rows).not.toContain(CARD);
    db.close();
  });

  it('is enrolled by managers alone, and what is no card by nobody', async () => {
    const hub = await testHub();
    expect(await kiosk(hub).send('enrolCard', { name: 'Ali', card: CARD })).toMatchObject({
      error: { code: 'notAllowed' },
    });
    expect(await manager(hub).send('enrolCard', { name: 'Ali', card: 'a b' })).toMatchObject({
      error: { code: 'badCard' },
    });
    expect(await manager(hub).send('removeCard', { cardId: 9 })).toMatchObject({ error: { code: 'unknownCard' } });
  });
});

describe('the maintenance of a kiosk', () => {
  it('opens to a staff card or to the code, tells the devices of that kiosk, and prints a test slip', async () => {
    const hub = await testHub({ centre: lahore(), maintenanceCode: 'lahore-4711' });
    await manager(hub).done('enrolCard', { name: 'Ali', card: CARD });
    const citizen = kiosk(hub, { kioskId: 2 });
    for (const key of [CARD, 'lahore-4711']) {
      expect(await citizen.ask('maintenance', { key, test: false })).toMatchObject({
        ok: true,
        value: { printer: { kioskId: 2, kind: 'preview', trouble: null }, readers: [], outcome: null },
      });
    }
    expect(await citizen.ask('maintenance', { key: CARD, test: true })).toMatchObject({
      value: { outcome: 'confirmed' },
    });
    expect(await citizen.ask('testPrinter', { place: { kioskId: 1 } })).toMatchObject({
      error: { code: 'notAllowed' },
    });
  });

  it('stops who only tries codes, and has no code where none is set', async () => {
    const hub = await testHub();
    const citizen = kiosk(hub);
    for (let i = 0; i < 5; i += 1) {
      expect(await citizen.ask('maintenance', { key: `00000${i}`, test: false })).toMatchObject({
        error: { code: 'unknownCard' },
      });
    }
    expect(await citizen.ask('maintenance', { key: '000009', test: false })).toMatchObject({
      error: { code: 'tooManyTries' },
    });
  });
});
