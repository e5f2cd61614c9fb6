import { serialAddressOf } from '../serial-port.ts';
import { hidAddressOf, hidReader } from './hid-reader.ts';
import type { Reader } from './reader.ts';
import { serialReader } from './serial-reader.ts';

/** The reader behind an address: `hid`, `hid:VENDOR:PRODUCT` or `serial:PATH@BAUD`; undefined for anything else. */
export function readerOf(address: string): Reader | undefined {
  const hid = hidAddressOf(address);
  if (hid) return hidReader(hid);
  const serial = serialAddressOf(address);
  return serial && serialReader(serial);
}
