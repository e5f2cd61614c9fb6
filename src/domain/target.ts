import type { Centre, PriorityClass } from './centre.ts';
import { accept, type Decision, refuse } from './decision.ts';

/** Those of the ids that the centre still has as classes, in its order: tokens outlive a class that is taken away. */
export const classesLeft = (centre: Centre, ids: readonly string[]): readonly PriorityClass[] =>
  centre.classes.filter((known) => ids.includes(known.id));

/** The classes with those ids, in the centre's order and each once; refused when one is unknown. */
export function classesOf(centre: Centre, ids: readonly string[]): Decision<readonly PriorityClass[]> {
  const unknown = ids.find((id) => !centre.classes.some((known) => known.id === id));
  if (unknown !== undefined) return refuse('unknownClass', { class: unknown });
  return accept(classesLeft(centre, ids));
}

/** A promised wait (ms) for a citizen of those classes: the smallest of their targets. */
export const targetOf = (promisedMs: number, classes: readonly PriorityClass[]): number =>
  Math.round(promisedMs * Math.min(1, ...classes.map((one) => one.targetShare)));
