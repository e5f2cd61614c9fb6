import { freePort } from '../../scripts/free-port.ts';
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

type Net = Awaited<ReturnType<typeof hubWithKiosk>>;
type Through = (url: string) => Promise<string>;

const straight: Through = async (url) => url;

/** A standby that was paired with a hub. */
async function standbyOf(net: Net, through: Through, name = 'Standby') {
  const folder = testFolder();
  const lan = { host: '127.0.0.1', port: await freePort() };
  const address = `https://127.0.0.1:${lan.port}`;
  const places = { migrations: MIGRATIONS, screens: SCREENS };
  const of = await through(net.url);
  const start = () => runStandby({ of, folder, port: 0, address, ...places });
  const standby = await start();
  const postTo =
    ({ url }: { readonly url: string }) =>
    (wish: object): Promise<{ readonly ok: boolean; readonly error?: { readonly code: string } }> =>
      fetch(`${url}/api/standby`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', origin: url },
        body: JSON.stringify(wish),
      }).then((res) => res.json() as never);
  const post = postTo(standby);
  await expect.poll(() => standby.state().pairing?.code, IN_TIME).toMatch(/^\d{6}$/);
  const { code = '' } = standby.state().pairing ?? {};
  await approved(net.manager, 'pairDevice', { code, name, kind: 'standby', place: null });
  await expect.poll(() => standby.state().pairing?.isEntered, IN_TIME).toBe(true);
  await post({ wordsAreSame: true });
  let isOver = false;
  onTestFinished(() => (isOver ? undefined : standby.close()));
  await expect.poll(() => standby.state().managers.length, IN_TIME).toBe(1);
  const takeOverAt = (one: { readonly url: string }) => (wish: object) =>
    postTo(one)({ staffId: 1, secondPin: SECOND_PIN, endsOther: true, ...wish });
  /** The standby as the hub that it has become. */
  async function asHub(port = 0, one = standby) {
    const took = await one.tookOver;
    isOver = true;
    const hub = await startHub(hubOptions({ people: 'byPin', clock: realClock, centre: null, folder, lan, port }));
    onTestFinished(() => hub.close());
    onTestFinished(endOther(folder, hub.era));
    return { ...took, hub };
  }
  /** Another start of the standby in its folder, after the first was closed. */
  async function restart() {
    isOver = true;
    const one = await start();
    let hasLed = false;
    onTestFinished(() => (hasLed ? undefined : one.close()));
    return { state: one.state, takeOver: takeOverAt(one), asHub: () => ((hasLed = true), asHub(0, one)) };
  }
  return { folder, standby, address, takeOver: takeOverAt(standby), asHub, restart };
}

/** A hub on the network, and a standby that was paired with it. */
export async function hubWithStandby(change: Partial<HubOptions> = {}, through = straight) {
  const net = await hubWithKiosk(change);
  return { ...net, ...(await standbyOf(net, through)), nextStandby: () => standbyOf(net, straight, 'Next standby') };
}
