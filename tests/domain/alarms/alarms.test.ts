import { describe, expect, it } from 'vitest';
import { isQuietAt } from '../../../src/domain/alarms/alarm-rule.ts';
import type { Acknowledgement, Trouble } from '../../../src/domain/alarms/alarm.ts';
import { type AlarmFacts, findTroubles } from '../../../src/domain/alarms/find-troubles.ts';
import { NEW_WATCH, watchAlarms } from '../../../src/domain/alarms/watch-alarms.ts';
import { alarmSettings, toAlarmRule } from '../../../src/protocol/wall/alarm-settings.ts';

const MINUTE = 60_000;
const AT = 1_000 * MINUTE;
const RULE = toAlarmRule(alarmSettings.parse({}));

/** A hall in which all is well, and what is changed in it. */
const hall = (change: Partial<AlarmFacts> = {}): AlarmFacts => ({
  at: AT,
  queueAt: 500 * MINUTE,
  isOpen: true,
  unserved: [],
  desks: [{ deskId: 'domicile', waiting: 0, late: 0, head: null }],
  counters: [{ id: 1, isInService: true, isIdle: false, isConnected: true }],
  printers: [{ place: 'kiosk:1', trouble: null, isPaperLow: false }],
  feeds: [{ name: 'pull', downSinceAt: null }],
  screens: [{ place: 'kiosk:1', isConnected: true, wasInService: true }],
  snapshotAt: AT - MINUTE,
  notMerged: [],
  brokenLog: null,
  contradictions: [],
  ...change,
});

const waiting = (waitedMinutes: number, change: object = {}) =>
  hall({
    desks: [
      {
        deskId: 'domicile',
        waiting: 1,
        late: 0,
        head: { waitingSince: (500 - waitedMinutes) * MINUTE, targetMs: 40 * MINUTE },
        ...change,
      },
    ],
  });

/** The alarms of a look after which the hall has stood as it is for so long. */
function alarmsAfter(facts: AlarmFacts, minutes: number) {
  const first = watchAlarms(NEW_WATCH, findTroubles(facts, RULE), [], AT);
  const later = { ...facts, at: AT + minutes * MINUTE };
  return watchAlarms(first.watch, findTroubles(later, RULE), [], later.at).alarms;
}
const levelsAfter = (facts: AlarmFacts, minutes: number) =>
  alarmsAfter(facts, minutes).map(({ key, level }) => [key, level]);

