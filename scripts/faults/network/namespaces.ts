import { spawnSync } from 'node:child_process';
import type { Cut, Link, Place } from './link.ts';

const ip = (...args: readonly string[]) => spawnSync('ip', args, { encoding: 'utf8' });

function must(line: string): string {
  const { status, stdout, stderr } = ip(...line.split(' '));
  if (status !== 0) throw new Error(`ip ${line}: ${stderr}`);
  return stdout;
}

/** A hardware address that nobody has: what is sent there is lost, and nobody is told. */
const NOBODY = '02:00:00:00:00:99';
const HUB_ADDRESS = '10.213.77.1';
const MACHINE_ADDRESS = '10.213.77.2';
const WAYS = ['up', 'down'] as const;

/** Lays a cable between two networks. @throws where the system does not allow it. */
function wire(hub: Place, machine: Place): void {
  const places = [hub, machine];
  for (const { namespace } of places) must(`netns add ${namespace}`);
  must(`-n ${hub.namespace} link add cable type veth peer name cable netns ${machine.namespace}`);
  for (const { namespace, address } of places) {
    must(`-n ${namespace} addr add ${address}/24 dev cable`);
    for (const device of ['lo', 'cable']) must(`-n ${namespace} link set ${device} up`);
  }
}

const hardwareOf = ({ namespace }: Place): string =>
  /link\/ether ([\da-f:]+)/.exec(must(`-n ${namespace} link show cable`))?.[1] ?? NOBODY;

let count = 0;

/**
 * Two networks of their own and a cable between them: the hub stands in one, the machine in the other. Undefined where they
 * cannot be had: it takes root, Linux and `ip`.
 */
export function namespaceLink(): Link | undefined {
  count += 1;
  const tag = `${process.pid % 100_000}-${count}`;
  const hub: Place = { namespace: `mkz-hub-${tag}`, address: HUB_ADDRESS };
  const machine: Place = { namespace: `mkz-dev-${tag}`, address: MACHINE_ADDRESS };
  const close = () => [hub, machine].forEach(({ namespace }) => ip('netns', 'del', namespace));
  /** Where one of them sends what is for the other. */
  const send = (way: 'up' | 'down', to: string): void => {
    const [from, other] = way === 'up' ? [machine, hub] : [hub, machine];
    must(`-n ${from.namespace} neigh replace ${other.address} lladdr ${to} dev cable nud permanent`);
  };
  try {
    wire(hub, machine);
    const right = { up: hardwareOf(hub), down: hardwareOf(machine) };
    const heal = () => WAYS.forEach((way) => send(way, right[way]));
    heal();
    const cut = (cuts: Cut) =>
      WAYS.filter((way) => cuts === 'both' || cuts === way).forEach((way) => send(way, NOBODY));
    return { hub, machine, address: async (port) => `https://${HUB_ADDRESS}:${port}`, cut, heal, close };
  } catch {
    close();
    return undefined;
  }
}
