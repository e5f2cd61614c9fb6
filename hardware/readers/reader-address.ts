import { serialAddressOf } from '../serial-port.ts';
import { hidAddressOf, hidReader } from './hid-reader.ts';
import type { Reader } from './reader.ts';
import { serialReader } from './serial-reader.ts';

/** Where what is read comes from, as text. */
export const READER_ADDRESS = /^(hid|hid:[\da-fA-F]{4}:[\da-fA-F]{4}(:[\w.-]{1,64})?|serial:[^\s@]+(@\d{3,7})?)$/;

/** The reader behind an address: `hid`, `hid:VENDOR:PRODUCT` or `serial:PATH@BAUD`; undefined for anything else. */
export function readerOf(address: string): Reader | undefined {
  const hid = hidAddressOf(address);
  if (hid) return hidReader(hid);
  const serial = serialAddressOf(address);
  return serial && serialReader(serial);
}
