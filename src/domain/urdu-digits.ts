/** A count or a time in the digits of Urdu. */
export const inUrduDigits = (value: number | string): string =>
  String(value).replaceAll(/\d/g, (digit) => String.fromCharCode(0x06f0 + Number(digit)));
