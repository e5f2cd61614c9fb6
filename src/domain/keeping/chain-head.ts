import { plainDigits } from '../person/cnic.ts';

/** The end of the event log: number and hash (64 hex digits) of its last event. */
export interface ChainHead {
  readonly seq: number;
  readonly hash: string;
}

/** A head as somebody wrote it down: its hash may be the first part alone. */
export interface WrittenHead {
  readonly seq: number;
  readonly hash: string;
}

/**
 * Hex digits of a hash that are printed for people: 64 bits. The seals are keyed, so nobody without the key can look for
 * another log that fits; with the key it would take about 2^64 seals.
 */
export const SHORT_DIGITS = 16;

/** A head for machines: `812:9f2c…`, with the whole hash. */
export const headCode = ({ seq, hash }: ChainHead): string => `${seq}:${hash}`;

/** The part of a hash that people copy, in groups of four: `9f2c 77ab 01de 5c33`. */
export const shortHash = (hash: string): string => hash.slice(0, SHORT_DIGITS).replaceAll(/(.{4})(?=.)/g, '$1 ');

/**
 * Reads a head as it stands on a slip or was typed: number, colon or space, and 16 to 64 hex digits, which may be in
 * groups. Undefined when it is none.
 */
export function readHead(text: string): WrittenHead | undefined {
  const [, seq, written = ''] = /^\s*(\d{1,15})\s*[:\s]\s*([\da-f\s-]+)$/i.exec(plainDigits(text)) ?? [];
  const hash = written.replaceAll(/[\s-]/g, '').toLowerCase();
  return seq === undefined || hash.length < SHORT_DIGITS || hash.length > 64 ? undefined : { seq: Number(seq), hash };
}

/** Whether an event's hash is the one that was written down. */
export const fitsHead = (hash: string, written: WrittenHead): boolean => hash.startsWith(written.hash);
