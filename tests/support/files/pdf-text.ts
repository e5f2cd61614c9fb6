import { inflateSync } from 'node:zlib';

const HEX = /<([0-9A-Fa-f]+)>/g;
const OBJECT = /(\d+) 0 obj\s*<<([\s\S]*?)>>\s*(?:stream\r?\n|endobj)/g;
/** A font that is taken, text that is shown with it, or the end of a run of text. */
const SHOWN = /\/F(\d+) [\d.]+ Tf|<([0-9A-Fa-f]+)> Tj|\bET\b/g;

const charOf = (hex: string): string => String.fromCodePoint(Number.parseInt(hex, 16)).replace('\u0000', '');

/** What the glyphs of a font stand for, as its map to Unicode says: one by one, or from a glyph to another. */
function readMap(cmap: string): ReadonlyMap<number, string> {
  const chars = new Map<number, string>();
  for (const [, ranges, body = ''] of cmap.matchAll(/beginbf(range|char)\n([\s\S]*?)endbf/g)) {
    for (const line of body.trim().split('\n')) {
      const [from = '', to = '', first = to] = [...line.matchAll(HEX)].map(([, hex = '']) => hex);
      const count = ranges === 'range' ? Number.parseInt(to, 16) - Number.parseInt(from, 16) : 0;
      for (let i = 0; i <= count; i += 1) {
        chars.set(Number.parseInt(from, 16) + i, charOf((Number.parseInt(first, 16) + i).toString(16)));
      }
    }
  }
  return chars;
}

/** The objects of a PDF by number: what they say, and their streams unpacked. */
function objectsOf(pdf: Buffer): ReadonlyMap<number, { readonly says: string; readonly stream: string }> {
  const latin = pdf.toString('latin1');
  return new Map(
    [...latin.matchAll(OBJECT)].map((found) => {
      const [whole, number, says = ''] = found;
      const length = Number(/\/Length (\d+)/.exec(says)?.[1] ?? 0);
      const from = found.index + whole.length;
      const bytes = pdf.subarray(from, from + length);
      const stream = says.includes('/FlateDecode') ? inflateSync(bytes) : bytes;
      return [Number(number), { says, stream: whole.endsWith('endobj') ? '' : stream.toString('latin1') }];
    }),
  );
}

/** The letters that a stream draws, with a line for each run of them, by the maps of the fonts. */
function drawnIn(stream: string, maps: ReadonlyMap<string, ReadonlyMap<number, string>>): string {
  let chars: ReadonlyMap<number, string> = new Map();
  let text = '';
  for (const [what, font, shown = ''] of stream.matchAll(SHOWN)) {
    if (font !== undefined) chars = maps.get(font) ?? new Map();
    else if (what === 'ET') text += '\n';
    for (const glyph of shown.match(/.{4}/g) ?? []) text += chars.get(Number.parseInt(glyph, 16)) ?? '';
  }
  return text;
}

/** The letters that stand in a PDF as our hub makes it, in the order in which they are drawn, and its title. */
export function pdfText(pdf: Buffer): string {
  const objects = objectsOf(pdf);
  const maps = new Map(
    [...objects].flatMap(([number, { says }]) => {
      const map = objects.get(Number(/\/ToUnicode (\d+) 0 R/.exec(says)?.[1]))?.stream;
      return map === undefined ? [] : [[String(number), readMap(map)] as const];
    }),
  );
  const title = /\/Title <FEFF([0-9A-F]+)>/.exec(pdf.toString('latin1'))?.[1] ?? '';
  const pages = [...objects.values()].filter(({ stream }) => stream.includes(' Tf\n'));
  return [
    Buffer.from(title, 'hex').swap16().toString('utf16le'),
    ...pages.map(({ stream }) => drawnIn(stream, maps)),
  ].join('\n');
}
