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
const isAsbRest = (byte: number): boolean => (byte & 0x90) === 0;
/** Its fixed bits are those of ASB; that the two undefined ones are not set either tells it from letters. */
const isPaper = (byte: number): boolean => (byte & 0xf0) === 0;

/** Whether bytes that came together can be answers: a printer is asked one thing of a kind at a time. */
const isOneOfEach = (replies: readonly Reply[]): boolean =>
  (['realtime', 'paper'] as const).every((kind) => replies.filter((reply) => reply.kind === kind).length < 2);

/**
 * Reads the bytes of a printer, those that came together at a time, and tells each answer. Where a byte among them
 * belongs to no answer, or two are of a kind, they are noise: then only blocks, with their beginning and end, count.
 */
export function replyReader(tell: (reply: Reply) => void): (bytes: Uint8Array) => void {
  let held: number[] = [];
  let replies: Reply[] = [];
  let isNoise = false;

  function endBlock(): void {
    const [head, ...text] = held;
    held = [];
    if (head === NAME) replies.push({ kind: 'maker', text: String.fromCharCode(...text) });
    else if (text[0] === PROCESS) replies.push({ kind: 'process', text: String.fromCharCode(...text.slice(1)) });
    else isNoise = true;
  }

  /** Goes on with an answer of several bytes; whether the byte belonged to it. */
  function goOn(byte: number): boolean {
    if (held[0] === BLOCK || held[0] === NAME) {
      if (byte === NUL || held.length === MOST_BLOCK) endBlock();
      else held.push(byte);
      return true;
    }
    if (held.length === 0) return false;
    if (!isAsbRest(byte)) {
      held = [];
      isNoise = true;
      return false;
    }
    held.push(byte);
    if (held.length === ASB_LENGTH) {
      replies.push({ kind: 'asb', bytes: held });
      held = [];
    }
    return true;
  }

  function begin(byte: number): void {
    if (byte === XON || byte === XOFF) return;
    if (byte === BLOCK || byte === NAME || isAsbHead(byte)) held = [byte];
    else if (isRealtime(byte)) replies.push({ kind: 'realtime', byte });
    else if (isPaper(byte)) replies.push({ kind: 'paper', byte });
    else isNoise = true;
  }

  return (bytes) => {
    replies = [];
    isNoise = false;
    for (const byte of bytes) if (!goOn(byte)) begin(byte);
    // What has begun like ASB and is not whole was none.
    if (held[0] !== undefined && isAsbHead(held[0])) [held, isNoise] = [[], true];
    const isClear = !isNoise && isOneOfEach(replies);
    for (const reply of replies) if (isClear || 'text' in reply) tell(reply);
  };
}
