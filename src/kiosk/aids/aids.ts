/**
 * What makes the screen easier for whoever stands before it. `low`: all that is touched lies in the lower half, for a
 * wheelchair. `steps`: the focus goes on by itself and one switch chooses. They end with the visit.
 */
export const AIDS = ['low', 'large', 'contrast', 'spoken', 'steps'] as const;

export type Aid = (typeof AIDS)[number];

/** The aids with one turned on or off, in the order in which they stand on the screen. */
export const withAid = (aids: readonly Aid[], aid: Aid, isOn: boolean): readonly Aid[] =>
  AIDS.filter((one) => (one === aid ? isOn : aids.includes(one)));
