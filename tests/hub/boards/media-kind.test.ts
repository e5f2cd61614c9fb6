import { expect, it } from 'vitest';
import { cleanName, extensionOf } from '../../../src/hub/boards/media-kind.ts';

it('the kind of a file is told by how it begins', () => {
  const of = (bytes: string) => extensionOf(Buffer.from(bytes.padEnd(12, '\0'), 'latin1'));
  expect(of('\x89PNG\r\n\x1a\n')).toBe('.png');
  expect(of('\xff\xd8\xff\xe0')).toBe('.jpg');
  expect(of('RIFF\0\0\0\0WEBP')).toBe('.webp');
  expect(of('\0\0\0\x20ftypisom')).toBe('.mp4');
  expect(of('\x1a\x45\xdf\xa3')).toBe('.webm');
  expect(of('RIFF\0\0\0\0WAVE')).toBeUndefined();
  expect(of('<svg xmlns=')).toBeUndefined();
});

it('a name keeps what an address can carry, and is never hidden or empty', () => {
  expect(cleanName('C:\\pictures\\Door 1.PNG', '.png')).toBe('door 1.png');
  expect(cleanName('CON.png', '.png')).toBe('con-.png');
  expect(cleanName('Door.JPEG', '.jpg')).toBe('door.jpeg');
  expect(cleanName('.bashrc', '.png')).toBeUndefined();
  expect(cleanName('..', '.png')).toBeUndefined();
  expect(cleanName('دروازہ.png', '.png')).toBeUndefined();
  expect(cleanName('x'.repeat(200), '.mp4')).toHaveLength(74);
});
