import { describe, expect, it } from 'vitest';
import { openReadOnly } from '../../../src/store/database.ts';
import { tablesThatDiffer } from '../../../src/store/log/rebuild.ts';
import { MIGRATIONS } from '../../support/folder.ts';
import { newKey } from '../../support/http/api.ts';
import { answered, approved, PIN, SECOND_PIN, staffedHub } from '../../support/staff.ts';

/** A hub with a manager, and what they see of the past. */
async function pastHub() {
  const staffed = await staffedHub();
  const { manager } = staffed;
  const history = async (most = 30) => await answered(manager, 'setUpHistory', { most });
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
    const page = await history(3);
    expect([page.entries.map(({ kind }) => kind), page.hasMore]).toEqual([['removeCard', 'addApiKey', 'setPin'], true]);
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

  it('never leaves a centre without a manager, nor two of one name, and asks for a second PIN', async () => {
    const { manager, add, history, takeBack, staff } = await pastHub();
    const first = (await history()).entries.find(({ kind }) => kind === 'addStaff');
    const undo = { seq: first?.seq ?? 0, base: '0'.repeat(64) };
    expect(await manager.send('undoSetUp', undo)).toMatchObject({ error: { code: 'approvalNeeded' } });
    expect(await takeBack('addStaff')).toMatchObject({ error: { code: 'lastManager' } });
    const staffId = await add('Ali', 'operator');
    await approved(manager, 'removeStaff', { staffId });
    await approved(manager, 'addStaff', { name: 'Ali', role: 'auditor', pin: PIN, secondPin: SECOND_PIN });
    expect(await takeBack('removeStaff')).toMatchObject({ error: { code: 'nameTaken' } });
    expect(await staff()).toEqual(['Ali auditor', 'Sana manager']);
  });
});
