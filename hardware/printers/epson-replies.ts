/** What a printer sends back: to DLE EOT, to GS r 1, by itself (ASB), to GS ( H, to GS I 66. */
export type Reply =
  | { readonly kind: 'realtime' | 'paper'; readonly byte: number }
  | { readonly kind: 'asb'; readonly bytes: readonly number[] }
  | { readonly kind: 'process' | 'maker'; readonly text: string };

const XON = 0x11;
const XOFF = 0x13;
/** How a block begins: the answer to GS ( H has a second byte before its id, that to GS I none before its text. */
const BLOCK = 0x37;
const PROCESS = 0x22;
const NAME = 0x5f;
const NUL = 0x00;
const ASB_LENGTH = 4;
/** Longer than any block that is understood: what has no end by then is noise. */
const MOST_BLOCK = 80;

// The fixed bits tell the answers apart (Epson's reference, "ESC/POS transmission status").
const isRealtime = (byte: number): boolean => (byte & 0x93) === 0x12;
const isAsbHead = (byte: number): boolean => (byte & 0x93) === 0x10;
const isPaper = (byte: number): boolean => (byte & 0x90) === 0;

/** Reads a printer's bytes as they come, and tells each answer; what is none of them is passed over. */
export function replyReader(tell: (reply: Reply) => void): (bytes: Uint8Array) => void {
  let held: number[] = [];

  function endBlock(): void {
    const [head, ...text] = held;
    held = [];
    if (head === NAME) tell({ kind: 'maker', text: String.fromCharCode(...text) });
    else if (text[0] === PROCESS) tell({ kind: 'process', text: String.fromCharCode(...text.slice(1)) });
  }

  /** Goes on with an answer of several bytes; whether the byte belonged to it. */
  function goOn(byte: number): boolean {
    if (held[0] === BLOCK || held[0] === NAME) {
      if (byte === NUL || held.length === MOST_BLOCK) endBlock();
      else held.push(byte);
      return true;
    }
    if (held.length === 0) return false;
    if (!isPaper(byte)) {
      held = [];
      return false;
    }
    held.push(byte);
    if (held.length === ASB_LENGTH) {
      tell({ kind: 'asb', bytes: held });
      held = [];
    }
    return true;
  }

  function begin(byte: number): void {
    if (byte === XON || byte === XOFF) return;
    if (byte === BLOCK || byte === NAME || isAsbHead(byte)) held = [byte];
    else if (isRealtime(byte)) tell({ kind: 'realtime', byte });
    else if (isPaper(byte)) tell({ kind: 'paper', byte });
  }

  return (bytes) => {
    for (const byte of bytes) if (!goOn(byte)) begin(byte);
  };
}
