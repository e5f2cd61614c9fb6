import { createHmac } from 'node:crypto';

export const PUSH_SECRET = 'a-secret-of-the-tests';

/** The headers of a delivery, signed as docs/openapi/booking-app.yaml says. */
export const deliveryHeaders = (body: string | Uint8Array, id: string, atMs: number, secret = PUSH_SECRET) => {
  const timestamp = String(Math.floor(atMs / 1000));
  const signature = createHmac('sha256', secret).update(`${timestamp}.`).update(body).digest('hex');
  return {
    'content-type': 'application/json',
    'x-markaz-delivery': id,
    'x-markaz-timestamp': timestamp,
    'x-markaz-signature': `v1=${signature}`,
  };
};
