import { createHmac } from 'node:crypto';

/** What proves an epoch of a log to every hub that holds the log's key (hex). */
export const sealOfEpoch = (key: Buffer, hubId: string, epoch: number): string =>
  createHmac('sha256', key).update(`epoch:${hubId}:${epoch}`).digest('hex');
