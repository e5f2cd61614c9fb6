import { once } from 'node:events';
import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { onTestFinished } from 'vitest';

/** Listens on a free port of this machine until the test is over. */
export async function listen(handle: RequestListener): Promise<string> {
  const server = createServer(handle).listen(0, '127.0.0.1');
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  await once(server, 'listening');
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

interface Asked {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

/** A backend that answers as the test says, and writes down what it was asked. */
export async function backendServer(answer: (asked: Asked, res: ServerResponse) => void) {
  const asked: Asked[] = [];
  const url = await listen((req, res) => {
    void text(req).then((body) => {
      const one = { method: req.method ?? '', url: req.url ?? '', headers: req.headers, body };
      asked.push(one);
      answer(one, res);
    });
  });
  return { url, asked };
}

export function sendJson(res: ServerResponse, value: unknown, headers: Record<string, string> = {}): void {
  res.writeHead(200, { 'content-type': 'application/json', ...headers });
  res.end(JSON.stringify(value));
}
