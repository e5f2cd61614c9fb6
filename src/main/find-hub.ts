import { Bonjour } from 'bonjour-service';
import { mdnsOptions, SERVICE_TYPE } from '../hub/announce.ts';
import { isHub } from './mode.ts';

/** Looks for a hub on the network by mDNS. Gives its address, or undefined when none has answered in that time. */
export function findHub(waitMs: number, host?: string): Promise<string | undefined> {
  return new Promise((resolve) => {
    const bonjour = new Bonjour(host === undefined ? {} : mdnsOptions(host), () => end(undefined));
    const timer = setTimeout(() => end(undefined), waitMs);
    let isOver = false;
    function end(url: string | undefined): void {
      if (isOver) return;
      isOver = true;
      clearTimeout(timer);
      bonjour.destroy();
      resolve(url);
    }
    bonjour.find({ type: SERVICE_TYPE }, (service) => {
      const { address, scheme } = (service.txt ?? {}) as { readonly address?: unknown; readonly scheme?: unknown };
      const host = typeof address === 'string' ? address : service.host;
      const url = `${scheme === 'https' ? 'https' : 'http'}://${host}:${service.port}`;
      // Whoever tells of a hub in plain on the network tells of none of ours.
      if (isHub(url)) end(url);
    });
  });
}
