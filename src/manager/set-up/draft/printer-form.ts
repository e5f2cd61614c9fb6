/** How a printer is reached, as a form asks for it. */
export const PRINTER_WAYS = ['preview', 'network', 'usb', 'serial', 'spooler'] as const;
export type PrinterWay = (typeof PRINTER_WAYS)[number];

/** The fields of each way, with what they usually are. */
export const PRINTER_FIELDS = {
  preview: {},
  network: { host: '', port: '9100' },
  usb: { device: '/dev/usb/lp0' },
  serial: { path: '/dev/ttyUSB0', baud: '9600' },
  spooler: { queue: '' },
} as const satisfies Record<PrinterWay, Readonly<Record<string, string>>>;

export interface PrinterForm {
  readonly way: PrinterWay;
  readonly fields: Readonly<Record<string, string>>;
}

/** How each kind of address is taken apart. */
const READERS: readonly (readonly [way: PrinterWay, form: RegExp])[] = [
  ['network', /^tcp:\/\/(?<host>.*?)(?::(?<port>[^:]*))?$/],
  ['usb', /^usb:(?<device>.*)$/],
  ['serial', /^serial:(?<path>[^@]*)(?:@(?<baud>.*))?$/],
  ['spooler', /^spooler:(?<queue>.*)$/],
];

/** The form of an address. */
export function printerForm(address: string): PrinterForm {
  for (const [way, form] of READERS) {
    const { groups } = form.exec(address) ?? {};
    if (groups) return { way, fields: { ...groups } };
  }
  return { way: 'preview', fields: {} };
}

/** The address that a form gives. */
export function printerAddress({ way, fields }: PrinterForm): string {
  const of = (name: string): string => fields[name]?.trim() ?? '';
  const addresses: Readonly<Record<PrinterWay, string>> = {
    preview: 'preview',
    network: `tcp://${of('host')}:${of('port')}`,
    usb: `usb:${of('device')}`,
    serial: `serial:${of('path')}@${of('baud')}`,
    spooler: `spooler:${of('queue')}`,
  };
  return addresses[way];
}
