import { describe, expect, it } from 'vitest';
import { openReadOnly } from '../../../src/store/database.ts';
import { tablesThatDiffer } from '../../../src/store/log/rebuild.ts';
import { MIGRATIONS } from '../../support/folder.ts';
import { newKey } from '../../support/http/api.ts';
import { answered, approved, PIN, SECOND_PIN, staffedHub } from '../../support/staff.ts';
import { join } from '../../support/test-hub.ts';

/** A hub with a manager, and what they see of the past. */
async function pastHub() {
  const staffed = await staffedHub();
  const { manager } = staffed;
  const history = async (beforeSeq: number | null = null) => await answered(manager, 'setUpHistory', { beforeSeq });
  const takeBack = async (kind: string) => {
    const made = (await history()).entries.find((one) => one.kind === kind);
    return approved(manager, 'undoSetUp', { seq: made?.seq ?? 0, base: '0'.repeat(64) });
  };
  const staff = async () => (await answered(manager, 'people')).staff.map(({ name, role }) => `${name} ${role}`);
  return { ...staffed, history, takeBack, staff };
}

describe('the history of people and devices', () => {
  it('tells who did what to whom, page by page, and that a card or a key is not given back', async () => {
    const { hub, manager, add, history } = await pastHub();
    const staffId = await add('Ali', 'operator');
    await approved(manager, 'enrolCard', { name: 'Ali', card: '0012345678', staffId });
    await approved(manager, 'setPin', { staffId, pin: '583920', secondPin: null });
    await approved(manager, 'addApiKey', newKey().command);
    await approved(manager, 'removeCard', { cardId: 1 });
    const { entries, hasMore } = await history();
    expect(entries.map(({ actor, kind, about, canTakeBack }) => [actor, kind, about?.name, canTakeBack])).toEqual([
      ['Sana', 'removeCard', 'Ali', false],
      ['Sana', 'addApiKey', 'Gateway', false],
      ['Sana', 'setPin', 'Ali', false],
      ['Sana', 'enrolCard', 'Ali', false],
      ['Sana', 'addStaff', 'Ali', true],
      ['hub', 'addStaff', 'Sana', true],
      ['hub', 'setUp', undefined, false],
    ]);
    expect(hasMore).toBe(false);
    const seqs = entries.map(({ seq }) => seq);
    const page = await history(seqs[3] ?? null);
    expect([page.entries.map(({ seq }) => seq), page.hasMore]).toEqual([seqs.slice(4), false]);
    for (let times = 0; times < 30; times += 1)
      await approved(manager, 'changeStaff', { staffId, name: `Ali ${times}`, role: 'operator' });
    const first = await history();
    expect([first.entries.length, first.hasMore]).toEqual([30, true]);
    expect((await history(first.entries.at(-1)?.seq)).entries.map(({ seq }) => seq)).toEqual(seqs);
    await hub.close();
  });

  it('takes back that somebody was changed, joined and left; who comes back needs new PINs', async () => {
    const { hub, manager, add, signIn, takeBack, staff } = await pastHub();
    const staffId = await add('Ali', 'operator');
    await approved(manager, 'changeStaff', { staffId, name: 'Ali Raza', role: 'supervisor' });
    expect(await takeBack('changeStaff')).toMatchObject({ ok: true });
    expect(await staff()).toEqual(['Ali operator', 'Sana manager']);
    // The same change again is one that was changed since.
    expect(await takeBack('changeStaff')).toMatchObject({
      error: { code: 'setUpMoved', details: { place: 'Ali Raza' } },
    });
    await approved(manager, 'removeStaff', { staffId });
    expect(await takeBack('removeStaff')).toMatchObject({ ok: true });
    expect(await staff()).toEqual(['Ali operator', 'Sana manager']);
    await expect(signIn('operator', staffId)).rejects.toThrow('wrongPin');
    const { staff: people } = await answered(manager, 'people');
    expect(people.map(({ name, hasPin }) => [name, hasPin])).toEqual([
      ['Ali', false],
      ['Sana', true],
    ]);
    await add('Ali Raza', 'operator');
    expect(await takeBack('addStaff')).toMatchObject({ ok: true });
    expect(await staff()).toEqual(['Ali operator', 'Sana manager']);
    await hub.close();
    const db = openReadOnly(hub.storeFile);
    expect(tablesThatDiffer(db, MIGRATIONS)).toEqual([]);
    db.close();
  });

  it('a card of who never joined, after all, opens nothing and is free for another', async () => {
    const { hub, manager, add, takeBack } = await pastHub();
    const staffId = await add('Ali', 'operator');
    await approved(manager, 'enrolCard', { name: 'Ali', card: '0012345678', staffId });
    expect(await takeBack('addStaff')).toMatchObject({ ok: true });
    expect(await takeBack('undoStaff')).toMatchObject({ ok: true });
    const link = join(hub, { screen: 'operator', counterId: null });
    expect(await link.ask('signIn', { who: { card: '0012345678' }, pin: null })).toMatchObject({
      error: { code: 'unknownCard' },
    });
    expect(await approved(manager, 'enrolCard', { name: 'Bilal', card: '0012345678' })).toMatchObject({ ok: true });
  });

  it('never leaves a centre without a manager, nor two of one name, and asks for a second PIN', async () => {
    const { manager, add, history, takeBack, staff } = await pastHub();
    const first = (await history()).entries.find(({ kind }) => kind === 'addStaff');
    const undo = { seq: first?.seq ?? 0, base: '0'.repeat(64) };
    expect(await manager.send('undoSetUp', undo)).toMatchObject({ error: { code: 'approvalNeeded' } });
    expect(await takeBack('addStaff')).toMatchObject({ error: { code: 'lastManager' } });
    // Who came back without PINs can set nothing up.
    const bina = await add('Bina', 'manager');
    await approved(manager, 'removeStaff', { staffId: bina });
    expect(await takeBack('removeStaff')).toMatchObject({ ok: true });
    expect(await approved(manager, 'removeStaff', { staffId: 1 })).toMatchObject({ error: { code: 'lastManager' } });
    await approved(manager, 'removeStaff', { staffId: bina });
    const staffId = await add('Ali', 'operator');
    await approved(manager, 'removeStaff', { staffId });
    await approved(manager, 'addStaff', { name: 'Ali', role: 'auditor', pin: PIN, secondPin: SECOND_PIN });
    expect(await takeBack('removeStaff')).toMatchObject({ error: { code: 'nameTaken' } });
    expect(await staff()).toEqual(['Ali auditor', 'Sana manager']);
  });
});
