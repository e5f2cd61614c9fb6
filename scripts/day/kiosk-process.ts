import { PROTOCOL_VERSION } from '../../src/protocol/version.ts';
import type { HubClient } from '../../src/renderer/hub-client.ts';
import { join, send, takePart } from './participant.ts';

/** The kiosks of the centre: every arrival is a citizen who takes a token. */
takePart(async (message) => {
  if (message.kind !== 'kiosks') throw new Error('Not the kiosks.');
  const { arrivals, url } = message;
  const kiosks = new Map<number, HubClient>();
  for (const kioskId of new Set(arrivals.map((arrival) => arrival.kioskId))) {
    const handshake = { screen: 'kiosk', version: PROTOCOL_VERSION, device: `kiosk-${kioskId}`, kioskId } as const;
    kiosks.set(kioskId, await join(handshake, url));
  }
  let next = 0;
  return {
    async tick(at) {
      const due = arrivals.slice(next).filter((arrival) => arrival.at <= at);
      next += due.length;
      await Promise.all(
        due.map(({ kioskId, serviceId, classes, language, bookingCode, cnic }) => {
          const kiosk = kiosks.get(kioskId) as HubClient;
          if (bookingCode) return send(kiosk, 'checkInBooking', { by: { kind: 'code', code: bookingCode } });
          const identity = cnic === undefined ? {} : { cnic };
          return send(kiosk, 'issue', { serviceIds: [serviceId], classes: [...classes], language, ...identity });
        }),
      );
      return { nextAt: arrivals[next]?.at ?? null, open: 0 };
    },
  };
});
