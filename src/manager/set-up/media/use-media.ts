import { useEffect, useState } from 'react';
import { ERROR_WORDS } from '../../../protocol/error-codes.ts';
import type { WireError } from '../../../protocol/replies.ts';
import type { HubClient } from '../../../renderer/hub-client.ts';
import { useHubClient } from '../../../renderer/use-hub.ts';

/** A picture or video of the boards. */
export interface MediaItem {
  readonly address: string;
  readonly kind: 'picture' | 'video';
  readonly name: string;
  readonly bytes: number;
}

const NO_ANSWER: WireError = { code: 'noAnswer', message: ERROR_WORDS.noAnswer };

/** A name that no other file has: a second `door.png` is `door-2.png`. */
function freeName(name: string, taken: readonly string[]): string {
  const [, stem = name, end = ''] = /^(.*?)(\.[^.]*)?$/.exec(name) ?? [];
  let free = name;
  for (let count = 2; taken.includes(free); count += 1) free = `${stem}-${count}${end}`;
  return free;
}

async function ask(client: HubClient, address: string, request: RequestInit): Promise<WireError | undefined> {
  const given = await client.ask({ name: 'ticket', payload: {} });
  if (!given.ok) return given.error;
  try {
    const url = `${address}?ticket=${given.value.ticket}`;
    const reply = (await (await fetch(url, request)).json()) as { ok: boolean; error?: WireError };
    return reply.ok ? undefined : (reply.error ?? NO_ANSWER);
  } catch {
    return NO_ANSWER;
  }
}

/** The pictures and videos of the boards, with the ways to add and remove them. */
export function useMedia() {
  const client = useHubClient();
  const [items, setItems] = useState<readonly MediaItem[] | undefined>();
  const [isBusy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<WireError | undefined>();
  const look = () =>
    fetch('/api/media').then(
      async (answer) => setItems(((await answer.json()) as { items: readonly MediaItem[] }).items),
      () => setTrouble(NO_ANSWER),
    );
  useEffect(() => void look(), []);
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
    add: (files: readonly File[]) =>
      void run(async () => {
        const taken = (items ?? []).map(({ name }) => name);
        for (const file of files) {
          const name = freeName(file.name, taken);
          const error = await ask(client, `/media/${encodeURIComponent(name)}`, { method: 'PUT', body: file });
          if (error) return error;
          taken.push(name);
        }
        return undefined;
      }),
    remove: ({ address }: MediaItem) => void run(() => ask(client, address, { method: 'DELETE' })),
  };
}
