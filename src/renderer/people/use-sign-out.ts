import { useHubClient } from '../use-hub.ts';
import { dropSession, type PeopleScreen } from './session-key.ts';

/** Signs out at this screen, also when the hub is not heard: the key is gone then, and its session ends by itself. */
export function useSignOut(screen: PeopleScreen): () => Promise<void> {
  const client = useHubClient();
  return async () => {
    await client.ask({ name: 'signOut', payload: {} });
    dropSession(screen);
    location.reload();
  };
}
