import { describe, expect, it } from 'vitest';
import { layoutSlip } from '../../src/slip/layout-slip.ts';
import { loadSlipFonts } from '../../src/slip/slip-fonts.ts';
import { slipDate, slipTime } from '../../src/slip/slip-words.ts';

const CONTENT = {
  centre: { en: 'e-Khidmat Markaz Lahore', ur: 'ای خدمت مرکز لاہور' },
  hall: { en: 'Hall 1', ur: 'ہال ۱' },
  service: { en: 'Domicile', ur: 'ڈومیسائل' },
  classes: [],
  label: 'B-118',
  ahead: 12,
  issuedAt: Date.parse('2026-11-23T10:42:00+05:00'),
  timeZone: 'Asia/Karachi',
};

/** Share of black dots in a band of rows. */
function ink(picture: ReturnType<typeof layoutSlip>['picture'], from: number, to: number): number {
  const stride = picture.width / 8;
  const bytes = picture.bits.subarray(from * stride, to * stride);
  const black = bytes.reduce((sum, byte) => sum + byte.toString(2).replaceAll('0', '').length, 0);
  return black / (bytes.length * 8);
}

describe('a slip', () => {
  it('finds its fonts, and they draw as they should', () => {
    expect(loadSlipFonts).not.toThrow();
  });

  it('is one picture as wide as the paper, with the code’s place left free at the end', () => {
    const { picture } = layoutSlip(CONTENT);
    expect(picture.width).toBe(576);
    expect(picture.bits.length).toBe(72 * picture.height);
    expect(ink(picture, picture.height - 176, picture.height)).toBe(0);
    expect(ink(picture, 0, picture.height - 176)).toBeGreaterThan(0.02);
  });

  it('says something else for another token, number before it, class or service', () => {
    const base = Buffer.from(layoutSlip(CONTENT).picture.bits);
    const changes = [
      { label: 'B-119' },
      { ahead: 13 },
      { classes: [{ en: 'Elder', ur: 'بزرگ' }] },
      { service: { en: 'NADRA', ur: 'نادرا' } },
      { issuedAt: CONTENT.issuedAt + 60_000 },
    ];
    for (const change of changes)
      expect(base.equals(Buffer.from(layoutSlip({ ...CONTENT, ...change }).picture.bits))).toBe(false);
  });

  it('is the same for the same token', () => {
    const [a, b] = [layoutSlip(CONTENT), layoutSlip(CONTENT)];
    expect(Buffer.from(a.picture.bits).equals(Buffer.from(b.picture.bits))).toBe(true);
  });

  it('keeps even the longest names within the paper', () => {
    const { picture } = layoutSlip({
      ...CONTENT,
      service: {
        en: 'A very long name of a service that nobody can shorten',
        ur: 'ایک بہت لمبا نام جسے کوئی چھوٹا نہیں کر سکتا اور نہ کرنا چاہتا ہے',
      },
    });
    const edge = Array.from({ length: picture.height }, (_, row) => [
      picture.bits[row * 72],
      picture.bits[row * 72 + 71],
    ]).flat();
    expect(edge.every((byte) => byte === 0)).toBe(true);
  });

  it('writes dates and times in the language and its digits', () => {
    expect(slipDate(CONTENT.issuedAt, 'Asia/Karachi', 'en')).toBe('23 November 2026');
    expect(slipDate(CONTENT.issuedAt, 'Asia/Karachi', 'ur')).toContain('نومبر');
    expect(slipTime(CONTENT.issuedAt, 'Asia/Karachi', 'ur')).toBe('۱۰:۴۲');
  });
});
