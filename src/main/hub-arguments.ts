import type { Choice } from './mode.ts';

/** Where the hub is on the network. */
interface Address {
  readonly host: string;
  readonly port: number;
}

/** The address that a hub was given, if it was. */
function ownAddress(hub: string | null): Address | undefined {
  // Not by `URL`, which drops the port that goes without saying.
  const [, host, port] = /^https:\/\/(.+):(\d+)$/.exec(hub ?? '') ?? [];
  return host === undefined ? undefined : { host, port: Number(port) };
}

/** Where citizens' phones are listened to, and the address of it that slips carry: the hub's own, at the port after it. */
function phones({ citizenListen, citizenUrl }: Choice, own: Address | undefined): readonly string[] {
  if (citizenListen === 'none') return [];
  const listen = citizenListen ?? (own && `${own.host}:${own.port + 1}`);
  if (listen === undefined) return [];
  const reached = new URL(`http://${listen}`);
  // A listener may stand on all addresses of the machine: phones come by the one that the hub is known by.
  if (own) reached.hostname = own.host;
  return ['--citizen-listen', listen, '--citizen-url', citizenUrl ?? reached.origin];
}

/** What the hub's process is started with. A hub that has an address of its own is on the network, for paired machines. */
export function hubArguments(choice: Choice): readonly string[] {
  if (choice.mode === 'all') return ['--demo'];
  const own = ownAddress(choice.hub);
  const lan = own ? ['--lan', `${own.host}:${own.port}`] : [];
  const standby = own && choice.standbyOf !== null ? ['--standby-of', choice.standbyOf] : [];
  return [...lan, ...standby, ...phones(choice, own)];
}
