import type { ToHub } from '../../protocol/events.ts';
import type { Handshake } from '../../protocol/handshake.ts';
import type { Heard, HeardName, Link } from './link.ts';

/** What the app's shell gives a page of a paired machine: the socket is the shell's, the page has no network. */
export interface ShellBridge {
  open(handshake: Handshake): void;
  hear(listener: (name: HeardName, args: readonly unknown[]) => void): void;
  ask(kind: keyof ToHub, body: unknown, withinMs: number): Promise<unknown>;
  connect(): void;
  close(): void;
}

/** The shell's bridge, where this page stands in a paired machine's window. */
export const shellBridge = (): ShellBridge | undefined =>
  (globalThis as { readonly markazLink?: ShellBridge }).markazLink;

/** The link of a screen whose socket lives in the shell. */
export function shellLink(bridge: ShellBridge, handshake: Handshake): Link {
  const listeners = new Map<HeardName, Set<(...args: never[]) => void>>();
  bridge.hear((name, args) => {
    for (const listener of listeners.get(name) ?? []) listener(...(args as never[]));
  });
  bridge.open(handshake);
  return {
    on<Name extends HeardName>(name: Name, listener: Heard[Name]) {
      const known = listeners.get(name) ?? new Set();
      known.add(listener as (...args: never[]) => void);
      listeners.set(name, known);
    },
    off: (name, listener) => void listeners.get(name)?.delete(listener as (...args: never[]) => void),
    ask: (kind, body, withinMs) => bridge.ask(kind, body, withinMs),
    connect: () => bridge.connect(),
    close: () => bridge.close(),
  };
}
