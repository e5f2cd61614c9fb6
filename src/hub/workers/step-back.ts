import { setPriority } from 'node:os';

/** Of the lowest that the system has, 19, about half: it goes on while others work, and takes little from them. */
const NICE = 10;

/**
 * Lets this thread go after the one that answers screens where they share a core. On Linux alone a thread has a priority
 * of its own; elsewhere that of the whole hub would go down.
 */
export function stepBack(): void {
  if (process.platform === 'linux') setPriority(NICE);
}
