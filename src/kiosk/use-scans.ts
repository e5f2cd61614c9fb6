import { type Scan, scanOf } from '../domain/person/scan.ts';
import { useScan } from '../renderer/scan/use-scan.ts';
import { useHub, useHubScans } from '../renderer/use-hub.ts';

/** Gives what is read for this kiosk, by readers of its own machine and of the hub's. */
export function useScans(onScan: (scan: Scan) => void): void {
  const { id: centreId = '', cnicPattern = null } = useHub().views.centre ?? {};
  useScan((text) => onScan(scanOf(text, { centreId, cnicPattern })));
  useHubScans(onScan);
}
