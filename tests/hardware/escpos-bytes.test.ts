import { describe, expect, it } from 'vitest';
import { escposBytes, withoutRealtimeCommands } from '../../hardware/printers/escpos-bytes.ts';
import { paperOf } from '../../hardware/printers/escpos-paper.ts';
import { layoutSlip } from '../../src/slip/layout-slip.ts';
import { decodeEscpos } from '../support/devices/escpos-decoder.ts';
import { tokenSlip } from '../support/slips.ts';

const picture = layoutSlip(tokenSlip());
const safe = Buffer.from(withoutRealtimeCommands(picture.bits));

describe('ESC/POS bytes', () => {
  it('decode, by a decoder of their own, to the very picture, in bands of at most 255 rows, with one cut', () => {
    const paper = decodeEscpos(escposBytes(picture));
    expect(Buffer.concat(paper.rows).equals(safe)).toBe(true);
    expect(paper).toMatchObject({ widthBytes: 72, cuts: 1, resets: 1 });
    expect(Math.max(...paper.bands)).toBeLessThanOrEqual(255);
  });

  it('feed blank rows instead of sending them', () => {
    expect(escposBytes(picture).length).toBeLessThan(picture.bits.length * 0.7);
  });

  it('hold no real-time command inside a picture, and change one dot for each', () => {
    const bits = Uint8Array.from([0x10, 0x04, 0x01, 0x10, 0x05, 0x00, 0x10, 0x14, 0x10, 0x06]);
    expect(Buffer.from(withoutRealtimeCommands(bits)).toString('hex')).toBe('10840110850010941006');
    const bytes = escposBytes({ width: 8, height: bits.length, bits });
    for (const command of ['1004', '1005', '1014']) expect(bytes.includes(Buffer.from(command, 'hex'))).toBe(false);
  });

  it('are refused for a picture that is no whole number of bytes wide', () => {
    expect(() => escposBytes({ width: 7, height: 1, bits: new Uint8Array(1) })).toThrow('7 dots');
  });

  it('give the preview the paper that a printer would give', () => {
    const paper = paperOf(escposBytes(picture));
    expect([paper.width, paper.height]).toEqual([picture.width, picture.height]);
    expect(Buffer.from(paper.bits).equals(safe)).toBe(true);
  });
});
