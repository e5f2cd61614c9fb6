/** A picture of one bit a dot: rows of `width / 8` bytes, the leftmost dot in the highest bit, 1 is black. */
export interface BitPicture {
  /** Dots; a multiple of 8. */
  readonly width: number;
  readonly height: number;
  readonly bits: Uint8Array;
}

/** Darker than this (0 to 255) is black. */
const THRESHOLD = 128;

/** A white picture. */
export const blankPicture = (width: number, height: number): BitPicture => ({
  width,
  height,
  bits: new Uint8Array((width / 8) * height),
});

/** Makes a picture of one bit a dot out of RGBA bytes on white, by threshold. */
export function toBits(width: number, height: number, rgba: Uint8ClampedArray): BitPicture {
  const { bits } = blankPicture(width, height);
  for (let dot = 0; dot < width * height; dot += 1) {
    const red = rgba[dot * 4] ?? 255;
    if (red < THRESHOLD) bits[dot >> 3] = (bits[dot >> 3] ?? 0) | (0x80 >> (dot & 7));
  }
  return { width, height, bits };
}

/** Makes a rectangle of a picture black. */
export function fillDots({ width, bits }: BitPicture, left: number, top: number, wide: number, high: number): void {
  for (let y = top; y < top + high; y += 1) {
    for (let dot = y * width + left; dot < y * width + left + wide; dot += 1)
      bits[dot >> 3] = (bits[dot >> 3] ?? 0) | (0x80 >> (dot & 7));
  }
}
