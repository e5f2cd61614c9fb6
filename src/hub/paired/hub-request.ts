import { X509Certificate } from 'node:crypto';
import { request } from 'node:https';
import type { TLSSocket } from 'node:tls';

/** Nothing that is asked here is answered at such a length. */
const MOST_CHARACTERS = 65_536;

export interface HubAnswer {
  readonly status: number;
  readonly body: unknown;
  /** The authority that signed the certificate which the hub showed (PEM); undefined when none did. */
  readonly authority: string | undefined;
}

/** The authority that a hub shows beside its certificate, if it did sign that. */
function authorityOf(socket: TLSSocket): string | undefined {
  const shown = socket.getPeerCertificate(true);
  const issuer = shown.issuerCertificate;
  if (!shown.raw || !issuer?.raw) return undefined;
  const [own, authority] = [new X509Certificate(shown.raw), new X509Certificate(issuer.raw)];
  return own.checkIssued(authority) && own.verify(authority.publicKey) ? authority.toString() : undefined;
}

interface Asking {
  readonly method: 'GET' | 'POST';
  readonly body?: object;
  readonly authority?: string;
  /** Key and certificate of this machine, where it shows them. */
  readonly device?: { readonly key?: string; readonly cert?: string };
}

/**
 * Asks a hub something over TLS. Without `authority` it is not known yet whose hub it is: whoever asks shows the words
 * of the key that was met, and people compare them.
 */
export function askHub(url: string, { method, body, authority, device = {} }: Asking): Promise<HubAnswer> {
  const text = body ? JSON.stringify(body) : '';
  const trust = authority === undefined ? { rejectUnauthorized: false } : { ca: authority, ...device };
  return new Promise((resolve, reject) => {
    const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) };
    const req = request(
      url,
      { method, headers, timeout: 10_000, agent: false, minVersion: 'TLSv1.3', ...trust },
      (res) => {
        const met = authorityOf(res.socket as TLSSocket);
        let answer = '';
        res.setEncoding('utf8');
        res.on('data', (piece: string) => {
          answer += piece;
          if (answer.length > MOST_CHARACTERS) req.destroy(new Error('The answer is too long for one of a hub.'));
        });
        res.on('error', reject);
        res.on('end', () => {
          try {
            resolve({ status: res.statusCode ?? 0, body: JSON.parse(answer), authority: met });
          } catch {
            reject(new Error(`The hub answered ${res.statusCode}, which is no answer of a hub.`));
          }
        });
      },
    );
    req.on('timeout', () => req.destroy(new Error('The hub does not answer.')));
    req.on('error', reject);
    req.end(text);
  });
}
