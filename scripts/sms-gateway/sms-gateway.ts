/**
 * An example of what hangs on the hub's webhooks: takes signed deliveries and writes the messages that it would send, a
 * JSON line each. A gateway of your own keeps the phones of its bookings and sends instead of writing.
 */
import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { parseArgs } from 'node:util';
import { messageOf, type News } from './messages.ts';
import { isSigned, seenIds } from './verify.ts';

const HELP = `Usage: MARKAZ_WEBHOOK_SECRET=whsec_… npm run sms-gateway -- [--port 4860] [--phones FILE] [--any-age]

Takes what the hub tells of tokens at POST /markaz and writes the messages that it would send. FILE is JSON: booking id
to phone. --any-age: also what happened long ago, for a hub whose demo clock is elsewhere.
`;

const MOST_BYTES = 65_536;

const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '4860' },
    phones: { type: 'string' },
    'any-age': { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});
const secret = process.env['MARKAZ_WEBHOOK_SECRET'] ?? '';
if (values.help || secret === '') {
  console.error(HELP);
  process.exit(values.help ? 0 : 2);
}
const phones = (values.phones === undefined ? {} : JSON.parse(readFileSync(values.phones, 'utf8'))) as Record<
  string,
  string
>;
const seen = seenIds();

async function bodyOf(req: IncomingMessage): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of req as AsyncIterable<Buffer>) {
    bytes += chunk.byteLength;
    if (bytes > MOST_BYTES) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** Takes a delivery; gives the status to answer with. Everything but 2xx makes the hub send it again. */
async function take(req: IncomingMessage): Promise<number> {
  if (req.method !== 'POST' || req.url !== '/markaz') return 404;
  const body = await bodyOf(req);
  if (!body) return 413;
  if (!isSigned(String(req.headers['markaz-signature']), body, secret, Date.now())) return 401;
  const news = JSON.parse(body.toString()) as News;
  // The id in the body is signed; the one in the header is not.
  if (seen.has(news.id)) return 200;
  const message = messageOf(news, values['any-age'] ? news.at : Date.now());
  const { bookingId } = news.token;
  if (message) console.log(JSON.stringify({ to: phones[bookingId ?? ''] ?? null, bookingId, ...message }));
  // Only now: one that could not be sent has to come again.
  seen.add(news.id);
  return 200;
}

const server = createServer({ requestTimeout: 10_000 }, (req, res) => {
  take(req).then(
    (status) => res.writeHead(status).end(),
    () => res.writeHead(500).end(),
  );
});
server.listen(Number(values.port), '127.0.0.1', () => {
  const { port } = server.address() as AddressInfo;
  console.error(`Listening on http://127.0.0.1:${port}/markaz`);
  process.send?.({ port });
});
