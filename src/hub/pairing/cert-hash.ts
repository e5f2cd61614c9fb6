import { createHash, X509Certificate } from 'node:crypto';

/** What a device is known by: the SHA-256 (hex) of its certificate, given as PEM text or DER bytes. */
export const certHashOf = (cert: string | Buffer): string =>
  createHash('sha256').update(new X509Certificate(cert).raw).digest('hex');
