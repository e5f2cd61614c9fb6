import { v7 as newId } from 'uuid';
import { expect, it } from 'vitest';
import { ROLES, STAFF_ROLES } from '../../../src/domain/people/role.ts';
import { COMMANDS, type CommandName, QUESTIONS, type QuestionName } from '../../../src/protocol/commands.ts';
import type { Approved } from '../../../src/hub/people/approvals.ts';
import { tlsOptions } from '../../../src/hub/paired/tls-options.ts';
import { APPROVED_BY, maySend, mayAsk, USERS_OF } from '../../../src/protocol/roles.ts';
import type { ScreenKind } from '../../../src/protocol/handshake.ts';
import { networked } from '../../support/networked.ts';
import { PIN } from '../../support/staff.ts';
import { join } from '../../support/test-hub.ts';

const words = (text: string): readonly string[] => text.trim().split(/\s+/);

const TAKING = words('issue checkIn checkInBooking collect findToken');
const COUNTER =
  words(`${TAKING.join(' ')} printSlip openCounter takeBreak closeCounter setAutoCall call jump recall start
  finish skipStage sendBack endVisit markNoShow park resume transfer requeue leave undo correctClass serveWithoutToken
  enterPaper advanceApplication sendBackApplication confirmClock`);
const BACK_OFFICE = words('enterPaper advanceApplication sendBackApplication endApplication');
const SET_UP = words(
  `enrolCard removeCard addStaff changeStaff removeStaff importStaff setPin unlockStaff pairDevice revokeDevice changeCentre undoSetUp changeMedia
  eraseSubject addApiKey revokeApiKey addWebhook removeWebhook restartWebhook`,
);
const OF_PEOPLE = words('signOut stillHere changePin');
const SIGNING_IN = words('whoCanSignIn signIn tellSeen');
const AT_CONSOLE = words('application workList staffOfCard tellReaders approve');
const READ = words(`application workList slots centreFile setUpHistory people pairing report
  counterDay replayDays replayDay replayFrame whatIf ticket anomalies`);

/** What each role may do at each kind of screen, written down a second time: a slip in the table shows here. */
const EXPECTED: Readonly<Record<string, readonly string[]>> = {
  'kiosk kiosk': [
    ...TAKING,
    'lease',
    'mergeIssue',
    'mergeCheckIn',
    'reprint',
    'maintenance',
    'provisions',
    'tellPrinter',
    'tellReaders',
    'tellSeen',
  ],
  'board board': ['tellSeen'],
  'counterDisplay board': ['tellSeen'],
  'clock clock': ['turnDemoClock'],
  'standby standby': ['follow', 'standbyKeys', 'handOver'],
  'operator nobody': [...SIGNING_IN, 'staffOfCard', 'tellReaders'],
  'operator operator': [...COUNTER, ...SIGNING_IN, ...OF_PEOPLE, ...AT_CONSOLE],
  'operator supervisor': [...COUNTER, ...SIGNING_IN, ...OF_PEOPLE, ...AT_CONSOLE],
  'operator manager': [...COUNTER, ...SIGNING_IN, ...OF_PEOPLE, ...AT_CONSOLE],
  'manager nobody': [...SIGNING_IN, ...OF_PEOPLE, 'makeFirstManager'],
  'manager operator': [...BACK_OFFICE, ...SIGNING_IN, ...OF_PEOPLE, 'application', 'workList', 'approve'],
  'manager supervisor': [
    ...words('confirmClock testPrinter approve acknowledgeAlarm printDayClose'),
    ...BACK_OFFICE,
    ...SIGNING_IN,
    ...OF_PEOPLE,
    ...READ,
  ],
  'manager manager': [
    ...words(`confirmClock testPrinter approve acknowledgeAlarm printDayClose checkCentre webhookSecret
      takeSnapshot restore findSubject`),
    ...BACK_OFFICE,
    ...SIGNING_IN,
    ...OF_PEOPLE,
    ...READ,
    ...SET_UP,
  ],
  'manager auditor': [...SIGNING_IN, ...OF_PEOPLE, ...READ],
};

