import { spawnSync } from 'node:child_process';
import type { Cut, Link, Place } from './link.ts';

const ip = (...args: readonly string[]) => spawnSync('ip', args, { encoding: 'utf8' });

function must(...args: readonly string[]): string {
  const { status, stdout, stderr } = ip(...args);
  if (status !== 0) throw new Error(`ip ${args.join(' ')}: ${stderr}`);
  return stdout;
}

/** A hardware address that nobody has: what is sent there is lost, and nobody is told. */
const NOBODY = '02:00:00:00:00:99';
const HUB_ADDRESS = '10.213.77.1';
const MACHINE_ADDRESS = '10.213.77.2';

let count = 0;

/** Whether networks of their own can be had here: by root, on Linux, with `ip`. */
export function canNamespace(): boolean {
  const name = `mkz-try-${process.pid}`;
  const isMade = ip('netns', 'add', name).status === 0;
  if (isMade) ip('netns', 'del', name);
  return isMade;
}

/** Two networks of their own and a cable between them: the hub stands in one, the machine in the other. */
export function namespaceLink(): Link {
  count += 1;
  const tag = `${process.pid % 100_000}-${count}`;
  const hub: Place = { namespace: `mkz-hub-${tag}`, address: HUB_ADDRESS };
  const machine: Place = { namespace: `mkz-dev-${tag}`, address: MACHINE_ADDRESS };
  const places = [hub, machine] as const;
  for (const { namespace } of places) must('netns', 'add', namespace);
  must(
    '-n',
    hub.namespace,
    'link',
    'add',
    'cable',
    'type',
    'veth',
    'peer',
    'name',
    'cable',
    'netns',
    machine.namespace,
  );
  for (const { namespace, address } of places) {
    must('-n', namespace, 'addr', 'add', `${address}/24`, 'dev', 'cable');
    for (const device of ['lo', 'cable']) must('-n', namespace, 'link', 'set', device, 'up');
  }
  const hardware = ({ namespace }: Place): string =>
    /link\/ether ([\da-f:]+)/.exec(must('-n', namespace, 'link', 'show', 'cable'))?.[1] ?? NOBODY;
  const addresses = { up: hardware(hub), down: hardware(machine) };
  /** Where one of them sends what is for the other. */
  const send = (way: 'up' | 'down', to: string): void => {
    const [from, other] = way === 'up' ? [machine, hub] : [hub, machine];
    must('-n', from.namespace, 'neigh', 'replace', other.address, 'lladdr', to, 'dev', 'cable', 'nud', 'permanent');
  };
  const ways = ['up', 'down'] as const;
  for (const way of ways) send(way, addresses[way]);
  return {
    kind: 'namespaces',
    hub,
    machine,
    address: async (port) => `https://${HUB_ADDRESS}:${port}`,
    cut: (cut: Cut) => ways.filter((way) => cut === 'both' || cut === way).forEach((way) => send(way, NOBODY)),
    heal: () => ways.forEach((way) => send(way, addresses[way])),
    close: () => places.forEach(({ namespace }) => ip('netns', 'del', namespace)),
  };
}