describe('an alarm', () => {
  it('is none when all is well, however long', () => {
    expect(alarmsAfter(hall(), 600)).toEqual([]);
  });

  it('tells of a wait from 125 % of the promise on, and urgently from 200 % on, with the moment at which it began', () => {
    expect(levelsAfter(waiting(49.9), 0)).toEqual([]);
    expect(levelsAfter(waiting(50), 0)).toEqual([['longWait:domicile', 'warning']]);
    expect(levelsAfter(waiting(80), 0)).toEqual([['longWait:domicile', 'urgent']]);
    expect(alarmsAfter(waiting(60), 0)[0]?.sinceAt).toBe(AT - 10 * MINUTE);
    // Urgency ends at four promises, a wait does not.
    expect(alarmsAfter(waiting(400), 0)[0]?.sinceAt).toBe(AT - 320 * MINUTE);
  });

  it('tells of a long line, and urgently of one that is still there when the doors close', () => {
    expect(levelsAfter(waiting(1, { waiting: 40 }), 0)).toEqual([]);
    expect(levelsAfter(waiting(1, { waiting: 41 }), 0)).toEqual([['longLine:domicile', 'warning']]);
    expect(levelsAfter(waiting(1, { waiting: 9, late: 4 }), 0)).toEqual([]);
    expect(alarmsAfter(waiting(1, { waiting: 9, late: 5 }), 0)).toMatchObject([
      { key: 'longLine:domicile', level: 'urgent', detail: 'late', count: 5 },
    ]);
  });

  it('tells of a counter that is free for three minutes while somebody waits for it, urgently after nine', () => {
    const idle = hall({ counters: [{ id: 12, isInService: true, isIdle: true, isConnected: true }] });
    expect(levelsAfter(idle, 2.9)).toEqual([]);
    expect(levelsAfter(idle, 3)).toEqual([['idleCounter:12', 'warning']]);
    expect(levelsAfter(idle, 9)).toEqual([['idleCounter:12', 'urgent']]);
  });

  it('tells of a line that nobody serves once for all that waits for the same counters', () => {
    const line = { deskId: 'fee-payment@cash', waiting: 2 };
    expect(alarmsAfter(hall({ unserved: [line, line] }), 2)).toMatchObject([
      { key: 'unserved:fee-payment@cash', level: 'urgent', count: 4 },
    ]);
    expect(alarmsAfter(hall({ unserved: [line] }), 1)).toEqual([]);
  });

  it('tells of a printer that does not print, and less loudly of one that soon will not', () => {
    const printer = (change: object) =>
      hall({ printers: [{ place: 'kiosk:1', trouble: null, isPaperLow: true, ...change }] });
    expect(alarmsAfter(printer({}), 1)).toMatchObject([{ level: 'warning', detail: 'paperLow' }]);
    expect(alarmsAfter(printer({ trouble: 'paperOut' }), 1)).toMatchObject([{ level: 'urgent', detail: 'paperOut' }]);
  });

  it('tells of a feed that is down for five minutes, and of a snapshot that is too old, where there are any', () => {
    const feeds = (minutes: number) => hall({ feeds: [{ name: 'pull', downSinceAt: AT - minutes * MINUTE }] });
    expect(levelsAfter(feeds(4), 0)).toEqual([]);
    expect(levelsAfter(feeds(5), 0)).toEqual([['feedDown:pull', 'warning']]);
    expect(levelsAfter(hall({ snapshotAt: AT - 27 * 60 * MINUTE }), 0)).toEqual([['snapshotOld:store', 'warning']]);
    expect(levelsAfter(hall({ snapshotAt: null }), 0)).toEqual([]);
  });

  it('tells of what a kiosk gave on its own and could not be taken over, once for each kiosk, naming the last', () => {
    const one = (place: string, label: string, minutes: number) => ({ place, label, at: AT - minutes * MINUTE });
    const notMerged = [one('kiosk:1', 'A1-003', 9), one('kiosk:2', 'A2-001', 8), one('kiosk:1', 'A1-004', 7)];
    const alarms = alarmsAfter(hall({ notMerged }), 0);
    expect(alarms.map(({ key, level, count, detail, sinceAt }) => [key, level, count, detail, AT - sinceAt])).toEqual([
      ['notMerged:kiosk:1', 'urgent', 2, 'A1-004', 9 * MINUTE],
      ['notMerged:kiosk:2', 'urgent', 1, 'A2-001', 8 * MINUTE],
    ]);
  });

  it('tells urgently and at once of a log that is broken, since it was found', () => {
    const [alarm] = alarmsAfter(hall({ brokenLog: { seq: 41, at: AT - 9 * MINUTE } }), 0);
    expect(alarm).toMatchObject({ key: 'logBroken:log', level: 'urgent', detail: '41', sinceAt: AT - 9 * MINUTE });
  });

  it('tells of screens that have seen another log, once a day, and rings anew on another day', () => {
    const one = (device: string, serviceDay: string, minutes: number) => ({
      device,
      serviceDay,
      at: AT - minutes * MINUTE,
    });
    const contradictions = [
      one('kiosk-1', '2026-11-22', 900),
      one('kiosk-1', '2026-11-23', 9),
      one('board-2', '2026-11-23', 8),
      one('board-2', '2026-11-23', 7),
    ];
    const alarms = alarmsAfter(hall({ contradictions }), 0);
    expect(alarms.map(({ key, level, count, sinceAt }) => [key, level, count, AT - sinceAt])).toEqual([
      ['logContradicted:2026-11-22', 'urgent', 1, 900 * MINUTE],
      ['logContradicted:2026-11-23', 'urgent', 2, 9 * MINUTE],
    ]);
  });

  it('misses a counter that works and is not heard, and a kiosk or board while the doors are open', () => {
    const gone = { isConnected: false, wasInService: true };
    const screens = [
      { place: 'kiosk:1', ...gone },
      { place: 'kiosk:2', ...gone, wasInService: false },
      { place: 'board:hall-1:', ...gone },
    ];
    expect(levelsAfter(hall({ screens }), 2)).toEqual([
      ['deviceLost:kiosk:1', 'urgent'],
      ['deviceLost:board:hall-1:', 'urgent'],
      ['deviceLost:kiosk:2', 'warning'],
    ]);
    expect(levelsAfter(hall({ screens, isOpen: false }), 60)).toEqual([]);
    const counter = (isInService: boolean) =>
      hall({ isOpen: false, counters: [{ id: 7, isInService, isIdle: false, isConnected: false }] });
    expect(levelsAfter(counter(true), 2)).toEqual([['deviceLost:counter:7', 'urgent']]);
    expect(levelsAfter(counter(false), 60)).toEqual([]);
  });
});