const SCREENS = [
  'kiosk',
  'operator',
  'board',
  'counterDisplay',
  'manager',
  'clock',
  'standby',
] as const satisfies ScreenKind[];
const COMMAND_NAMES = Object.keys(COMMANDS) as CommandName[];
const QUESTION_NAMES = Object.keys(QUESTIONS) as QuestionName[];

it('lets each role do at each screen what is written here, and nothing else', () => {
  for (const screen of SCREENS) {
    for (const role of ROLES) {
      const may = [
        ...COMMAND_NAMES.filter((name) => maySend(name, screen, role)),
        ...QUESTION_NAMES.filter((name) => mayAsk(name, screen, role)),
      ];
      expect([screen, role, may.toSorted()]).toEqual([
        screen,
        role,
        [...(EXPECTED[`${screen} ${role}`] ?? [])].toSorted(),
      ]);
    }
  }
});

it(
  'the hub holds to it: every role at every screen tries every command and every question',
  { timeout: 60_000 },
  async () => {
    const { hub, add, signIn, begin, grant } = await networked();
    const { code, paired } = await begin();
    await grant(code, 'standby', null);
    const pairing = await paired;
    const places = {
      kiosk: { kioskId: 1 },
      operator: { counterId: 1 },
      board: { hallId: null },
      counterDisplay: { counterId: 1 },
      manager: {},
      clock: {},
      standby: {},
    };
    const staffIds = new Map(
      await Promise.all(STAFF_ROLES.map(async (role) => [role, await add(`One ${role}`, role)] as const)),
    );
    let tried = 0;
    const tryAll = async (screen: ScreenKind, role: string, more: object) => {
      const auth = { screen, device: `${screen}-${role}`, ...places[screen], ...more };
      // Another hub comes over the network alone, with the certificate that it was given when it was paired.
      const link = screen === 'standby' ? join(pairing, auth, tlsOptions(pairing)) : join(hub, auth);
      const may = EXPECTED[`${screen} ${role}`] ?? [];
      const refusal = role === 'nobody' ? 'notSignedIn' : 'notAllowed';
      for (const name of [...COMMAND_NAMES, ...QUESTION_NAMES]) {
        const isCommand = Object.hasOwn(COMMANDS, name);
        const asked = isCommand
          ? link.raw({ id: newId(), name, payload: 'nonsense' })
          : link.ask(name, 'nonsense' as never);
        const { error } = (await asked) as { error?: { code: string } };
        expect([screen, role, name, error?.code]).toEqual([
          screen,
          role,
          name,
          may.includes(name) ? 'badCommand' : refusal,
        ]);
        tried += 1;
      }
      link.socket.close();
    };
    for (const screen of ['kiosk', 'board', 'counterDisplay', 'clock', 'standby'] as const) {
      await tryAll(screen, screen === 'counterDisplay' ? 'board' : screen, {});
    }
    for (const screen of ['operator', 'manager'] as const) {
      await tryAll(screen, 'nobody', {});
      for (const role of STAFF_ROLES.filter((one) => USERS_OF[screen].includes(one))) {
        await tryAll(screen, role, { session: await signIn(screen, staffIds.get(role) ?? 0, PIN) });
      }
    }
    expect(tried).toBe(14 * (COMMAND_NAMES.length + QUESTION_NAMES.length));
  },
);

it('everything that sets the centre up needs a second PIN, and everything that ends what is not served', () => {
  const needs = Object.keys(APPROVED_BY).toSorted();
  expect(needs).toEqual(
    [...SET_UP, ...words('restore jump serveWithoutToken leave endVisit endApplication')].toSorted(),
  );
  for (const name of words('jump serveWithoutToken leave endVisit endApplication')) {
    expect([name, APPROVED_BY[name as Approved]]).toEqual([name, ['supervisor', 'manager']]);
  }
  for (const name of [...SET_UP, 'restore']) expect([name, APPROVED_BY[name as Approved]]).toEqual([name, ['manager']]);
});
