import type { Socket } from 'socket.io-client';
import type { Display } from '../../tests/faults/checker/evidence.ts';

/** How long nothing has to come before a board counts as told of everything. */
const QUIET_MS = 700;

interface Told {
  readonly name: string;
  readonly stamp: { readonly seq: number };
  readonly value: { readonly counters?: readonly { readonly id: number; readonly label: string | null }[] };
}

/** A board that writes down up to which event it was told, and whom it shows. */
export function watchingBoard(name: string, socket: Socket) {
  const seqs: number[] = [];
  let shown: Display['shown'] = [];
  let toldMs = 0;
  // What it shows from before it was cut off is not what is there.
  socket.on('connect', () => (toldMs = performance.now()));
  socket.on('view', ({ name: view, stamp, value }: Told) => {
    seqs.push(stamp.seq);
    toldMs = performance.now();
    if (view === 'board') shown = (value.counters ?? []).map(({ id, label }) => ({ counterId: id, label }));
  });
  return {
    /** What it shows once nothing has come for a while; its link ends then. */
    async settled(): Promise<Display> {
      // Whoever was answered a moment ago may not be shown yet, however long nothing had come before.
      toldMs = performance.now();
      while (!socket.connected || performance.now() - toldMs < QUIET_MS) {
        await new Promise((done) => setTimeout(done, 50));
      }
      socket.close();
      return { name, seqs, shown };
    },
  };
}
