import { isWorse } from '../../domain/alarms/alarm.ts';
import { accept, refuse } from '../../domain/decision.ts';
import { log } from '../context.ts';
import type { Handler } from './handler.ts';

export const acknowledgeAlarmCommand: Handler<'acknowledgeAlarm'> = (context, { key, level }) => {
  const alarm = context.alarmOf(key);
  if (!alarm) return refuse('alarmOver');
  // What was on the screen is what was seen: an alarm that has become worse since stays. None is seen worse than it is.
  const seen = isWorse(level, alarm.level) ? alarm.level : level;
  if (alarm.seen === null) log(context, 'acknowledgeAlarm', null, { alarm: { key, level: seen } });
  return accept({});
};
