import { type ReactNode, StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import type { Handshake } from '../protocol/handshake.ts';
import { type ApprovalDesk, approving } from './people/approvals.ts';
import { connectHub, type HubClient } from './hub-client.ts';
import { keepStylesInFiles } from './no-inline-style.ts';
import { hearShown } from './replay/frame-link.ts';
import { shownClient } from './replay/shown-client.ts';
import { tellReaders } from './scan/machine-readers.ts';
import { keepWitness } from './witness/keep-witness.ts';
import { HubContext } from './use-hub.ts';
import './theme.css';

/** Fetches the faces that nothing shown needs yet: without the hub, another language would have no letters of its own. */
async function fetchFaces(): Promise<void> {
  await document.fonts.ready;
  await Promise.allSettled([...document.fonts].map((face) => face.load()));
}

function draw(client: HubClient, screen: ReactNode): void {
  const root = document.getElementById('root');
  if (!root) throw new Error('The page has no root element.');
  keepStylesInFiles();
  createRoot(root).render(
    <StrictMode>
      <HubContext value={client}>{screen}</HubContext>
    </StrictMode>,
  );
}

/** Draws a screen that shows what the page around it sends: a moment of a past day. */
export function openShown(screen: ReactNode): void {
  const client = shownClient();
  draw(client, screen);
  hearShown(client.show);
}

/** Draws a screen into its page, connected to the hub that served it; `desk`: where people approve what they do. */
export function openScreen(handshake: Handshake, screen: ReactNode, desk?: ApprovalDesk): void {
  const link = connectHub(handshake);
  const client = desk ? approving(link, desk) : link;
  tellReaders(client);
  keepWitness(client);
  draw(client, screen);
  void fetchFaces();
}

/** A whole number from the page's address, or undefined. */
export function numberInAddress(name: string): number | undefined {
  const text = new URLSearchParams(location.search).get(name) ?? '';
  return /^\d{1,3}$/.test(text) && Number(text) > 0 ? Number(text) : undefined;
}

/** Name of this device for the log: kept by the browser profile, so that a reload is the same device. */
export function deviceName(kind: string): string {
  const key = `markaz.device.${kind}`;
  const kept = sessionStorage.getItem(key);
  if (kept) return kept;
  const made = `${kind}-${crypto.randomUUID().slice(0, 8)}`;
  sessionStorage.setItem(key, made);
  return made;
}
