import { useSyncExternalStore } from 'react';
import { useMay } from '../use-may.ts';
import { changesOf, type Draft } from './draft/draft.ts';

const KEY = 'markaz.manager.set-up';
const listeners = new Set<() => void>();

function read(): Draft | undefined {
  try {
    return (JSON.parse(sessionStorage.getItem(KEY) ?? 'null') as Draft | null) ?? undefined;
  } catch {
    return undefined;
  }
}

let kept = read();

/** What is being changed and not applied yet; undefined when nothing is. It outlives other pages and a reload. */
export const keptDraft = (): Draft | undefined => kept;

/** Keeps a draft, as long as it changes anything. */
export function keepDraft(draft: Draft | undefined): void {
  kept = draft && changesOf(draft).length > 0 ? draft : undefined;
  if (kept) sessionStorage.setItem(KEY, JSON.stringify(kept));
  else sessionStorage.removeItem(KEY);
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The same, for who may change the centre: somebody else may have signed in since at this machine. */
export function useKeptDraft(): Draft | undefined {
  const may = useMay();
  const draft = useSyncExternalStore(subscribe, keptDraft);
  return may('changeCentre') ? draft : undefined;
}
