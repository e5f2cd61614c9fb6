import { z } from 'zod';
import type { AlarmRule } from '../../domain/alarms/alarm-rule.ts';

const minutes = z.number().positive().max(1_440);
const percent = z.int().min(10).max(1_000);
const clockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'a time looks like 20:30');

/** The part `alarms` of a centre's file; whatever it does not say is as docs/alarms.md gives the reasons for. */
export const alarmSettings = z
  .strictObject({
    longWait: z
      .strictObject({ warnPercent: percent.default(125), urgentPercent: percent.default(200) })
      .refine((one) => one.warnPercent < one.urgentPercent, 'urgentPercent is above warnPercent')
      .prefault({}),
    longLine: z
      .strictObject({
        waiting: z.int().positive().max(10_000).default(40),
        late: z.int().positive().max(10_000).default(5),
      })
      .prefault({}),
    idleCounterMinutes: minutes.default(3),
    unservedMinutes: minutes.default(2),
    printerSeconds: z.number().positive().max(3_600).default(30),
    feedDownMinutes: minutes.default(5),
    deviceLostMinutes: minutes.default(2),
    snapshotHours: z.number().positive().max(1_000).default(26),
    quietHours: z.tuple([clockTime, clockTime]).nullable().default(null),
  })
  .prefault({});

const MINUTE_MS = 60_000;
const ms = (count: number, unitMs: number): number => Math.round(count * unitMs);
const minuteOf = (text: string): number => Number(text.slice(0, 2)) * 60 + Number(text.slice(3, 5));

const clockOf = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;

/** The settings that say a rule, for the forms that change it. */
export const alarmSettingsOf = (rule: AlarmRule): z.infer<typeof alarmSettings> => ({
  longWait: {
    warnPercent: Math.round(rule.longWait.warnShare * 100),
    urgentPercent: Math.round(rule.longWait.urgentShare * 100),
  },
  longLine: { ...rule.longLine },
  idleCounterMinutes: rule.idleCounterMs / MINUTE_MS,
  unservedMinutes: rule.unservedMs / MINUTE_MS,
  printerSeconds: rule.printerMs / 1_000,
  feedDownMinutes: rule.feedDownMs / MINUTE_MS,
  deviceLostMinutes: rule.deviceLostMs / MINUTE_MS,
  snapshotHours: rule.snapshotMs / (60 * MINUTE_MS),
  quietHours: rule.quiet && [clockOf(rule.quiet.fromMinute), clockOf(rule.quiet.toMinute)],
});

/** The rule that those settings say. */
export const toAlarmRule = (file: z.infer<typeof alarmSettings>): AlarmRule => ({
  longWait: { warnShare: file.longWait.warnPercent / 100, urgentShare: file.longWait.urgentPercent / 100 },
  longLine: file.longLine,
  idleCounterMs: ms(file.idleCounterMinutes, MINUTE_MS),
  unservedMs: ms(file.unservedMinutes, MINUTE_MS),
  printerMs: ms(file.printerSeconds, 1_000),
  feedDownMs: ms(file.feedDownMinutes, MINUTE_MS),
  deviceLostMs: ms(file.deviceLostMinutes, MINUTE_MS),
  snapshotMs: ms(file.snapshotHours, 60 * MINUTE_MS),
  quiet: file.quietHours && { fromMinute: minuteOf(file.quietHours[0]), toMinute: minuteOf(file.quietHours[1]) },
});
