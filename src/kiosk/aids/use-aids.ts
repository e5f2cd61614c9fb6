import { useEffect, useState } from 'react';
import { type Aid, withAid } from './aids.ts';
import { useKeys } from './use-keys.ts';

/** Which aids are on. The styles of every page read them from the root of the document; `scene` is the page. */
export function useAids(scene: unknown) {
  const [aids, setAids] = useState<readonly Aid[]>([]);
  const named = aids.join(' ');
  useEffect(() => {
    document.documentElement.dataset['aids'] = named;
  }, [named]);
  const turn = (aid: Aid, isOn: boolean) => setAids((before) => withAid(before, aid, isOn));
  useKeys(scene, aids.includes('steps'), () => turn('steps', true));
  return {
    aids,
    turn,
    end: () => setAids([]),
  };
}

export type Aids = ReturnType<typeof useAids>;
