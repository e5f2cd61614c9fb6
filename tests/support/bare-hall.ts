import { join } from 'node:path';
import { v7 as newId } from 'uuid';
import type { Centre } from '../../src/domain/centre.ts';
import { mediaOf } from '../../src/hub/boards/media.ts';
import { type HallHooks, openHall, setUp } from '../../src/hub/hall.ts';
import { demoClock } from '../../src/hub/time/clock.ts';
import type { CommandName, Payload } from '../../src/protocol/commands.ts';
import type { Sender } from '../../src/hub/sender.ts';
import type { Result } from '../../src/protocol/replies.ts';
import { PROTOCOL_VERSION } from '../../src/protocol/version.ts';
import { MIGRATIONS } from './folder.ts';
import { MONDAY_TEN, wishFor } from './test-hub.ts';

const MINUTE = 60_000;

type Place =
  | { readonly screen: 'kiosk'; readonly kioskId: number }
  | { readonly screen: 'operator'; readonly counterId: number };

/** What a hall asks of what is around it, where nothing is. */
export const quietHooks = (folder: string): HallHooks => ({
  printerOf: () => 'preview',
  slipPlaceOf: (counterId) => ({ counterId }),
  waitFor: () => null,
  waitForBooked: () => null,
  waitOf: () => null,
  alarmOf: () => undefined,
  approvals: null,
  unseal: () => undefined,
  pairing: null,
  committed: () => undefined,
  media: mediaOf(join(folder, 'media')),
});

/** A hall without its network: what many screens would do is done at once, and nothing is pushed. */
export async function bareHall(centre: Centre, folder: string) {
  const clock = demoClock(MONDAY_TEN, 0);
  const hall = openHall({ centre, folder, migrations: MIGRATIONS, clock }, quietHooks(folder));
  await hall.byHub((context) => setUp(context, centre));
  /** The result of a command, or nothing where it was refused. */
  async function send<Name extends CommandName>(place: Place, name: Name, payload: Payload<Name>): Promise<Result> {
    const hand = { staff: null, sessionHash: null, deviceId: null, role: place.screen } as const;
    const from: Sender = { version: PROTOCOL_VERSION, device: 'test', ...hand, ...place };
    const reply = await hall.submit(from, { id: newId(), name, payload });
    return reply.ok ? reply.result : {};
  }
  return { hall, clock, send };
}

type BareHall = Awaited<ReturnType<typeof bareHall>>;

/** So many citizens, in turn for every service that asks for no CNIC; each fifth is of a class. */
export function takeTokens({ hall: { centre }, send }: BareHall, count: number): Promise<unknown> {
  const services = centre.services.filter(({ identity }) => identity !== 'required');
  const wish = (i: number) =>
    wishFor(
      services[i % services.length]?.id ?? '',
      i % 5 === 0 ? [centre.classes[i % centre.classes.length]?.id ?? ''] : [],
    );
  return Promise.all(Array.from({ length: count }, (_, i) => send({ screen: 'kiosk', kioskId: 1 }, 'issue', wish(i))));
}

/** A hall at work for twenty minutes: most counters serve, some have called, some idle, some are on a break or closed. */
export async function fillHall(bare: BareHall): Promise<void> {
  const { hall, clock, send } = bare;
  await takeTokens(bare, 240);
  clock.turnTo(MONDAY_TEN + 12 * MINUTE);
  for (const [i, { id }] of hall.centre.counters.entries()) {
    const at = { screen: 'operator', counterId: id } as const;
    if (i % 16 === 15) continue;
    await send(at, 'openCounter', { operator: i % 3 === 0 ? 'محمد عثمان غنی' : `Muhammad Usman ${i}` });
    if (i % 16 === 14) await send(at, 'takeBreak', {});
    if (i % 16 >= 13) continue;
    const { tokenId } = (await send(at, 'call', {})) as { readonly tokenId?: number };
    if (tokenId !== undefined && i % 6 !== 5) await send(at, 'start', { tokenId });
  }
  clock.turnTo(MONDAY_TEN + 20 * MINUTE);
}
