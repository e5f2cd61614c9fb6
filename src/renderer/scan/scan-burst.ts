/** A key press as the window hears it, from a finger or from a reader that types. */
export interface KeyPress {
  readonly key: string;
  readonly code: string;
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
  readonly atMs: number;
}

/** The signs of a reader that came so far, and when the last of them did. */
export interface Burst {
  readonly text: string;
  readonly lastMs: number;
}

export const NO_BURST: Burst = { text: '', lastMs: Number.NEGATIVE_INFINITY };

/** A finger does not type faster than this; every reader does. */
const GAP_MS = 50;
const LEAST_SIGNS = 6;
const MOST_SIGNS = 1_024;

/** Keys that only change what others write. */
const MODIFIER = /^(?:Shift|Control|Alt|AltGraph|Meta|CapsLock|NumLock|Fn)$/;

/** What the keys of punctuation write on the layout that readers use, plain and with shift. */
const PUNCTUATION: Readonly<Record<string, string>> = {
  Minus: '-_',
  Equal: '=+',
  Semicolon: ';:',
  Slash: '/?',
  Period: '.>',
  Comma: ',<',
  Space: '  ',
};

/** The sign that the reader meant: a layout of Urdu writes another one with the same key. */
function signOf({ key, code, shiftKey, ctrlKey }: KeyPress): string | undefined {
  if (ctrlKey) return undefined;
  if (/^[ -~]$/.test(key)) return key;
  const letter = /^Key([A-Z])$/.exec(code)?.[1];
  if (letter !== undefined) return shiftKey ? letter : letter.toLowerCase();
  const digit = /^(?:Digit|Numpad)(\d)$/.exec(code)?.[1];
  return digit ?? PUNCTUATION[code]?.[shiftKey ? 1 : 0];
}

/** What came of a key: the burst as it goes on, a whole scan, and whether the page may see the key. */
export interface Heard {
  readonly burst: Burst;
  readonly scan?: string;
  readonly isSwallowed: boolean;
}

/** Enter ends a scan that came at the reader's pace; some readers press it twice. */
function hearEnter(burst: Burst, atMs: number): Heard {
  const isNear = atMs - burst.lastMs < GAP_MS;
  const text = burst.text.trimEnd();
  if (text === '' || !isNear) return { burst: NO_BURST, isSwallowed: isNear };
  return {
    burst: { text: '', lastMs: atMs },
    isSwallowed: true,
    ...(text.length >= LEAST_SIGNS ? { scan: text } : {}),
  };
}

/**
 * Hears one key. Nothing here is typed on real keys, so every sign belongs to the reader; Enter and the space bar are
 * the reader's when they follow a sign at its pace, and press a button otherwise. So is any other key, which writes no
 * sign: a reader parts the fields of a card by Tab or by Ctrl and another key (GS is Ctrl and ]), and a space parts them here.
 */
export function hear(burst: Burst, press: KeyPress): Heard {
  if (press.key === 'Enter') return hearEnter(burst, press.atMs);
  const isFast = burst.text !== '' && press.atMs - burst.lastMs < GAP_MS;
  const sign = signOf(press) ?? (isFast ? ' ' : undefined);
  if (sign === undefined || MODIFIER.test(press.key)) return { burst, isSwallowed: false };
  const text = isFast ? (burst.text + sign).slice(0, MOST_SIGNS) : sign;
  return { burst: { text, lastMs: press.atMs }, isSwallowed: isFast || sign !== ' ' };
}
