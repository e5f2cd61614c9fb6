import type { KeyboardEvent } from 'react';

/** Numbers of tokens and bookings have Latin letters: on an Urdu layout the key's own letter is meant. */
export const typeLatin =
  (set: (change: (before: string) => string) => void) =>
  (event: KeyboardEvent): void => {
    const letter = /^Key([A-Z])$/.exec(event.code)?.[1];
    if (!letter || event.ctrlKey || event.altKey || event.metaKey || /^[a-z]$/i.test(event.key)) return;
    event.preventDefault();
    set((before) => before + letter);
  };
