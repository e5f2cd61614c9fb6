import type { Pairing } from './pair.ts';

/** How a paired machine speaks with its hub: it trusts that hub's authority alone, and shows its own certificate. */
export const tlsOptions = ({ authority, key, cert }: Pairing) =>
  ({ ca: authority, key, cert, rejectUnauthorized: true, minVersion: 'TLSv1.3' }) as const;
