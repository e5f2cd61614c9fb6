import { PROTOCOL_VERSION } from '../../src/protocol/version.ts';
import { connectHub } from '../../src/renderer/hub-client.ts';

export interface DayClock {
  /** The hub's time as last heard, run on at its rate. */
  at(): number;
  /** Waits for that time, or turns the clock to it where the day runs as fast as it can. Gives the time reached. */
  reach(at: number): Promise<number>;
  close(): void;
}

/** Takes hold of a demo hub's clock. @throws in words when the hub's clock is real, or no hub answers. */
export async function joinClock(url: string, rate: number): Promise<DayClock> {
  const client = connectHub({ screen: 'clock', version: PROTOCOL_VERSION, device: 'day-clock' }, url);
  await new Promise<void>((resolve, reject) => {
    const late = setTimeout(() => reject(new Error(`No hub answers at ${url}.`)), 10_000);
    client.subscribe(() => {
      const { isLive, refusal } = client.getState();
      if (refusal)
        reject(new Error(`${refusal.message.en} (${refusal.code}) Start one with: npm run hub -- --demo --clock 60`));
      if (isLive || refusal) clearTimeout(late);
      if (isLive) resolve();
    });
  });
  const heard = () => client.getState();
  const at = () => (heard().stamp?.at ?? 0) + (rate === 0 ? 0 : (performance.now() - heard().heardMs) * rate);
  let turnedTo = at();
  return {
    at: () => (rate === 0 ? turnedTo : at()),
    async reach(wanted) {
      if (rate === 0) {
        // Whole seconds: what falls into one second happens at once, as it does in a hall.
        turnedTo = Math.max(turnedTo, Math.ceil(wanted / 1000) * 1000);
        const reply = await client.send('turnDemoClock', { toAt: turnedTo });
        if (!reply.ok) throw new Error(reply.error.message.en);
        return turnedTo;
      }
      while (at() < wanted)
        await new Promise((resolve) => setTimeout(resolve, Math.min(1_000, (wanted - at()) / rate + 1)));
      return at();
    },
    close: () => client.close(),
  };
}
