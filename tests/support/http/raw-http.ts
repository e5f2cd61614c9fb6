import { connect } from 'node:net';

/** Sends bytes as they are, which `fetch` would not, and gives what comes back until the line is closed. */
export function rawHttp(port: number, text: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(text));
    let answer = '';
    socket.on('data', (bytes) => (answer += bytes.toString('latin1')));
    socket.on('error', reject);
    socket.on('close', () => resolve(answer));
  });
}

/** A request for a path as it stands, of which nothing is made shorter. */
export const getRaw = (port: number, path: string, headers = `Host: 127.0.0.1:${port}\r\n`): Promise<string> =>
  rawHttp(port, `GET ${path} HTTP/1.1\r\n${headers}Connection: close\r\n\r\n`);

export const statusOf = (answer: string): number => Number(/^HTTP\/1\.1 (\d{3})/.exec(answer)?.[1] ?? 0);
