import { once } from 'node:events';
import { createServer } from 'node:net';

/** Systems give links that go out their ports from above these (Linux from 32,768 on, others from 49,152). */
const [FIRST, PORTS] = [20_000, 12_000];

/**
 * A port of this machine that nobody listens on, and that no link which goes out will be given: whoever stops listening
 * on it finds it free again.
 */
export async function freePort(): Promise<number> {
  const port = FIRST + Math.floor(Math.random() * PORTS);
  const server = createServer();
  const isFree = await new Promise<boolean>((settle) => {
    server.once('error', () => settle(false));
    server.listen(port, '127.0.0.1', () => settle(true));
  });
  if (!isFree) return freePort();
  server.close();
  await once(server, 'close');
  return port;
}
