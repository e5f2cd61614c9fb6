import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createCanvas, loadImage } from '@napi-rs/canvas';
import { describe, expect, it } from 'vitest';
import { pngOf } from '../../hardware/printers/png.ts';
import type { PaperMm } from '../../src/domain/centre.ts';
import { headCode } from '../../src/domain/keeping/chain-head.ts';
import { layoutSlip } from '../../src/slip/layout-slip.ts';
import type { SlipContent } from '../../src/slip/slip-content.ts';
import { readCodes } from '../support/devices/read-codes.ts';
import { dayCloseSlip, tokenSlip, trackingSlip } from '../support/slips.ts';

/**
 * What slips look like, kept as pictures that somebody has looked at. `MARKAZ_DRAW_GOLDEN=1` draws them anew; that is a
 * commit of its own, with the reason.
 */
const FOLDER = join(import.meta.dirname, 'golden');

/** Letters are smoothed a little differently by each processor: so many dots are no other letter yet. */
const MOST_OTHER_DOTS = 24;

const url = 'http://192.168.1.10:4810/t/118-AbCdEfGhIjKlMnOp';
const tracking = { number: '26-0004217-9', barcode: 'T2600042179' };
const appointment = {
  url,
  slotAt: Date.parse('2026-11-23T11:00:00+05:00'),
  classes: [{ en: 'Elder', ur: 'بزرگ' }],
  papers: [
    { en: 'CNIC, original and copy', ur: 'شناختی کارڈ، اصل اور نقل' },
    { en: 'Proof of residence', ur: 'رہائش کا ثبوت' },
  ],
};

const SLIPS: Readonly<Record<string, readonly [SlipContent, PaperMm]>> = {
  both: [tokenSlip({ url }), 80],
  urdu: [tokenSlip({ url, languages: 'ur' }), 80],
  english: [tokenSlip({ url, languages: 'en' }), 80],
  appointment: [tokenSlip(appointment), 80],
  duplicate: [tokenSlip({ url, tracking, isDuplicate: true }), 80],
  narrow: [tokenSlip({ ...appointment, tracking }), 58],
  dayClose: [dayCloseSlip(), 80],
  filed: [trackingSlip({ url, tracking }), 80],
};

/** The dots of a kept picture, as rows of 0 and 1. */
async function golden(name: string): Promise<{ width: number; height: number; isBlack: (dot: number) => boolean }> {
  const image = await loadImage(readFileSync(join(FOLDER, `${name}.png`)));
  const { width, height } = image;
  const pen = createCanvas(width, height).getContext('2d');
  pen.drawImage(image, 0, 0);
  const { data } = pen.getImageData(0, 0, width, height);
  return { width, height, isBlack: (dot) => (data[dot * 4] ?? 255) < 128 };
}

function codesOf(content: SlipContent) {
  if (content.kind === 'dayClose') return { QRCode: headCode(content.head) };
  return { ...(content.tracking && { Code128: content.tracking.barcode }), QRCode: url };
}

describe('the picture of a slip', () => {
  it.each(Object.keys(SLIPS))('is as it was looked at: %s', async (name) => {
    const [content, paper] = SLIPS[name]!;
    const picture = layoutSlip(content, paper);
    if (process.env['MARKAZ_DRAW_GOLDEN']) {
      mkdirSync(FOLDER, { recursive: true });
      writeFileSync(join(FOLDER, `${name}.png`), pngOf(picture));
    }
    const kept = await golden(name);
    expect([picture.width, picture.height]).toEqual([kept.width, kept.height]);
    let others = 0;
    for (let dot = 0; dot < kept.width * kept.height; dot += 1) {
      const isBlack = ((picture.bits[dot >> 3] ?? 0) & (0x80 >> (dot & 7))) !== 0;
      if (isBlack !== kept.isBlack(dot)) others += 1;
    }
    expect(others).toBeLessThanOrEqual(MOST_OTHER_DOTS);
    expect(await readCodes(picture)).toEqual(codesOf(content));
  });
});
