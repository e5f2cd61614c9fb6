import { strToU8, zipSync } from 'fflate';
import { expect, it } from 'vitest';
import { unzipCentre, zipCentre } from '../../../src/manager/set-up/file/centre-zip.ts';

const bytesOf = async (blob: Blob) => new Uint8Array(await blob.arrayBuffer());

it('a centre and its pictures come out of the file as they went in, also in Urdu', async () => {
  const pictures = [
    { name: 'door 1.png', bytes: Uint8Array.from([1, 2, 3]) },
    { name: 'film.mp4', bytes: new Uint8Array(300_000).fill(7) },
  ];
  const zip = await bytesOf(zipCentre('name: مرکز\n', pictures));
  expect(unzipCentre(zip)).toEqual({ yaml: 'name: مرکز\n', pictures });
});

it('a file of YAML alone is a centre without pictures', () => {
  expect(unzipCentre(strToU8('id: lahore\n'))).toEqual({ yaml: 'id: lahore\n', pictures: [] });
});

it('what lies elsewhere in the file, or has a name that no board takes, is left out', () => {
  const strange = ['media/../a.png', 'media/.b.png', 'media/x/c.png', 'd.png', 'media/<e>.png'];
  const zip = zipSync(Object.fromEntries([...strange, 'media/good.png'].map((name) => [name, strToU8(name)])));
  const { yaml, pictures } = unzipCentre(zip);
  expect([yaml, pictures.map(({ name }) => name)]).toEqual(['', ['good.png']]);
});

it('a file that is cut holds nothing, and is no crash', async () => {
  const zip = await bytesOf(zipCentre('id: lahore\n', []));
  expect(unzipCentre(zip.subarray(0, zip.length - 10))).toEqual({ yaml: '', pictures: [] });
});
