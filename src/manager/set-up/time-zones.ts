/** Every time zone that this browser knows, as a field offers them. */
export const TIME_ZONES = Intl.supportedValuesOf('timeZone').map((zone) => ({
  value: zone,
  label: zone.replaceAll('_', ' '),
}));
