import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import type { AnswerOf } from '../../src/protocol/answers/answers.ts';
import type { CentreFile } from '../../src/protocol/centre-file.ts';
import type { AskReply } from '../../src/protocol/events.ts';
import { tablesThatDiffer } from '../../src/store/log/rebuild.ts';
import { MIGRATIONS } from '../support/folder.ts';
import { JOURNEY_CENTRE } from '../support/journey-centre.ts';
import { join, kiosk, operator, testHub, wishFor } from '../support/test-hub.ts';

/** The centre of these tests without its service that no counter serves: a file must pass every check. */
const CENTRE = { ...JOURNEY_CENTRE, services: JOURNEY_CENTRE.services.filter(({ id }) => id !== 'shut') };

async function settingUp() {
  const hub = await testHub({ centre: CENTRE });
  const manager = join(hub, { screen: 'manager', name: 'Sana' });
  const ask = async <Name extends 'centreFile' | 'checkCentre' | 'setUpHistory'>(name: Name, payload: object = {}) => {
    const reply = (await manager.ask(name, payload)) as AskReply<Name>;
    if (!reply.ok) throw new Error(reply.error.code);
    return reply.value as AnswerOf<Name>;
  };
  const change = async (make: (file: CentreFile) => CentreFile) => {
    const { file, base } = await ask('centreFile');
    return manager.send('changeCentre', { file: make(file), base });
  };
  return { hub, manager, ask, change };
}

const withFine = (file: CentreFile, fine: Partial<CentreFile['services'][number]>): CentreFile => ({
  ...file,
  services: file.services.map((one) => (one.id === 'fine' ? { ...one, ...fine } : one)),
});

