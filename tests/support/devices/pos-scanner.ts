/** The reports of a scanner in HID-POS mode for what was held to it, written from the usage tables alone. */
export function posReportsOf(text: string, aim = ']Q0'): readonly Uint8Array[] {
  const bytes = Buffer.from(text, 'latin1');
  const parts = Math.max(1, Math.ceil(bytes.length / 56));
  return Array.from({ length: parts }, (_, part) => {
    const report = new Uint8Array(64);
    const content = bytes.subarray(part * 56, part * 56 + 56);
    report.set([2, content.length, ...Buffer.from(aim)]);
    report.set(content, 5);
    report[63] = part + 1 < parts ? 1 : 0;
    return report;
  });
}
