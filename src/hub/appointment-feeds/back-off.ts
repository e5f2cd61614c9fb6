/**
 * How long to wait after so many failures in a row: twice as long each time, with half of it left to chance, so that
 * the hubs of a province do not all come back in the same second.
 */
export function backOffMs(failures: number, firstMs: number, mostMs: number, chance: number): number {
  const waitMs = Math.min(mostMs, firstMs * 2 ** (failures - 1));
  return Math.round(waitMs * (0.5 + chance / 2));
}
