import { useEffect, useReducer } from 'react';
import { useHub } from '../../renderer/use-hub.ts';

/** Another number whenever the centre is set up otherwise, whoever did it: its view comes anew then. */
export function useCentreVersion(): number {
  const { centre } = useHub().views;
  const [version, next] = useReducer((count: number) => count + 1, 0);
  useEffect(() => next(), [centre]);
  return version;
}
