import { useHubClient } from '../../renderer/use-hub.ts';
import type { Aids } from '../aids/use-aids.ts';
import type { KioskPage } from '../kiosk-page.ts';
import { UNREADABLE } from '../scan-way.ts';

interface DoorProps {
  readonly page: KioskPage;
  readonly change: (page: KioskPage) => void;
  readonly aids: Aids;
}

/** The ways behind the kiosk, for staff: nothing of theirs is read aloud. */
export function useDoor({ page, change, aids }: DoorProps) {
  const client = useHubClient();
  const behind = (next: KioskPage) => {
    aids.end();
    change(next);
  };
  const open = async (accessKey: string): Promise<void> => {
    const { ok } = await client.ask({ name: 'maintenance', payload: { key: accessKey, test: false } });
    if (ok) behind({ name: 'maintenance', accessKey });
    else change(page.name === 'number' ? { ...UNREADABLE, again: page } : UNREADABLE);
  };
  return {
    /** Asks for the code. */
    ask: () => behind({ name: 'number', ask: 'maintenance' }),
    /** Opens for who has the card or the code. */
    open: (accessKey: string) => void open(accessKey),
  };
}
