/** Whether a minute of the day lies in a span that may run over midnight. */
export const isWithin = (minute: number, { fromMinute, toMinute }: { fromMinute: number; toMinute: number }): boolean =>
  fromMinute <= toMinute ? minute >= fromMinute && minute < toMinute : minute >= fromMinute || minute < toMinute;
