import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { ROOT } from '../folder.ts';

const DAY = '2026-11-23';
const JSON_TYPE = { 'content-type': 'application/json' };

/** The stand-in for the province's app, in a process of its own, on the evening before a Monday. */
export async function bookingApp(args: readonly string[] = [], env: Readonly<Record<string, string>> = {}) {
  const fixed = ['--port', '0', '--day', DAY, '--clock-at', '2026-11-22T20:00:00+05:00'];
  const child = fork(join(ROOT, 'scripts/booking-app/booking-app.ts'), [...fixed, ...args], {
    silent: true,
    env: { ...process.env, ...env },
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  const [{ url }] = (await once(child, 'message')) as [{ url: string }];
  const send = (method: string, path: string, value: unknown) =>
    fetch(`${url}${path}`, { method, headers: JSON_TYPE, body: JSON.stringify(value) });
  return {
    url,
    child,
    send,
    fail: (mode: string) => send('POST', '/fail', { mode }),
    /** A page of slots, all of Domicile. */
    publish: (
      slots: readonly (readonly [time: string, capacity: number, booked?: number])[],
      madeAt = `${DAY}T07:00:00Z`,
    ) =>
      send('PUT', '/centres/lahore/slots', {
        centreId: 'lahore',
        madeAt,
        slots: slots.map(([time, capacity, booked = 0]) => ({
          serviceId: 'domicile',
          slotAt: slotAt(time),
          capacity,
          booked,
        })),
      }),
    async post(path: string, value: unknown): Promise<[number, Answer]> {
      const response = await send('POST', `/centres/lahore/${path}`, value);
      return [response.status, (await response.json()) as Answer];
    },
  };
}

interface Answer {
  readonly sourceId?: string;
  readonly slotAt?: string;
  readonly status?: string;
  readonly revision?: number;
  readonly error?: { readonly code: string; readonly message: { readonly en: string; readonly ur: string } };
}

/** A time of that Monday at the centre. */
export const slotAt = (time: string): string => `${DAY}T${time}:00+05:00`;

export const wish = (change: object = {}) => ({
  name: 'Ayesha Siddiqui',
  cnic: '35202-1234567-2',
  phone: '0300 1234567',
  serviceId: 'domicile',
  slotAt: slotAt('10:15'),
  language: 'ur',
  ...change,
});
