import { Bonjour } from 'bonjour-service';

/** The service type under which screens find the hub (RFC 6763). */
export const SERVICE_TYPE = 'markaz';

/**
 * Speaks mDNS on one interface. Elsewhere than on Windows the socket takes the group's own address, so that nothing
 * but mDNS can reach it.
 */
export const mdnsOptions = (host: string): never =>
  ({ interface: host, bind: process.platform === 'win32' ? host : '224.0.0.251' }) as never;

/**
 * Tells the network by mDNS where the hub is; only this machine while it listens on loopback. Over `https` a machine has to
 * be paired there. Returns the end of it.
 */
export function announceHub(
  centre: { readonly id: string; readonly name: string },
  { protocol, hostname: host, port: text }: URL,
): () => Promise<void> {
  const port = Number(text);
  const bonjour = new Bonjour(mdnsOptions(host), (error: Error) =>
    console.error(`The hub cannot be announced by mDNS (${error.message}); screens reach it by address.`),
  );
  bonjour.publish({
    name: `${centre.name} ${port}`,
    type: SERVICE_TYPE,
    host: `markaz-${centre.id}.local`,
    port,
    txt: { centre: centre.id, address: host, scheme: protocol.slice(0, -1) },
    probe: false,
    disableIPv6: true,
  });
  return () => new Promise((resolve) => bonjour.unpublishAll(() => bonjour.destroy(() => resolve())));
}
