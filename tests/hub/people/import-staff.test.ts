import { expect, it } from 'vitest';
import type { FileStaff } from '../../../src/domain/people/file-staff.ts';
import { openReadOnly } from '../../../src/store/database.ts';
import { tablesThatDiffer } from '../../../src/store/log/rebuild.ts';
import { MIGRATIONS } from '../../support/folder.ts';
import { answered, approved, GIVEN, PIN, staffedHub } from '../../support/staff.ts';
import { join } from '../../support/test-hub.ts';

/** A hub with Sana, a manager, and Ali, an operator; Sana reads a file. */
async function importing() {
  const staffed = await staffedHub();
  const ali = await staffed.add('Ali', 'operator');
  const { manager } = staffed;
  const take = (...staff: FileStaff[]) => approved(manager, 'importStaff', { staff });
  const people = async () =>
    (await answered(manager, 'people')).staff.map(({ name, role, hasPin }) => `${name} ${role} ${hasPin}`);
  return { ...staffed, ali, take, people };
}

const BOTH = ['Ali operator true', 'Sana manager true'];

it('who is new joins without PINs, who is known gets the role, and nobody leaves', async () => {
  const { hub, manager, ali, take, people, signIn } = await importing();
  const session = await signIn('operator', ali);
  const file = [
    { name: ' ALI', role: 'supervisor' },
    { name: 'Bilal', role: 'manager' },
    { name: 'bilal ', role: 'operator' },
  ] as const;
  expect(await take(...file)).toMatchObject({ ok: true });
  expect(await people()).toEqual(['Ali supervisor true', 'Bilal manager false', 'Sana manager true']);
  // Somebody in another role signs in anew; somebody without PINs not before a manager has given some.
  const left = join(hub, { screen: 'operator', counterId: 1, session });
  expect(await left.ask('stillHere', {})).toMatchObject({ error: { code: 'notSignedIn' } });
  const { staff } = await answered(manager, 'people');
  const staffId = staff.find(({ name }) => name === 'Bilal')?.id ?? 0;
  await expect(signIn('manager', staffId)).rejects.toThrow('wrongPin');
  await approved(manager, 'setPin', { staffId, ...GIVEN });
  await expect(signIn('manager', staffId, GIVEN.pin)).rejects.toThrow('pinToChange');
  // Read in again it changes nothing, and is no event.
  const { entries } = await answered(manager, 'setUpHistory', { beforeSeq: null });
  await take(...file);
  expect((await answered(manager, 'setUpHistory', { beforeSeq: null })).entries).toEqual(entries);
  await hub.close();
  const db = openReadOnly(hub.storeFile);
  expect(tablesThatDiffer(db, MIGRATIONS)).toEqual([]);
  db.close();
});

it('each change stands in the history, and is taken back by itself', async () => {
  const { manager, take, people } = await importing();
  await take({ name: 'Ali', role: 'auditor' }, { name: 'Bilal', role: 'operator' });
  const takeBack = async (kind: string) => {
    const { entries } = await answered(manager, 'setUpHistory', { beforeSeq: null });
    const seq = entries.find((one) => one.kind === kind)?.seq ?? 0;
    return approved(manager, 'undoSetUp', { seq, base: '0'.repeat(64) });
  };
  expect(await takeBack('addStaff')).toMatchObject({ ok: true });
  expect(await takeBack('changeStaff')).toMatchObject({ ok: true });
  expect(await people()).toEqual(BOTH);
});

it('leaves who imports what they are, and never a centre without a manager', async () => {
  const { hub, manager, take, people } = await importing();
  expect(await take({ name: 'Sana', role: 'operator' })).toMatchObject({ ok: true });
  expect(await people()).toEqual(BOTH);
  // Nadia may not approve anything: without Sana nobody could.
  await approved(manager, 'addStaff', { name: 'Nadia', role: 'manager', pin: GIVEN.pin, secondPin: null });
  const { staff } = await answered(manager, 'people');
  const who = { staffId: staff.find(({ name }) => name === 'Nadia')?.id ?? 0 };
  const link = join(hub, { screen: 'manager', device: 'of-nadia' });
  const newPins = { pin: PIN, secondPin: null };
  const { session } = await answered(link, 'signIn', { who, pin: GIVEN.pin, newPins });
  const nadia = join(hub, { screen: 'manager', session });
  const file: FileStaff[] = ['Sana', 'Bilal'].map((name) => ({ name, role: 'operator' }));
  expect(await approved(nadia, 'importStaff', { staff: file })).toMatchObject({ error: { code: 'lastManager' } });
  // Nothing of it was done.
  expect(await people()).toEqual(['Ali operator true', 'Nadia manager true', 'Sana manager true']);
});
