import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Reply, replyReader } from '../../hardware/printers/epson-replies.ts';
import { statusOf, statusOfAsb } from '../../hardware/printers/epson-status.ts';

function read(...pieces: readonly (readonly number[])[]): readonly Reply[] {
  const heard: Reply[] = [];
  const reader = replyReader((reply) => heard.push(reply));
  for (const piece of pieces) reader(Uint8Array.from(piece));
  return heard;
}

describe('a printer’s bytes', () => {
  it('are told apart by their fixed bits', () => {
    expect(read([0x12], [0x00])).toEqual([
      { kind: 'realtime', byte: 0x12 },
      { kind: 'paper', byte: 0x00 },
    ]);
    expect(read([0x11, 0x13])).toEqual([]);
    // A letter is no state of the paper.
    expect(read([0x40], [0x6f])).toEqual([]);
  });

  it('make a block also in pieces, and an automatic status only together', () => {
    expect(read([0x37, 0x22, 0x30], [0x30, 0x31, 0x32, 0])).toEqual([{ kind: 'process', text: '0012' }]);
    expect(read([0x5f, 0x45, 0x50], [0x53, 0x4f, 0x4e, 0])).toEqual([{ kind: 'maker', text: 'EPSON' }]);
    expect(read([0x10, 0x00, 0x0c, 0x00])).toEqual([{ kind: 'asb', bytes: [0x10, 0, 0x0c, 0] }]);
    // One that breaks off is no paper status.
    expect(read([0x10, 0x00], [0x12])).toEqual([{ kind: 'realtime', byte: 0x12 }]);
  });

  it('may be several answers that come together, each of another kind', () => {
    const block = [0x37, 0x22, 0x30, 0x30, 0x30, 0x31, 0];
    expect(read([0x12, ...block, 0x10, 0, 0, 0, 0x03]).map(({ kind }) => kind)).toEqual([
      'realtime',
      'process',
      'asb',
      'paper',
    ]);
  });

  // Every one of them has bytes with the fixed bits of an answer.
  it.each([['@PJL busy\r\n'], ['\0\0\0\0'], ['READY'], ['rr'], ['\r\n']])('that spell %j are no answer', (noise) => {
    expect(read([...Buffer.from(noise)])).toEqual([]);
    expect(read([...Buffer.from(noise), 0x12])).toEqual([]);
  });

  it('of whatever kind never break the reader, and a whole answer after them is understood', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (noise) => {
        const heard = read([...noise], Array(100).fill(0xff), [0x00], [0x12]);
        expect(heard.at(-1)).toEqual({ kind: 'realtime', byte: 0x12 });
      }),
    );
  });
});

describe('a status', () => {
  it('is well where every answer has its fixed bits alone, and says so of one that does not answer', () => {
    const well = { isOffline: false, paper: 'present', isCoverOpen: false, fault: 'none' };
    expect(statusOf({ 1: 0x12, 2: 0x12, 3: 0x12, 4: 0x12 })).toMatchObject({ ...well, answers: true });
    expect(statusOf({})).toMatchObject({ ...well, answers: false });
  });

  it.each([
    [{ 1: 0x1a }, { isOffline: true }],
    [{ 2: 0x16 }, { isCoverOpen: true }],
    [{ 2: 0x32 }, { paper: 'out' }],
    [{ 3: 0x1a }, { fault: 'cutter' }],
    [{ 3: 0x16 }, { fault: 'recoverable' }],
    [{ 3: 0x52 }, { fault: 'recoverable' }],
    [{ 3: 0x32 }, { fault: 'unrecoverable' }],
    [{ 4: 0x1e }, { paper: 'nearEnd' }],
    [{ 4: 0x72 }, { paper: 'out' }],
  ])('of the answers %o is %o', (answers, status) => {
    expect(statusOf(answers)).toMatchObject(status);
  });

  it.each([
    [[0x10, 0, 0, 0], { isOffline: false, isCoverOpen: false, fault: 'none', paper: 'present' }],
    [[0x38, 0, 0, 0], { isOffline: true, isCoverOpen: true }],
    [[0x10, 0x08, 0, 0], { fault: 'cutter' }],
    [[0x10, 0x20, 0, 0], { fault: 'unrecoverable' }],
    [[0x10, 0, 0x03, 0], { paper: 'nearEnd' }],
    [[0x10, 0, 0x0c, 0], { paper: 'out' }],
  ])('that a printer sends by itself as %o is %o', (bytes, status) => {
    expect(statusOfAsb(bytes)).toMatchObject(status);
  });
});
