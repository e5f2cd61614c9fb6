const decode = (encoding: string, bytes: Buffer): string => new TextDecoder(encoding, { fatal: true }).decode(bytes);

/** The encoding that a file names by its mark; UTF-8 without one. */
export function encodingOf(bytes: Buffer): 'utf-16le' | 'utf-16be' | 'utf-8' {
  const mark = bytes.subarray(0, 2).toString('hex');
  return mark === 'fffe' ? 'utf-16le' : mark === 'feff' ? 'utf-16be' : 'utf-8';
}

/**
 * The text of a file as spreadsheets save it: UTF-8, with its mark or without, or UTF-16 with its mark. Lines end in
 * `\n`. Undefined for other bytes: guessing would store wrong names.
 */
export function csvText(bytes: Buffer): string | undefined {
  try {
    const text = decode(encodingOf(bytes), bytes);
    return text.includes('\0') ? undefined : text.replaceAll(/\r\n?/g, '\n');
  } catch {
    return undefined;
  }
}
