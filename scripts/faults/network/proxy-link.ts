import type { Cut, Link } from './link.ts';
import { openTcpProxy } from './tcp-proxy.ts';

type Proxy = Awaited<ReturnType<typeof openTcpProxy>>;

/** A link through the project's own proxy, where no networks of their own can be had. What is on its way when it heals comes late. */
export function proxyLink(): Link {
  let proxy: Proxy | undefined;
  return {
    hub: undefined,
    machine: undefined,
    async address(port) {
      proxy ??= await openTcpProxy({ port });
      return `https://127.0.0.1:${proxy.port}`;
    },
    cut: (cut: Cut) =>
      proxy?.set({ ...(cut === 'down' ? {} : { up: 'hold' }), ...(cut === 'up' ? {} : { down: 'hold' }) }),
    heal: () => proxy?.set({ up: 'pass', down: 'pass' }),
    close: () => proxy?.close(),
  };
}
