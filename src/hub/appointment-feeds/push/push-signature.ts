import { createHmac, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';

/** How far a delivery's timestamp may lie from the hub's clock, either way. */
export const PUSH_WINDOW_MS = 300_000;

/** What stands in the headers of a delivery. */
export interface DeliveryMark {
  readonly id: string;
  /** As it was written, because the signature is over that text. */
  readonly timestamp: string;
  readonly signature: Buffer;
}

/** The mark of a delivery, or what is missing in it. */
export function readMark(headers: IncomingHttpHeaders): DeliveryMark | 'badRequest' | 'badSignature' {
  const id = String(headers['x-markaz-delivery'] ?? '');
  const timestamp = String(headers['x-markaz-timestamp'] ?? '');
  const hex = /^v1=([0-9a-f]{64})$/i.exec(String(headers['x-markaz-signature'] ?? ''))?.[1];
  if (!/^[\x21-\x7e]{1,100}$/.test(id) || !/^\d{1,11}$/.test(timestamp)) return 'badRequest';
  return hex === undefined ? 'badSignature' : { id, timestamp, signature: Buffer.from(hex, 'hex') };
}

export const isInWindow = ({ timestamp }: DeliveryMark, nowAt: number): boolean =>
  Math.abs(Number(timestamp) * 1000 - nowAt) <= PUSH_WINDOW_MS;

/** Compared in constant time, so that the time to a refusal tells nothing of the right signature. */
export const isSigned = ({ timestamp, signature }: DeliveryMark, body: Buffer, secret: string): boolean =>
  timingSafeEqual(createHmac('sha256', secret).update(`${timestamp}.`).update(body).digest(), signature);
