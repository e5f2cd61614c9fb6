import type { Shown } from './shown-client.ts';

/** Names the messages by which the manager's page shows a past moment on a board that stands in it. */
const KIND = 'markaz.shown';

/** Sends a moment to the screen in a frame. */
export const sendShown = (frame: HTMLIFrameElement | null, shown: Shown): void =>
  frame?.contentWindow?.postMessage({ kind: KIND, shown }, location.origin);

/** Asks the page around this one for what it is to show. */
const askShown = (): void => parent.postMessage({ kind: KIND, shown: null }, location.origin);

const isOurs = ({ origin, data }: MessageEvent): boolean =>
  origin === location.origin && (data as { kind?: unknown } | null)?.kind === KIND;

/** Gives what the page around this one sends to be shown. */
export function hearShown(show: (shown: Shown) => void): void {
  addEventListener('message', (event) => {
    if (isOurs(event) && event.source === parent) show((event.data as { readonly shown: Shown }).shown);
  });
  askShown();
}

/** Calls when a screen in a frame of this page asks to be shown something, until what it gives is called. */
export function hearAsked(asked: () => void): () => void {
  const hear = (event: MessageEvent) => {
    if (isOurs(event) && event.source !== window) asked();
  };
  addEventListener('message', hear);
  return () => removeEventListener('message', hear);
}
