import type { MouseEvent, ReactNode } from 'react';
import { useHubClient } from '../use-hub.ts';

/** A link to a file of the hub, which gives it for a ticket alone: asked for when somebody follows the link. */
export function TicketLink({ href, children }: { readonly href: string; readonly children: ReactNode }) {
  const client = useHubClient();
  const follow = async (event: MouseEvent<HTMLAnchorElement>) => {
    event.preventDefault();
    const reply = await client.ask({ name: 'ticket', payload: {} });
    if (reply.ok) location.assign(`${href}${href.includes('?') ? '&' : '?'}ticket=${reply.value.ticket}`);
  };
  return (
    <a href={href} download onClick={(event) => void follow(event)}>
      {children}
    </a>
  );
}
