/** A paper token that was written down here. */
export interface Entered {
  readonly label: string;
  readonly serviceId: string;
  readonly classes: readonly string[];
  readonly cameAt: number;
  /** How many stand before it in its service. */
  readonly ahead: number | null;
}
