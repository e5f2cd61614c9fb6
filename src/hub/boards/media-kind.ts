import { hideCnics } from '../../domain/person/hide-cnics.ts';

/** The kinds of files that a board can show, by how their content begins. */
const KINDS: readonly { readonly extension: string; readonly isOf: (head: Buffer) => boolean }[] = [
  { extension: '.png', isOf: (head) => head.subarray(0, 8).equals(Buffer.from('\x89PNG\r\n\x1a\n', 'latin1')) },
  { extension: '.jpg', isOf: (head) => head.subarray(0, 3).equals(Buffer.from([0xff, 0xd8, 0xff])) },
  { extension: '.webp', isOf: (head) => textAt(head, 0, 'RIFF') && textAt(head, 8, 'WEBP') },
  { extension: '.mp4', isOf: (head) => textAt(head, 4, 'ftyp') },
  // The head of Matroska, of which WebM is a part.
  { extension: '.webm', isOf: (head) => head.subarray(0, 4).equals(Buffer.from([0x1a, 0x45, 0xdf, 0xa3])) },
];

const textAt = (head: Buffer, at: number, text: string): boolean =>
  head.toString('latin1', at, at + text.length) === text;

/** As many bytes as the kind can be told from. */
export const HEAD_BYTES = 12;

/** The extension of what begins so, whatever its name says; undefined for what no board can show. */
export const extensionOf = (head: Buffer): string | undefined => KINDS.find(({ isOf }) => isOf(head))?.extension;

/** Names that Windows gives to no file, with whatever ending. */
const RESERVED = /^(?:con|prn|aux|nul|com\d|lpt\d)$/;

/**
 * A name for it that an address can carry and that is no hidden one: without folders, in small letters, for some disks
 * take small and large for the same, and with the ending of its content; undefined when nothing of the name is left.
 */
export function cleanName(name: string, extension: string): string | undefined {
  const whole = hideCnics(name.split(/[/\\]/).at(-1) ?? '').toLowerCase();
  const stem = whole
    .replace(/\.[^.]*$/, '')
    .replaceAll(/[^\w .-]+/g, '-')
    .replaceAll(/\s+/g, ' ')
    .replace(/^[^\w]+/, '')
    .slice(0, 70)
    .trim();
  const ending = extension === '.jpg' && whole.endsWith('.jpeg') ? '.jpeg' : extension;
  if (stem === '') return undefined;
  return RESERVED.test(stem) ? `${stem}-${ending}` : `${stem}${ending}`;
}
