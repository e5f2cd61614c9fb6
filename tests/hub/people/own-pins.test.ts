import { describe, expect, it } from 'vitest';
import { answered, approved, GIVEN, PIN, SECOND_PIN, staffedHub } from '../../support/staff.ts';
import { join } from '../../support/test-hub.ts';

const OWN = { pin: PIN, secondPin: SECOND_PIN };

describe('PINs that somebody else chose', () => {
  async function given() {
    const { hub, manager, addGiven } = await staffedHub();
    const staffId = await addGiven('Omar', 'supervisor');
    const link = join(hub, { screen: 'manager', device: 'of-omar' });
    const signIn = (pin: string, newPins: object | null = null) =>
      link.ask('signIn', { who: { staffId }, pin, newPins });
    return { hub, manager, staffId, signIn };
  }

  it('let their owner in once others are taken, and never again', async () => {
    const { signIn } = await given();
    expect(await signIn(GIVEN.pin)).toMatchObject({ error: { code: 'pinToChange', details: { pins: 2 } } });
    expect(await signIn(GIVEN.pin, OWN)).toMatchObject({ ok: true, value: { name: 'Omar' } });
    expect(await signIn(GIVEN.pin)).toMatchObject({ error: { code: 'wrongPin' } });
    expect(await signIn(PIN)).toMatchObject({ ok: true });
  });

  it('are not taken again, in whatever place, and a wrong PIN takes none', async () => {
    const { signIn } = await given();
    expect(await signIn('999111', OWN)).toMatchObject({ error: { code: 'wrongPin' } });
    for (const newPins of [
      { ...OWN, pin: GIVEN.pin },
      { ...OWN, pin: GIVEN.secondPin },
      { ...OWN, secondPin: GIVEN.pin },
    ]) {
      expect(await signIn(GIVEN.pin, newPins)).toMatchObject({ error: { code: 'pinKnown' } });
    }
    expect(await signIn(GIVEN.pin, { pin: PIN, secondPin: null })).toMatchObject({ error: { code: 'pinToChange' } });
    expect(await signIn(GIVEN.pin, { ...OWN, pin: '123456' })).toMatchObject({ error: { code: 'guessablePin' } });
    expect(await signIn(GIVEN.pin, { pin: PIN, secondPin: PIN })).toMatchObject({ error: { code: 'samePin' } });
    expect(await signIn(GIVEN.pin, OWN)).toMatchObject({ ok: true });
  });

  it('approve nothing, for whoever chose them could in their owner’s name', async () => {
    const { manager, staffId, signIn } = await given();
    const approve = (secondPin: string) => manager.ask('approve', { staffId, secondPin, command: 'leave' });
    expect(await approve(GIVEN.secondPin)).toMatchObject({ error: { code: 'pinToChange' } });
    await signIn(GIVEN.pin, OWN);
    expect(await approve(SECOND_PIN)).toMatchObject({ ok: true });
  });

  it('are asked for anew when a manager sets them anew, but not from whoever sets their own', async () => {
    const { hub, manager, staffId, signIn } = await given();
    await signIn(GIVEN.pin, OWN);
    await approved(manager, 'setPin', { staffId, ...GIVEN });
    expect(await signIn(GIVEN.pin)).toMatchObject({ error: { code: 'pinToChange' } });
    // It ends the manager's own session, so that no answer comes.
    await approved(manager, 'setPin', { staffId: 1, ...GIVEN }).catch(() => undefined);
    const own = join(hub, { screen: 'manager', device: 'of-sana' });
    expect((await answered(own, 'signIn', { who: { staffId: 1 }, pin: GIVEN.pin })).name).toBe('Sana');
  });
});
