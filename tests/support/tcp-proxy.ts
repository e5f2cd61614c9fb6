import { onTestFinished } from 'vitest';
import { openTcpProxy } from '../../scripts/faults/network/tcp-proxy.ts';

/** A link that a test can spoil; it ends with the test. */
export async function tcpProxy(to: { readonly port: number }) {
  const proxy = await openTcpProxy(to);
  onTestFinished(proxy.close);
  return proxy;
}
