import { type MouseEvent, type ReactNode, useState } from 'react';
import type { Language } from '../../domain/token.ts';
import type { Words } from '../../domain/words.ts';
import type { WireError } from '../../protocol/replies.ts';
import { download } from '../download.ts';
import type { HubClient } from '../hub-client.ts';
import { useHubClient } from '../use-hub.ts';
import { PEOPLE_WORDS } from '../words/people.ts';
import styles from './people.module.css';

interface TicketLinkProps {
  readonly href: string;
  /** Of what is said where there is no file. */
  readonly language: Language;
  readonly children: ReactNode;
}

const NO_FILE: Words = { en: PEOPLE_WORDS.en.noFile, ur: PEOPLE_WORDS.ur.noFile };

/** The name that the hub gives a file. */
const nameOf = ({ headers }: Response): string =>
  /filename="([^"]+)"/.exec(headers.get('content-disposition') ?? '')?.[1] ?? '';

/** Saves a file of the hub; gives why there is none. */
async function saveFile(client: HubClient, href: string): Promise<Words | undefined> {
  const given = await client.ask({ name: 'ticket', payload: {} });
  if (!given.ok) return given.error.message;
  try {
    const answer = await fetch(`${href}${href.includes('?') ? '&' : '?'}ticket=${given.value.ticket}`);
    if (!answer.ok) return ((await answer.json()) as { readonly error: WireError }).error.message;
    download(nameOf(answer), await answer.blob());
    return undefined;
  } catch {
    return NO_FILE;
  }
}

/**
 * A link to a file of the hub, which gives it for a ticket alone: asked for when somebody follows the link. The page
 * stays where it is, whatever comes of that.
 */
export function TicketLink({ href, language, children }: TicketLinkProps) {
  const client = useHubClient();
  const [trouble, setTrouble] = useState<Words | undefined>();
  const follow = async (event: MouseEvent<HTMLAnchorElement>) => {
    event.preventDefault();
    setTrouble(await saveFile(client, href));
  };
  return (
    <>
      <a href={href} download onClick={(event) => void follow(event)}>
        {children}
      </a>
      {trouble ? (
        <span className={styles.noFile} role="alert">
          {trouble[language]}
        </span>
      ) : null}
    </>
  );
}
