import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Pairing } from '../../src/hub/paired/pair.ts';
import { hubPlaces } from '../../src/main/link/hub-places.ts';
import type { Handshake } from '../../src/protocol/handshake.ts';
import { PROTOCOL_VERSION } from '../../src/protocol/version.ts';
import { connectHub } from '../../src/renderer/hub-client.ts';
import type { ShellBridge } from '../../src/renderer/link/shell-link.ts';
import { testFolder } from './folder.ts';
import type { standIn } from './electron/electron-port.ts';

type Shell = ReturnType<typeof standIn>;

const PAGE = { url: 'markaz://screens/kiosk/?kiosk=1' };

/** What the preload gives a page, over the shell's ipc. */
export function bridgeTo(
  { ipc, listeners, windows }: Shell,
  senderFrame: { readonly url: string } = PAGE,
): ShellBridge {
  const [window] = windows as { readonly webContents: object }[];
  const event = { sender: window?.webContents, senderFrame };
  const call = (channel: string, ...args: unknown[]): unknown =>
    (ipc.get(channel) as ((...all: unknown[]) => unknown) | undefined)?.(event, ...args);
  return {
    open: (handshake) => void call('link-open', handshake),
    hear: (listener) =>
      void listeners.add((channel, args) => channel === 'link-heard' && listener(args[0] as never, args[1] as never)),
    ask: async (kind, body, withinMs) => call('link-ask', kind, body, withinMs),
    connect: () => void call('link-connect'),
    close: () => void call('link-close'),
  };
}

/** A page of the machine, with the shell's bridge in the place of a network. */
export function pageOf(bridge: ShellBridge, screen: object = { screen: 'kiosk', kioskId: 1 }) {
  const place = globalThis as { markazLink?: ShellBridge };
  place.markazLink = bridge;
  const handshake = { version: PROTOCOL_VERSION, device: 'whatever it says', ...screen } as Handshake;
  const client = connectHub(handshake, 'http://127.0.0.1:1');
  delete place.markazLink;
  onTestFinished(() => client.close());
  return client;
}

/** Where the hub of a pairing may be, kept in a folder of its own. */
export const placesOf = (pairing: Pairing, folder = testFolder()) =>
  hubPlaces(join(folder, 'hub-places.json'), pairing);
