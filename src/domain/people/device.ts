/** The kinds of machines that are paired, by the screen that they show. */
export const DEVICE_KINDS = ['kiosk', 'operator', 'board', 'counterDisplay', 'manager', 'standby'] as const;
export type DeviceKind = (typeof DEVICE_KINDS)[number];

/** A machine that was paired with the hub: what it may be, and by what it is known. */
export interface Device {
  readonly id: number;
  readonly name: string;
  readonly kind: DeviceKind;
  /** Its kiosk, counter, hall or board, as it is told in a handshake; null where it has none or chooses. */
  readonly place: string | null;
  /** SHA-256 of its certificate (hex). */
  readonly certHash: string;
  readonly pairedAt: number;
  readonly revokedAt: number | null;
}
