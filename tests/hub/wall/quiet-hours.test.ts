import { expect, it } from 'vitest';
import { alarmSettings, toAlarmRule } from '../../../src/protocol/wall/alarm-settings.ts';
import { demoClock } from '../../../src/hub/time/clock.ts';
import { SMALL_CENTRE } from '../../support/centre.ts';
import { join, MONDAY_TEN, testHub } from '../../support/test-hub.ts';

const MINUTE = 60_000;

/** Whether the wall says at those times (minutes from ten of a Monday) that alarms are silent. */
async function quietAt(quietHours: readonly [string, string] | null, minutes: readonly number[]): Promise<boolean[]> {
  const clock = demoClock(MONDAY_TEN, 0);
  const alarms = toAlarmRule(alarmSettings.parse({ quietHours }));
  const hub = await testHub({ clock, centre: { ...SMALL_CENTRE, alarms } });
  const told: boolean[] = [];
  for (const minute of minutes) {
    clock.turnTo(MONDAY_TEN + minute * MINUTE);
    const { isQuiet } = await join(hub, { screen: 'manager', name: 'Nadia' }).see('wall', () => true);
    told.push(isQuiet);
  }
  return told;
}

it('says that alarms are silent within the quiet hours of the centre, by its own clock, and at no other time', async () => {
  expect(await quietAt(['10:15', '11:30'], [14, 15, 89, 90])).toEqual([false, true, true, false]);
});

it('says so over midnight', async () => {
  const [evening, midnight, morning] = [11 * 60, 14 * 60, 21 * 60];
  const minutes = [evening - 1, evening, midnight - 1, midnight, morning - 1, morning];
  expect(await quietAt(['21:00', '07:00'], minutes)).toEqual([false, true, true, true, true, false]);
});

it('says it never where no quiet hours are set', async () => {
  expect(await quietAt(null, [0, 14 * 60])).toEqual([false, false]);
});
