import type { Centre } from '../domain/centre.ts';

/** The screens that a newcomer wants to see, by name. */
export function screenAddresses(
  url: string,
  centre: Pick<Centre, 'kiosks' | 'counters' | 'halls'>,
): readonly [string, string][] {
  const counter = centre.counters[0]?.id ?? 1;
  return [
    ['All screens', `${url}/`],
    ['Kiosk', `${url}/kiosk/?kiosk=${centre.kiosks[0]?.id ?? 1}`],
    ['Operator console', `${url}/operator/`],
    ['Hall board', `${url}/counter-display/?hall=${centre.halls[0]?.id ?? ''}`],
    ['Manager', `${url}/manager/`],
    ['Counter display', `${url}/counter-display/?counter=${counter}`],
  ];
}
