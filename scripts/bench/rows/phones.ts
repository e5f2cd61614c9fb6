import { tokenKeyOf } from '../../../src/hub/citizen/token-key.ts';
import { readKey } from '../../../src/store/files/key-file.ts';
import { openHall } from '../hall/hall.ts';
import { quantile } from '../../quantile.ts';
import type { Row } from '../row.ts';
import { workerProcess } from '../worker-process.ts';

const PHONES = 2_000;
/** Tokens that they follow: in a full hall several of one family look at the same. */
const FOLLOWED = 200;
/** More than are called in all rounds: each call is news to all who are followed, who stand last. */
const BEFORE = 2_500;
const CALLS = { do: 'calls', ms: 8_000, issuesPerSecond: 2 } as const;

interface Calls {
  readonly latencies: readonly number[];
}

/** How long a call takes while two thousand phones follow tokens and two tokens a second are issued, and without them; and how often each of them is told what is new. */
export const phones: Row = {
  name: 'phones',
  figures: [
    {
      what: '2,000 phones watching, 2 tokens a second: call p99 ÷ with none',
      unit: '',
      wants: 'less',
      goal: 2,
      stop: 3,
    },
    // A phone is told at most every two seconds: fewer would be phones that were forgotten, not a hub with less to do.
    { what: '2,000 phones: news to each of them, a second', unit: '', wants: 'more', goal: 0.45, stop: 0.25 },
  ],
  async open(folder) {
    const { data, hub, consoles } = await openHall(folder);
    const clients = await consoles(2);
    await clients.ask({ do: 'stock', tokens: BEFORE + FOLLOWED, of: 1 });
    const key = readKey(data, 'person');
    const addresses = Array.from(
      { length: FOLLOWED },
      (_, i) => `http://127.0.0.1:${hub.ready.citizenPort}/api/tokens/${tokenKeyOf(key, BEFORE + i + 1)}/events`,
    );
    return {
      async round() {
        const without = quantile((await clients.ask<Calls>(CALLS)).latencies, 0.99);
        const watching = await workerProcess('clients/phones.ts', [String(PHONES), ...addresses]);
        const before = await watching.ask<{ heard: number }>({});
        const withPhones = quantile((await clients.ask<Calls>(CALLS)).latencies, 0.99);
        const after = await watching.ask<{ heard: number }>({});
        await watching.stop();
        const heardPerSecond = ((after.heard - before.heard) * 1_000) / CALLS.ms;
        return [
          { value: withPhones / without, parts: { withMs: withPhones, withoutMs: without } },
          { value: heardPerSecond / PHONES, parts: { heardPerSecond } },
        ];
      },
      stop: async () => void (await Promise.all([clients.stop(), hub.stop()])),
    };
  },
};
