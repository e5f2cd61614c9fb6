import { type AddressInfo, createServer } from 'node:net';
import { expect, onTestFinished } from 'vitest';
import { startHub } from '../../src/hub/hub.ts';
import type { HubOptions } from '../../src/hub/hub-parts.ts';
import { endOther } from '../../src/hub/standby/end-other.ts';
import { runStandby } from '../../src/hub/standby/run-standby.ts';
import { realClock } from '../../src/hub/time/clock.ts';
import { hubWithKiosk } from './alone.ts';
import { MIGRATIONS, SCREENS, testFolder } from './folder.ts';
import { approved, SECOND_PIN } from './staff.ts';
import { hubOptions } from './test-hub.ts';

const IN_TIME = { timeout: 20_000 };

/** A hub on the network, and a standby that was paired with it. */
export async function hubWithStandby(
  change: Partial<HubOptions> = {},
  through: (url: string) => Promise<string> = async (url) => url,
) {
  const net = await hubWithKiosk(change);
  const folder = testFolder();
  const lan = { host: '127.0.0.1', port: await freePort() };
  const address = `https://127.0.0.1:${lan.port}`;
  const places = { migrations: MIGRATIONS, screens: SCREENS };
  const standby = await runStandby({ of: await through(net.url), folder, port: 0, address, ...places });
  const post = (wish: object): Promise<{ readonly ok: boolean; readonly error?: { readonly code: string } }> =>
    fetch(`${standby.url}/api/standby`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: standby.url },
      body: JSON.stringify(wish),
    }).then((res) => res.json() as never);
  await expect.poll(() => standby.state().pairing?.code, IN_TIME).toMatch(/^\d{6}$/);
  const { code = '' } = standby.state().pairing ?? {};
  await approved(net.manager, 'pairDevice', { code, name: 'Standby', kind: 'standby', place: null });
  await expect.poll(() => standby.state().pairing?.isEntered, IN_TIME).toBe(true);
  await post({ wordsAreSame: true });
  let isOver = false;
  onTestFinished(() => (isOver ? undefined : standby.close()));
  await expect.poll(() => standby.state().managers.length, IN_TIME).toBe(1);
  const takeOver = (wish: object) => post({ staffId: 1, secondPin: SECOND_PIN, endsOther: true, ...wish });
  /** The standby as the hub that it has become. */
  async function asHub(port = 0) {
    const took = await standby.tookOver;
    isOver = true;
    const hub = await startHub(hubOptions({ people: 'byPin', clock: realClock, centre: null, folder, lan, port }));
    onTestFinished(() => hub.close());
    onTestFinished(endOther(folder, hub.era));
    return { ...took, hub };
  }
  return { ...net, folder, standby, address, takeOver, asHub };
}

/** A port that nobody listens at. */
async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
