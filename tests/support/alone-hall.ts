import { v7 as newId } from 'uuid';
import type { Centre } from '../../src/domain/centre.ts';
import { bookingDesk } from '../../src/hub/cases/booking-desk.ts';
import { sealKeyOf } from '../../src/hub/alone/seal-key.ts';
import { readBooking } from '../../src/hub/appointment-feeds/read-booking.ts';
import { openHall, setUp } from '../../src/hub/hall.ts';
import type { Sender } from '../../src/hub/sender.ts';
import { demoClock } from '../../src/hub/time/clock.ts';
import type { AloneToken, GivenLease } from '../../src/protocol/alone.ts';
import type { CommandName, Payload } from '../../src/protocol/commands.ts';
import type { Result } from '../../src/protocol/replies.ts';
import { PROTOCOL_VERSION } from '../../src/protocol/version.ts';
import { quietHooks } from './bare-hall.ts';
import { MIGRATIONS, testFolder } from './folder.ts';
import { JOURNEY_CENTRE } from './journey-centre.ts';
import { MONDAY_TEN } from './test-hub.ts';

/** The machine of a kiosk, as the hub knows it. */
export const machine = (deviceId: number | null, kioskId = 1): Sender => ({
  screen: 'kiosk',
  version: PROTOCOL_VERSION,
  device: `kiosk-${deviceId}`,
  kioskId,
  role: 'kiosk',
  staff: null,
  sessionHash: null,
  deviceId,
});

/** A console at counter 1. */
export const CONSOLE: Sender = {
  screen: 'operator',
  version: PROTOCOL_VERSION,
  device: 'console',
  counterId: 1,
  role: 'operator',
  staff: null,
  sessionHash: null,
  deviceId: null,
};

/** A hall without a network, at which machines of kiosks ask for leases and tell what they gave. */
export async function aloneHall(centre: Centre = JOURNEY_CENTRE, folder = testFolder()) {
  const clock = demoClock(MONDAY_TEN, 0);
  const seal = sealKeyOf(folder);
  const hooks = { ...quietHooks(folder), unseal: seal.open };
  const hall = openHall({ centre, folder, migrations: MIGRATIONS, clock }, hooks);
  await hall.byHub((context) => setUp(context, centre));
  const send = <Name extends CommandName>(from: Sender, name: Name, payload: Payload<Name>, id = newId()) =>
    hall.submit(from, { id, name, payload });
  /** The result of a yes. @throws the code of a no. */
  async function done<Name extends CommandName>(from: Sender, name: Name, payload: Payload<Name>): Promise<Result> {
    const reply = await send(from, name, payload);
    if (!reply.ok) throw new Error(reply.error.code);
    return reply.result;
  }
  const leaseFor = async (from: Sender, held: Payload<'lease'>['held'] = null): Promise<GivenLease> => {
    const { lease } = await done(from, 'lease', { held });
    if (!lease) throw new Error('no lease');
    return lease;
  };
  /** What is told of a number that was given by a lease, now unless something else is said. */
  const given = (lease: GivenLease, number: number, change: Partial<AloneToken> = {}): AloneToken => ({
    lease: { id: lease.id, turn: lease.turn, serviceDay: lease.serviceDay, mark: lease.mark },
    series: `A${lease.mark}${lease.kioskId}`,
    number,
    at: clock.at(),
    contact: { at: MONDAY_TEN, queueAt: 0 },
    forCommand: newId(),
    slips: [{ outcome: 'confirmed', at: clock.at() }],
    ...change,
  });
  const book = (...rows: readonly unknown[]) =>
    bookingDesk(hall, 'csv', () => undefined).take(rows.map((row, index) => readBooking(row, `row ${index}`)));
  return { hall, clock, seal, folder, send, done, leaseFor, given, book };
}
