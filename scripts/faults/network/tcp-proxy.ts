import { connect, createServer, type Socket } from 'node:net';

/** What becomes of what comes from one end: passed on, held back until it is passed on again, or thrown away. */
export type Way = 'pass' | 'hold' | 'drop';

/** A link that can be spoilt: each direction by itself, its delay, and cuts. It listens on this machine alone. */
export async function openTcpProxy(to: { readonly port: number }) {
  const ways: Record<'up' | 'down', Way> = { up: 'pass', down: 'pass' };
  const held: Record<'up' | 'down', (() => void)[]> = { up: [], down: [] };
  const pairs = new Set<readonly [Socket, Socket]>();
  let delayMs = 0;
  let isRefusing = false;
  const carry = (from: Socket, into: Socket, way: 'up' | 'down') => {
    const pass = (piece: Buffer) => void (into.destroyed || into.write(piece));
    from.on('data', (piece: Buffer) => {
      const write = () => (delayMs === 0 ? pass(piece) : void setTimeout(pass, delayMs, piece));
      if (ways[way] === 'pass') write();
      else if (ways[way] === 'hold') held[way].push(write);
    });
    from.on('close', () => into.destroy());
    from.on('error', () => into.destroy());
  };
  const server = createServer((near) => {
    if (isRefusing) return near.destroy();
    const far = connect(to.port, '127.0.0.1');
    const pair = [near, far] as const;
    pairs.add(pair);
    near.on('close', () => pairs.delete(pair));
    carry(near, far, 'up');
    carry(far, near, 'down');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const cut = () => pairs.forEach(([near, far]) => (near.destroy(), far.destroy()));
  return {
    port: (server.address() as { port: number }).port,
    /** From the screen to the hub is `up`. What was held is passed on as soon as that way passes again. */
    set(change: Partial<Record<'up' | 'down', Way>>): void {
      Object.assign(ways, change);
      for (const way of ['up', 'down'] as const) {
        if (ways[way] === 'pass') held[way].splice(0).forEach((write) => write());
      }
    },
    /** Of each direction. */
    delay: (ms: number) => void (delayMs = ms),
    cut,
    close(): void {
      cut();
      server.close();
    },
    /** Nobody gets through any more, until `false`. */
    refuse(is: boolean): void {
      isRefusing = is;
      if (is) cut();
    },
  };
}