describe('setting the centre up while the hall works', () => {
  it('changes what every screen shows at once, and what the rules decide', async () => {
    const { hub, change } = await settingUp();
    const screen = kiosk(hub);
    await screen.see('kiosk', ({ services }) => services.some(({ id, state }) => id === 'fine' && state === 'open'));
    expect((await screen.done('issue', wishFor('fine'))).label).toBe('B-001');
    await change((file) => withFine(file, { name: { en: 'Challan', ur: 'چالان' }, series: 'F' }));
    await screen.see('centre', ({ services }) => services.some(({ name }) => name.en === 'Challan'));
    // Who has a token keeps its label; the next one has the new series.
    expect((await screen.done('issue', wishFor('fine'))).label).toBe('F-001');
    await change((file) => withFine(file, { isClosed: true }));
    await screen.see('kiosk', ({ services }) => services.some(({ id, state }) => id === 'fine' && state === 'closed'));
    await expect(screen.done('issue', wishFor('fine'))).rejects.toThrow('serviceClosed');
  });

  it('adds a counter that can be opened, and cuts off the console of one that is gone', async () => {
    const { hub, change } = await settingUp();
    await change((file) => ({
      ...file,
      counters: [...file.counters, { id: 7, hall: 'hall', profile: 'fines', paperMm: 80 }],
    }));
    const console = operator(hub, 7);
    await console.done('openCounter', { operator: 'Ali' });
    const less = (file: CentreFile) => ({ ...file, counters: file.counters.filter(({ id }) => id !== 7) });
    const refused = await change(less);
    expect(refused).toMatchObject({ ok: false, error: { code: 'counterInUse', details: { counter: 7 } } });
    await console.done('closeCounter', {});
    const cut = new Promise((resolve) => console.socket.once('disconnect', resolve));
    expect(await change(less)).toMatchObject({ ok: true });
    await cut;
  });

  it('refuses to take away what tokens still need, says how many, and tells it before', async () => {
    const { hub, ask, change } = await settingUp();
    await kiosk(hub).done('issue', wishFor('fine'));
    const less = (file: CentreFile): CentreFile => ({
      ...file,
      services: file.services.filter(({ id }) => id !== 'fine'),
      profiles: [
        { id: 'both', levels: [['domicile']] },
        { id: 'fines', levels: [['domicile']] },
      ],
    });
    expect(await change(less)).toMatchObject({
      ok: false,
      error: { code: 'serviceInUse', details: { serviceId: 'fine', tokens: 1, bookings: 0, applications: 0 } },
    });
    const { file } = await ask('centreFile');
    const { changes, blocks } = await ask('checkCentre', { file: less(file) });
    expect(blocks.map(({ code }) => code)).toEqual(['serviceInUse']);
    expect(blocks[0]?.message.en).toContain('Traffic fine');
    expect(changes.map(({ path }) => path.join(' '))).toContain('services fine');
  });

  it('lets tokens go on whose priority class is taken away', async () => {
    const { hub, change } = await settingUp();
    const elder = wishFor('domicile', ['elder']);
    const [{ tokenId: first = 0 }, { tokenId: second = 0 }] = [
      await kiosk(hub).done('issue', elder),
      await kiosk(hub).done('issue', elder),
    ];
    const [desk, other] = [operator(hub, 1), operator(hub, 2)];
    for (const console of [desk, other]) {
      await console.done('openCounter', { operator: 'Ali' });
      await console.done('call', {});
    }
    await other.see('counter', ({ current }) => current?.id === second && current.classes.includes('elder'));
    await change((file) => ({ ...file, classes: file.classes.filter(({ id }) => id !== 'elder') }));
    await desk.done('transfer', { tokenId: first, to: { kind: 'service', serviceId: 'fine' } });
    await other.see('counter', ({ next }) => next[0]?.id === first && next[0].targetMs === 10 * 60_000);
    // The console names the class no more, and so what it corrects is taken.
    const { current } = await other.see('counter', (view) => view.current?.classes.length === 0);
    await other.done('correctClass', { tokenId: second, classes: [...(current?.classes ?? []), 'infant'] });
    expect(await other.see('counter', (view) => view.current?.classes.join() === 'infant')).toBeDefined();
  });

  it('refuses a change made on a centre that somebody else has changed meanwhile', async () => {
    const { manager, ask, change } = await settingUp();
    const { file, base } = await ask('centreFile');
    await change((now) => withFine(now, { dayCap: 9 }));
    expect(await manager.send('changeCentre', { file: withFine(file, { dayCap: 5 }), base })).toMatchObject({
      error: { code: 'centreChanged' },
    });
  });

  it('tells who changed what, and takes one change back while later ones stay', async () => {
    const { hub, manager, ask, change } = await settingUp();
    await change((file) => withFine(file, { dayCap: 9 }));
    await change((file) => ({ ...file, holidays: ['2027-01-01'] }));
    const { entries } = await ask('setUpHistory', { beforeSeq: null });
    expect(entries.map(({ kind, actor }) => [kind, actor])).toEqual([
      ['changeCentre', 'Sana'],
      ['changeCentre', 'Sana'],
      ['setUp', 'hub'],
    ]);
    expect(entries[1]?.changes).toEqual([{ path: ['services', 'fine', 'dayCap'], before: null, after: 9 }]);
    const undo = async (place: number) =>
      manager.send('undoSetUp', { seq: entries[place]?.seq ?? 0, base: (await ask('centreFile')).base });
    expect(await undo(1)).toMatchObject({ ok: true });
    const { file } = await ask('centreFile');
    expect(file.services.find(({ id }) => id === 'fine')?.dayCap).toBeUndefined();
    expect(file.holidays).toEqual(['2027-01-01']);
    expect(await undo(1)).toMatchObject({ error: { code: 'setUpMoved' } });
    expect(await undo(2)).toMatchObject({ error: { code: 'unknownSetUp' } });
    await hub.close();
    const db = new Database(hub.storeFile, { readonly: true });
    expect(tablesThatDiffer(db, MIGRATIONS)).toEqual([]);
    db.close();
  });

  it('keeps what was set up over a restart, until the file that the centre came from is another one', async () => {
    const { hub, change } = await settingUp();
    await change((file) => withFine(file, { dayCap: 9 }));
    await hub.close();
    const capOf = async (centre: typeof CENTRE) => {
      const again = await testHub({ centre, folder: hub.folder });
      const asked = (await join(again, { screen: 'manager', name: 'Sana' }).ask(
        'centreFile',
        {},
      )) as AskReply<'centreFile'>;
      await again.close();
      return asked.ok ? asked.value.file.services.find(({ id }) => id === 'fine')?.dayCap : 'refused';
    };
    expect(await capOf(CENTRE)).toBe(9);
    expect(await capOf({ ...CENTRE, carriedDays: 3 })).toBeUndefined();
  });

  it('is refused whole when the file would not pass its checks', async () => {
    const { change } = await settingUp();
    expect(await change((file) => withFine(file, { group: 'nowhere' }))).toMatchObject({
      error: { code: 'badCommand' },
    });
  });
});
