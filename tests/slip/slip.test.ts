import { describe, expect, it } from 'vitest';
import { layoutSlip } from '../../src/slip/layout-slip.ts';
import { loadSlipFonts } from '../../src/slip/slip-fonts.ts';
import { islamicDate, slipDate, slipTime } from '../../src/slip/slip-words.ts';
import { readCodes } from '../support/devices/read-codes.ts';
import { tokenSlip, trackingSlip } from '../support/slips.ts';

const CONTENT = tokenSlip();

/** Share of black dots in a band of rows. */
function ink(picture: ReturnType<typeof layoutSlip>, from: number, to: number): number {
  const stride = picture.width / 8;
  const bytes = picture.bits.subarray(from * stride, to * stride);
  const black = bytes.reduce((sum, byte) => sum + byte.toString(2).replaceAll('0', '').length, 0);
  return black / (bytes.length * 8);
}

/** The eight dots at each side of every row. */
const edgeOf = ({ width, height, bits }: ReturnType<typeof layoutSlip>) =>
  Array.from({ length: height }, (_, row) => [bits[(row * width) / 8], bits[((row + 1) * width) / 8 - 1]]).flat();

describe('a slip', () => {
  it('finds its fonts, and they draw as they should', () => {
    expect(loadSlipFonts).not.toThrow();
  });

  it('is one picture as wide as the paper', () => {
    const picture = layoutSlip(CONTENT);
    expect(picture.width).toBe(576);
    expect(picture.bits.length).toBe(72 * picture.height);
    expect(ink(picture, 0, picture.height)).toBeGreaterThan(0.02);
  });

  it('fits narrow paper, with codes that readers still read', async () => {
    const tracking = { number: '26-0004217-9', barcode: 'T2600042179' };
    const url = 'http://192.168.1.10:4810/t/118-AbCdEfGhIjKlMnOp';
    const picture = layoutSlip({ ...CONTENT, tracking, url }, 58);
    expect(picture.width).toBe(384);
    expect(await readCodes(picture)).toEqual({ Code128: 'T2600042179', QRCode: url });
    expect(edgeOf(picture).every((byte) => byte === 0)).toBe(true);
  });

  it('names the papers to bring, and no heading where there are none', () => {
    const papers = [{ en: 'CNIC, original and copy', ur: 'شناختی کارڈ، اصل اور نقل' }];
    const [without, one] = [layoutSlip(CONTENT), layoutSlip({ ...CONTENT, papers })];
    const two = layoutSlip({ ...CONTENT, papers: [...papers, ...papers] });
    expect(two.height - one.height).toBeGreaterThan(60);
    expect(one.height - without.height).toBeGreaterThan(two.height - one.height);
  });

  it('says that it is a copy where another may be about', () => {
    const copy = layoutSlip({ ...CONTENT, isDuplicate: true });
    expect(copy.height).toBeGreaterThan(layoutSlip(CONTENT).height + 100);
  });

  it('carries a tracking number that a barcode reader reads, and a code that a phone reads', async () => {
    const tracking = { number: '26-0004217-9', barcode: 'T2600042179' };
    const url = 'http://192.168.1.10:4810/t/118-AbCdEfGhIjKlMnOp';
    const read = await readCodes(layoutSlip({ ...CONTENT, tracking, url }));
    expect(read).toEqual({ Code128: 'T2600042179', QRCode: url });
  });

  it('of an application says its number large, with its barcode', async () => {
    const picture = layoutSlip(trackingSlip());
    expect(await readCodes(picture)).toEqual({ Code128: 'T2600042179' });
  });

  it('says something else for another token, number before it, class or service', () => {
    const base = Buffer.from(layoutSlip(CONTENT).bits);
    const changes = [
      { label: 'B-119' },
      { ahead: 13 },
      { wait: { fromMinutes: 15, toMinutes: 30, isOpenEnded: false } },
      { wait: { fromMinutes: 15, toMinutes: 25, isOpenEnded: true } },
      { slotAt: CONTENT.at + 900_000 },
      { goTo: { stage: { en: 'Filing', ur: 'اندراج' }, counters: [1, 2, 3, 4, 5] } },
      { goTo: { stage: { en: 'Document check', ur: 'کاغذات کی جانچ' }, counters: [1, 2, 3, 4, 6] } },
      { classes: [{ en: 'Elder', ur: 'بزرگ' }] },
      { service: { en: 'NADRA', ur: 'نادرا' } },
      { at: CONTENT.at + 60_000 },
    ];
    for (const change of changes)
      expect(base.equals(Buffer.from(layoutSlip({ ...CONTENT, ...change }).bits))).toBe(false);
  });

  it('leaves the Islamic date out where the centre wants none', () => {
    const [without, withIt] = [layoutSlip({ ...CONTENT, islamicDays: null }), layoutSlip(CONTENT)];
    expect(withIt.height - without.height).toBe(55 + 27);
  });

  it('is the same for the same token', () => {
    const [a, b] = [layoutSlip(CONTENT), layoutSlip(CONTENT)];
    expect(Buffer.from(a.bits).equals(Buffer.from(b.bits))).toBe(true);
  });

  it('keeps even the longest names within the paper', () => {
    const picture = layoutSlip({
      ...CONTENT,
      service: {
        en: 'A very long name of a service that nobody can shorten',
        ur: 'ایک بہت لمبا نام جسے کوئی چھوٹا نہیں کر سکتا اور نہ کرنا چاہتا ہے',
      },
    });
    expect(edgeOf(picture).every((byte) => byte === 0)).toBe(true);
  });

  it('writes dates and times in the language and its digits', () => {
    expect(slipDate(CONTENT.at, 'Asia/Karachi', 'en')).toBe('23 November 2026');
    expect(slipDate(CONTENT.at, 'Asia/Karachi', 'ur')).toContain('نومبر');
    expect(slipTime(CONTENT.at, 'Asia/Karachi', 'ur')).toBe('۱۰:۴۲');
    expect(islamicDate(CONTENT.at, 'Asia/Karachi', 0, 'en')).toBe('13 Jumada II 1448 AH');
    expect(islamicDate(CONTENT.at, 'Asia/Karachi', -1, 'ur')).toBe('۱۲ جمادی الثانی، ۱۴۴۸ ہجری');
  });
});
