import { useEffect, useState } from 'react';
import { type Shown, shownClient } from '../../renderer/replay/shown-client.ts';
import { HubContext } from '../../renderer/use-hub.ts';
import { WallPage } from '../wall/WallPage.tsx';

/** The live wall itself, showing a past moment. */
export function PastWall({ shown }: { readonly shown: Shown }) {
  const [client] = useState(shownClient);
  useEffect(() => client.show(shown), [client, shown]);
  const { wall } = shown.views;
  return <HubContext value={client}>{wall ? <WallPage wall={wall} sound={null} /> : null}</HubContext>;
}
