import { TextDecoder } from 'node:util';
import { maskCnic, readCnic } from '../../../domain/person/cnic.ts';
import { hideCnics } from '../../../domain/person/hide-cnics.ts';
import { encodingOf } from './csv-text.ts';

/** What is long enough to hold a CNIC between two ends of a cell. */
const CELL = /[^,;"\t\r\n]{13,}/g;
/** Thirteen digits or more with nothing but spaces and hyphens between: a digit too many hides no number. */
const LONG_NUMBER = /\p{Nd}(?:[\s\p{Dash_Punctuation}]*\p{Nd}){12,}/gu;
/** What cells end with. */
const ENDS = [',', ';', '"', '\t', '\r', '\n'] as const;
/** What goes on for longer is no cell of a CSV: it is not kept in memory to find its end. */
const LONGEST_CELL = 131_072;

/** How far a text may be looked through so that no cell is cut in two. */
function wholeCells(text: string): number {
  const end = Math.max(...ENDS.map((one) => text.lastIndexOf(one))) + 1;
  return end === 0 && text.length > LONGEST_CELL ? text.length : end;
}

function maskNumber(written: string): string {
  const cnic = readCnic(written);
  return cnic === undefined ? '•••' : maskCnic(cnic);
}

const maskCells = (text: string): string =>
  text.replaceAll(CELL, (cell) => hideCnics(cell.replaceAll(LONG_NUMBER, maskNumber)));

/**
 * A dropped file as it may be kept, piece by piece: in UTF-8, with every CNIC masked. It reads what a feed refuses too,
 * so what is no text of its encoding is lost.
 */
export async function* masked(chunks: AsyncIterable<Buffer>): AsyncGenerator<string> {
  let decoder: TextDecoder | undefined;
  let text = '';
  for await (const chunk of chunks) {
    decoder ??= new TextDecoder(encodingOf(chunk), { ignoreBOM: true });
    text += decoder.decode(chunk, { stream: true });
    const end = wholeCells(text);
    yield maskCells(text.slice(0, end));
    text = text.slice(end);
  }
  yield maskCells(text + (decoder?.decode() ?? ''));
}
