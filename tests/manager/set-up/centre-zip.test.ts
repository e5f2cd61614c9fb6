import { strToU8, unzipSync, zipSync } from 'fflate';
import { expect, it } from 'vitest';
import { unzipCentre, zipCentre } from '../../../src/manager/set-up/file/centre-zip.ts';

const bytesOf = async (blob: Blob) => new Uint8Array(await blob.arrayBuffer());

it('a centre, its staff and its pictures come out of the file as they went in, also in Urdu', async () => {
  const pictures = [
    { name: 'door 1.png', bytes: Uint8Array.from([1, 2, 3]) },
    { name: 'film.mp4', bytes: new Uint8Array(300_000).fill(7) },
  ];
  const staff = [
    { name: 'ثنا', role: 'manager' },
    { name: 'Ali Raza', role: 'operator' },
  ] as const;
  const zip = await bytesOf(zipCentre({ yaml: 'name: مرکز\n', staff, pictures }));
  expect(unzipCentre(zip)).toEqual({ yaml: 'name: مرکز\n', staff, pictures });
});

it('nothing of the staff but names and roles goes into the file', async () => {
  const known = { name: 'Ali', role: 'operator', id: 7, hasPin: true, pin: '481592', cards: 1 } as const;
  const zip = await bytesOf(zipCentre({ yaml: '', staff: [known], pictures: [] }));
  const file = new TextDecoder().decode(unzipSync(zip)['staff.json']);
  expect(JSON.parse(file)).toEqual([{ name: 'Ali', role: 'operator' }]);
});

it('a file of YAML alone is a centre without staff and pictures', () => {
  expect(unzipCentre(strToU8('id: lahore\n'))).toEqual({ yaml: 'id: lahore\n', staff: [], pictures: [] });
});

it('what lies elsewhere in the file, or has a name that no board takes, is left out', () => {
  const strange = ['media/../a.png', 'media/.b.png', 'media/x/c.png', 'd.png', 'media/<e>.png'];
  const zip = zipSync(Object.fromEntries([...strange, 'media/good.png'].map((name) => [name, strToU8(name)])));
  const { yaml, pictures } = unzipCentre(zip);
  expect([yaml, pictures.map(({ name }) => name)]).toEqual(['', ['good.png']]);
});

it('who is no person of the staff is left out, and so is a list that is none', () => {
  const staffOf = (text: string) => unzipCentre(zipSync({ 'staff.json': strToU8(text) })).staff;
  const good = { name: 'Ali', role: 'operator' };
  const strange = [{ name: 'x', role: 'kiosk' }, { name: ' ', role: 'manager' }, { ...good, pin: '481592' }, null, 7];
  expect(staffOf(JSON.stringify([...strange, good]))).toEqual([good]);
  expect(staffOf(JSON.stringify([{ name: 'Ali 35202-1234567-1', role: 'operator' }]))).toEqual([
    { name: 'Ali •••', role: 'operator' },
  ]);
  for (const text of ['', '{', '{"name":"Ali"}']) expect(staffOf(text)).toEqual([]);
});

it('a file that is cut holds nothing, and is no crash', async () => {
  const zip = await bytesOf(zipCentre({ yaml: 'id: lahore\n', staff: [], pictures: [] }));
  expect(unzipCentre(zip.subarray(0, zip.length - 10))).toEqual({ yaml: '', staff: [], pictures: [] });
});
