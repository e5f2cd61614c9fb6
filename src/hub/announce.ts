import { Bonjour } from 'bonjour-service';

/** The service type under which screens find the hub (RFC 6763). */
export const SERVICE_TYPE = 'markaz';

/** Tells the network by mDNS where the hub is; only this machine while it listens on loopback. Returns the end of it. */
export function announceHub(
  centre: { readonly id: string; readonly name: string },
  host: string,
  port: number,
): () => Promise<void> {
  const bonjour = new Bonjour({ interface: host, loopback: true } as never, (error: Error) =>
    console.error(`The hub cannot be announced by mDNS (${error.message}); screens reach it by address.`),
  );
  bonjour.publish({
    name: `${centre.name} ${port}`,
    type: SERVICE_TYPE,
    host: `markaz-${centre.id}.local`,
    port,
    txt: { centre: centre.id, address: host },
    probe: false,
    disableIPv6: true,
  });
  return () => new Promise((resolve) => bonjour.unpublishAll(() => bonjour.destroy(() => resolve())));
}
