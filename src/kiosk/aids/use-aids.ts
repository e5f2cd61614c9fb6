import { useEffect, useState } from 'react';
import { type Aid, withAid } from './aids.ts';

/** Which aids are on. The styles of every page read them from the root of the document. */
export function useAids() {
  const [aids, setAids] = useState<readonly Aid[]>([]);
  const named = aids.join(' ');
  useEffect(() => {
    document.documentElement.dataset['aids'] = named;
  }, [named]);
  return {
    aids,
    turn: (aid: Aid, isOn: boolean) => setAids((before) => withAid(before, aid, isOn)),
    end: () => setAids([]),
  };
}

export type Aids = ReturnType<typeof useAids>;
