import { describe, expect, it } from 'vitest';
import { demoClock } from '../../../src/hub/time/clock.ts';
import { answered, approved, PIN, SECOND_PIN, staffedHub } from '../../support/staff.ts';
import { join, MONDAY_TEN } from '../../support/test-hub.ts';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;

interface Answer {
  readonly ok: boolean;
  readonly error?: { readonly code: string; readonly details?: { readonly seconds?: number } };
}

/** A console of an operator who asks a supervisor to approve a jump, and what the hub says to a second PIN: a code or seconds. */
async function askedHub() {
  const clock = demoClock(MONDAY_TEN, 0);
  const staffed = await staffedHub({ clock });
  const session = await staffed.signIn('operator', await staffed.add('Ali', 'operator'));
  const staffId = await staffed.add('Nadia', 'supervisor');
  const console = join(staffed.hub, { screen: 'operator', counterId: 1, session });
  const said = ({ ok, error }: Answer) => (ok ? 'approved' : (error?.details?.seconds ?? error?.code));
  const guess = async (secondPin: string) =>
    said((await console.ask('approve', { staffId, secondPin, command: 'jump' })) as Answer);
  return { ...staffed, clock, console, staffId, guess, pass: (ms: number) => clock.turnTo(clock.at() + ms) };
}

describe('a second PIN that somebody guesses', () => {
  it('makes its owner wait longer after each wrong one, also for the right one, however fast they come', async () => {
    const { guess, pass } = await askedHub();
    const atOnce = await Promise.all(Array.from({ length: 60 }, (_, n) => guess(String(600_000 + n * 7))));
    expect(atOnce.filter((one) => one === 'wrongPin')).toHaveLength(3);
    expect(new Set(atOnce.slice(3))).toEqual(new Set([2]));
    for (const seconds of [2, 4, 8]) {
      expect(await guess(SECOND_PIN)).toBe(seconds);
      pass(seconds * SECOND);
      expect(await guess('600001')).toBe('wrongPin');
    }
    pass(16 * SECOND);
    expect(await guess(SECOND_PIN)).toBe('approved');
    // Whoever gave the right one begins anew.
    expect([await guess('600001'), await guess('600001'), await guess(SECOND_PIN)]).toEqual([
      'wrongPin',
      'wrongPin',
      'approved',
    ]);
  });

  it('locks its owner out after ten, at the sign-in too, until a manager lets them in again', async () => {
    const { hub, guess, pass, staffId, manager, signIn, console } = await askedHub();
    const session = await signIn('manager', staffId);
    const answers: unknown[] = [];
    for (let tries = 0; tries < 10; tries += 1) {
      pass(5 * MINUTE);
      await answered(manager, 'stillHere');
      await answered(console, 'stillHere');
      answers.push(await guess('600001'));
    }
    expect(answers).toEqual([...Array.from({ length: 9 }, () => 'wrongPin'), 'pinLocked']);
    pass(MINUTE);
    expect(await guess(SECOND_PIN)).toBe('pinLocked');
    await expect(signIn('manager', staffId)).rejects.toThrow('pinLocked');
    const nadia = join(hub, { screen: 'manager', session });
    expect(await nadia.ask('people', {})).toMatchObject({ error: { code: 'notSignedIn' } });
    await approved(manager, 'unlockStaff', { staffId });
    expect(await guess(SECOND_PIN)).toBe('approved');
  });

  it('counts together with guesses at the sign-in', async () => {
    const { hub, guess, staffId } = await askedHub();
    const door = join(hub, { screen: 'operator', counterId: null, device: 'door' });
    const enter = (pin: string) => door.ask('signIn', { who: { staffId }, pin });
    expect(await enter('600001')).toMatchObject({ error: { code: 'wrongPin' } });
    expect(await guess('600001')).toBe('wrongPin');
    expect(await enter('600001')).toMatchObject({ error: { code: 'wrongPin' } });
    expect(await guess(SECOND_PIN)).toBe(2);
    expect(await enter(PIN)).toMatchObject({ error: { code: 'waitForPin' } });
  });
});
