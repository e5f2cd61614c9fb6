/** Bytes with less time than this between them came together: a serial line gives each alone. */
const TOGETHER_MS = 25;
/** As many as are kept: who says more without a pause makes noise. */
const MOST = 512;

/** Gathers the bytes that come together, and hands them on as one. */
export function together(hand: (bytes: Uint8Array) => void) {
  let held: number[] = [];
  let timer: NodeJS.Timeout | undefined;
  return {
    take(bytes: Uint8Array): void {
      held = [...held, ...bytes].slice(0, MOST);
      clearTimeout(timer);
      timer = setTimeout(() => {
        const all = Uint8Array.from(held);
        held = [];
        hand(all);
      }, TOGETHER_MS);
    },
    end: () => clearTimeout(timer),
  };
}
