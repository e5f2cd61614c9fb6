import { useEffect, useState } from 'react';
import { ERROR_WORDS } from '../../../protocol/error-codes.ts';
import type { Payload } from '../../../protocol/commands.ts';
import type { WireError } from '../../../protocol/replies.ts';
import type { HubClient } from '../../../renderer/hub-client.ts';
import { useHub, useHubClient } from '../../../renderer/use-hub.ts';

/** A picture or video of the boards. */
export interface MediaItem {
  readonly address: string;
  readonly kind: 'picture' | 'video';
  readonly name: string;
  readonly bytes: number;
}

/** As many files are one change. */
const MOST_AT_ONCE = 50;

const NO_ANSWER: WireError = { code: 'noAnswer', message: ERROR_WORDS.noAnswer };

/** A name that no other file has: a second `door.png` is `door-2.png`. */
function freeName(name: string, taken: readonly string[]): string {
  const [, stem = name, end = ''] = /^(.*?)(\.[^.]*)?$/.exec(name) ?? [];
  let free = name;
  for (let count = 2; taken.includes(free.toLowerCase()); count += 1) free = `${stem}-${count}${end}`;
  return free;
}

interface Upload {
  readonly name: string;
  readonly upload: string;
}

/** Sends a file, which no board shows yet. */
async function send(client: HubClient, file: File, name: string): Promise<Upload | WireError> {
  const given = await client.ask({ name: 'ticket', payload: {} });
  if (!given.ok) return given.error;
  try {
    const query = new URLSearchParams({ name, ticket: given.value.ticket });
    const answer = await fetch(`/media?${String(query)}`, { method: 'POST', body: file });
    const reply = (await answer.json()) as (Upload & { ok: true }) | { ok: false; error: WireError };
    return reply.ok ? { name: reply.name, upload: reply.upload } : reply.error;
  } catch {
    return NO_ANSWER;
  }
}

/** The pictures and videos of the boards, with the ways to add and remove them. */
export function useMedia() {
  const client = useHubClient();
  const { isLive } = useHub();
  const [items, setItems] = useState<readonly MediaItem[] | undefined>();
  const [isBusy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<WireError | undefined>();
  const look = () =>
    fetch('/api/media')
      .then(async (answer) => setItems(((await answer.json()) as { items: readonly MediaItem[] }).items))
      .catch(() => setTrouble(NO_ANSWER));
  useEffect(() => {
    if (isLive) void look();
  }, [isLive]);
  const change = async (files: Payload<'changeMedia'>['files']) => {
    for (let from = 0; from < files.length; from += MOST_AT_ONCE) {
      const reply = await client.send('changeMedia', { files: files.slice(from, from + MOST_AT_ONCE) });
      if (!reply.ok) return reply.error;
    }
    return undefined;
  };
  /** `there`: what keeps its name. */
  const put = async (files: readonly File[], there: readonly MediaItem[]) => {
    const sent: Upload[] = [];
    for (const file of files) {
      const taken = [...there, ...sent].map(({ name }) => name.toLowerCase());
      const taking = await send(client, file, freeName(file.name, taken));
      if ('code' in taking) return taking;
      sent.push(taking);
    }
    return sent.length === 0 ? undefined : change(sent);
  };
  const run = async (work: () => Promise<WireError | undefined>) => {
    setBusy(true);
    setTrouble(await work());
    await look();
    setBusy(false);
  };
  return {
    items,
    isBusy,
    trouble,
    add: (files: readonly File[]) => void run(() => put(files, items ?? [])),
    /** The same, in the place of those that have these names. */
    replace: (files: readonly File[]) => void run(() => put(files, [])),
    remove: ({ name }: MediaItem) => void run(() => change([{ name, upload: null }])),
  };
}
