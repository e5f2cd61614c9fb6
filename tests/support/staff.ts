import { v7 as newId } from 'uuid';
import type { AnswerOf } from '../../src/protocol/answers/answers.ts';
import type { CommandName, Payload, QuestionName } from '../../src/protocol/commands.ts';
import type { AskReply } from '../../src/protocol/events.ts';
import type { HubOptions } from '../../src/hub/hub-parts.ts';
import type { StaffRole } from '../../src/domain/people/role.ts';
import { join, testHub } from './test-hub.ts';

/** PINs that nobody has outside of these tests. */
export const PIN = '481592';
export const SECOND_PIN = '730264';
/** PINs that a manager chooses for somebody, who takes those above with the first sign-in. */
export const GIVEN = { pin: '926481', secondPin: '370915' } as const;

type Link = ReturnType<typeof join>;

/** What a question is answered with. @throws the code of a no. */
export async function answered<Name extends QuestionName>(link: Link, name: Name, payload: object = {}) {
  const reply = (await link.ask(name, payload)) as AskReply<Name>;
  if (!reply.ok) throw new Error(reply.error.code);
  return reply.value as AnswerOf<Name>;
}

/** Somebody's second PIN for one command, and the command with it. */
export async function approved<Name extends CommandName>(
  link: Link,
  name: Name,
  payload: Payload<Name>,
  approver: { readonly staffId: number; readonly secondPin?: string } = { staffId: 1 },
) {
  const { approval } = await answered(link, 'approve', { secondPin: SECOND_PIN, command: name, ...approver });
  return link.raw({ id: newId(), name, payload, approval });
}

/** A hub at which people sign in by PIN, with a manager (Sana, id 1) who is signed in. */
export async function staffedHub(change: Partial<HubOptions> = {}) {
  const hub = await testHub({ people: 'byPin', ...change });
  const first = join(hub, { screen: 'manager', device: 'first' });
  const { session } = await answered(first, 'makeFirstManager', { name: 'Sana', pin: PIN, secondPin: SECOND_PIN });
  const manager = join(hub, { screen: 'manager', session });
  /** Adds one of the staff with PINs that the manager chose; gives their id. */
  const addGiven = async (name: string, role: StaffRole): Promise<number> => {
    const reply = await approved(manager, 'addStaff', { name, role, ...GIVEN });
    if (!reply.ok) throw new Error(reply.error.code);
    const { staff } = await answered(manager, 'people');
    return staff.find((one) => one.name === name)?.id ?? 0;
  };
  /** Adds one of the staff, who has taken PINs of their own; gives their id. */
  const add = async (name: string, role: StaffRole): Promise<number> => {
    const staffId = await addGiven(name, role);
    const screen =
      role === 'operator' ? { screen: 'operator' as const, counterId: null } : { screen: 'manager' as const };
    const link = join(hub, { ...screen, device: `first-of-${staffId}` });
    const newPins = { pin: PIN, secondPin: SECOND_PIN };
    await answered(link, 'signIn', { who: { staffId }, pin: GIVEN.pin, newPins });
    link.socket.close();
    return staffId;
  };
  /** Signs somebody in; gives the key of the session. */
  const signIn = async (screen: 'operator' | 'manager', staffId: number, pin = PIN): Promise<string> => {
    const link = join(hub, {
      screen,
      device: `${screen}-of-${staffId}`,
      ...(screen === 'operator' ? { counterId: null } : {}),
    });
    const key = (await answered(link, 'signIn', { who: { staffId }, pin })).session;
    link.socket.close();
    return key;
  };
  return { hub, session, manager, add, addGiven, signIn };
}
