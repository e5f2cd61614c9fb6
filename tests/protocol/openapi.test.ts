import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { readBooking } from '../../src/hub/appointment-feeds/read-booking.ts';
import { pushFeed } from '../../src/hub/appointment-feeds/push-feed.ts';
import {
  bookingPageSchema,
  bookingPushSchema,
  bookingSchema,
  slotPageSchema,
} from '../../src/protocol/booking-schema.ts';
import { PUSH_CODES, PUSH_WORDS } from '../../src/protocol/push-codes.ts';
import { listen } from '../support/bookings/backend-server.ts';
import { bookingApp } from '../support/bookings/booking-app.ts';
import { FakeDesk } from '../support/bookings/fake-desk.ts';
import { ROOT } from '../support/folder.ts';
import { deliveryHeaders, PUSH_SECRET } from '../support/bookings/push-delivery.ts';

interface Content {
  readonly 'application/json': {
    readonly schema: { readonly $ref?: string };
    readonly examples?: Readonly<Record<string, { readonly value: unknown }>>;
  };
}
interface Operation {
  readonly tags: readonly ['backend' | 'hub' | 'app'];
  readonly requestBody?: { readonly content: Content };
  readonly responses: Readonly<Record<string, { readonly content?: Content }>>;
}
interface Doc {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: {
    readonly schemas: Readonly<Record<string, object>>;
    readonly responses: Readonly<Record<string, { readonly description: string; readonly content: Content }>>;
  };
}

const DOC = parse(readFileSync(join(ROOT, 'docs/openapi/booking-app.yaml'), 'utf8')) as Doc;
const SCHEMAS: Readonly<Record<string, z.ZodType>> = {
  Booking: bookingSchema,
  BookingPage: bookingPageSchema,
  BookingPush: bookingPushSchema,
  SlotPage: slotPageSchema,
};
/** The hub's own listener serves it, and is tested there. */
const SERVED_BY_THE_HUB = ['GET /api/slots'];

const operations = Object.entries(DOC.paths).flatMap(([path, methods]) =>
  Object.entries(methods)
    .filter(([method]) => ['get', 'put', 'post'].includes(method))
    .map(([method, operation]) => ({ path, method: method.toUpperCase(), operation })),
);

const examplesOf = (content: Content | undefined) =>
  Object.values(content?.['application/json'].examples ?? {}).map(({ value }) => ({
    name: content?.['application/json'].schema.$ref?.split('/').at(-1) ?? '',
    value,
  }));
const examples = operations.flatMap(({ operation }) => [
  ...examplesOf(operation.requestBody?.content),
  ...Object.values(operation.responses).flatMap(({ content }) => examplesOf(content)),
]);

const requestOf = (operation: Operation | undefined): string =>
  JSON.stringify(examplesOf(operation?.requestBody?.content)[0]?.value);

/** What the program checks with, without the long pattern that only repeats the format. */
function plainSchema(schema: z.ZodType): object {
  const text = JSON.stringify(z.toJSONSchema(schema), (key, value: unknown) =>
    key === '$schema' || key === 'pattern' ? undefined : value,
  );
  return JSON.parse(text) as object;
}

describe('the description of both directions of appointments', () => {
  it.each(Object.keys(SCHEMAS))('describes %s as it is checked', (name) => {
    expect(DOC.components.schemas[name]).toEqual(plainSchema(SCHEMAS[name] ?? z.never()));
  });

  it('gives examples that pass the checks', () => {
    const checked = examples.filter(({ name }) => name in SCHEMAS);
    expect(checked.length).toBeGreaterThanOrEqual(5);
    for (const { name, value } of checked) expect(SCHEMAS[name]?.safeParse(value).error).toBeUndefined();
    const page = bookingPageSchema.parse(checked.find(({ name }) => name === 'BookingPage')?.value);
    for (const booking of page.bookings) expect(readBooking(booking, 'row 1')).toHaveProperty('booking');
  });

  it('names nothing that it does not hold', () => {
    const refs = [...JSON.stringify(DOC).matchAll(/"\$ref":"#\/components\/(\w+)\/(\w+)"/g)];
    expect(refs.length).toBeGreaterThan(10);
    for (const [, kind = '', name = ''] of refs) {
      expect(Object.keys((DOC.components as unknown as Record<string, object>)[kind] ?? {})).toContain(name);
    }
  });

  it('shows the webhook as it answers', async () => {
    const now = Date.parse('2026-11-22T20:00:00+05:00');
    const feed = pushFeed({ secret: PUSH_SECRET, desk: new FakeDesk(), nowAt: () => now });
    feed.start();
    const url = await listen((req, res) => feed.handle(req, res));
    const operation = DOC.paths['/feeds/bookings']?.['post'];
    const body = requestOf(operation);
    const post = async () => {
      const response = await fetch(url, { method: 'POST', body, headers: deliveryHeaders(body, 'd1', now) });
      return { status: response.status, said: await response.json() };
    };
    expect(await post()).toEqual({ status: 200, said: examplesOf(operation?.responses['200']?.content)[0]?.value });
    const { content, description } = DOC.components.responses['NotTaken'] ?? { content: undefined, description: '' };
    const refusal = { status: 409, said: examplesOf(content)[0]?.value };
    expect(await post()).toEqual(refusal);
    expect(refusal.said).toMatchObject({ error: { message: PUSH_WORDS.replayed } });
    for (const code of PUSH_CODES) expect(description).toContain(`\`${code}\``);
  });

  it('describes nothing that is not served', async () => {
    const app = await bookingApp(['--generate', '3']);
    const page = bookingPageSchema.parse(await (await fetch(`${app.url}/centres/lahore/bookings`)).json());
    const [first] = page.bookings;
    const code = bookingSchema.parse(first).sourceId;
    const statusOf = async ({ path, method, operation }: (typeof operations)[number]): Promise<number> => {
      const url = app.url + path.replace('{centreId}', 'lahore').replace('{code}', code);
      const body = operation.requestBody ? { body: requestOf(operation) } : {};
      return (await fetch(url, { method, headers: { 'content-type': 'application/json' }, ...body })).status;
    };
    const ours = operations.filter(({ operation }) => operation.tags[0] !== 'hub');
    expect(ours).toHaveLength(7);
    const slotsFirst = ours.toSorted((one, other) => Number(other.method === 'PUT') - Number(one.method === 'PUT'));
    for (const one of slotsFirst) {
      const status = await statusOf(one);
      const answers = Object.keys(one.operation.responses).map(Number);
      expect([one.path, one.method, status === 404, answers.includes(status)]).toEqual([
        one.path,
        one.method,
        false,
        true,
      ]);
    }
    const hubs = operations.filter(({ operation }) => operation.tags[0] === 'hub');
    expect(hubs.map(({ path, method }) => `${method} ${path}`)).toEqual(['POST /feeds/bookings', ...SERVED_BY_THE_HUB]);
  });
});
