/** What a citizen can say of a visit with one touch. */
export const FACES = ['good', 'fair', 'bad'] as const;
export type Face = (typeof FACES)[number];

/** One answer: of which day, service and counter; never whose. */
export interface Feedback {
  readonly serviceDay: string;
  readonly serviceId: string;
  readonly counterId: number;
  readonly face: Face;
}