describe('an acknowledged alarm', () => {
  const troubleOf = (level: Trouble['level']): Trouble => ({
    key: 'longWait:domicile',
    kind: 'longWait',
    subject: 'domicile',
    detail: null,
    count: null,
    level,
    sinceAt: null,
    afterMs: 0,
    worsensMs: null,
  });
  const seenAt = (level: Trouble['level']): Acknowledgement[] => [
    { key: 'longWait:domicile', level, by: 'Nadia', at: AT },
  ];
  const look = (now: Trouble['level'], seen: Trouble['level']) =>
    watchAlarms(NEW_WATCH, [troubleOf(now)], seenAt(seen), AT).alarms[0]?.seen;

  it('is quiet at the level that was seen and below, and rings again when it becomes worse', () => {
    expect(look('warning', 'warning')).toEqual({ by: 'Nadia', at: AT });
    expect(look('warning', 'urgent')).toEqual({ by: 'Nadia', at: AT });
    expect(look('urgent', 'warning')).toBeNull();
  });

  it('is over when it has been away for a minute, not when it was away for a moment or the hub has just started', () => {
    const first = watchAlarms(NEW_WATCH, [], seenAt('warning'), AT);
    expect(first.over).toEqual([]);
    const soon = watchAlarms(first.watch, [], seenAt('warning'), AT + 59_000);
    expect(soon.over).toEqual([]);
    const back = watchAlarms(soon.watch, [troubleOf('warning')], seenAt('warning'), AT + 59_500);
    expect(back.alarms[0]?.seen).not.toBeNull();
    const away = watchAlarms(back.watch, [], seenAt('warning'), AT + 119_000);
    expect(away.over).toEqual([]);
    expect(watchAlarms(away.watch, [], seenAt('warning'), AT + 119_500).over).toEqual(['longWait:domicile']);
  });

  it('stands behind those that nobody has seen', () => {
    const other = { ...troubleOf('warning'), key: 'longWait:fine', subject: 'fine' };
    const { alarms } = watchAlarms(NEW_WATCH, [troubleOf('urgent'), other], seenAt('urgent'), AT);
    expect(alarms.map(({ subject }) => subject)).toEqual(['fine', 'domicile']);
  });
});

it('lasts no longer when the clock is set back', () => {
  const idle = hall({ counters: [{ id: 1, isInService: true, isIdle: true, isConnected: true }] });
  const first = watchAlarms(NEW_WATCH, findTroubles(idle, RULE), [], AT);
  const back = watchAlarms(first.watch, findTroubles(idle, RULE), [], AT - 60 * MINUTE);
  expect(watchAlarms(back.watch, findTroubles(idle, RULE), [], AT - 58 * MINUTE).alarms).toEqual([]);
  expect(watchAlarms(back.watch, findTroubles(idle, RULE), [], AT - 57 * MINUTE).alarms).toHaveLength(1);
});

it('keeps quiet hours also over midnight, and none where none are set', () => {
  const night = { quiet: { fromMinute: 21 * 60, toMinute: 7 * 60 } };
  expect([20, 21, 0, 6, 7].map((hour) => isQuietAt(night, hour * 60))).toEqual([false, true, true, true, false]);
  expect(isQuietAt({ quiet: { fromMinute: 60, toMinute: 120 } }, 119)).toBe(true);
  expect(isQuietAt({ quiet: null }, 0)).toBe(false);
});
