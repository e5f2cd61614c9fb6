import type { CommandName, Payload } from '../../src/protocol/commands.ts';
import type { Reply } from '../../src/protocol/replies.ts';
import type { HubClient } from '../../src/renderer/hub-client.ts';
import type { CounterPlan } from './messages.ts';
import { send } from './participant.ts';
import { queueIdOf } from '../../src/domain/journeys/journey.ts';
import type { Random } from '../../src/domain/random.ts';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
/** How often an idle operator looks at the list, and how often they press the key although it looks empty. */
const IDLE = 30 * SECOND;
const ASK_ANYWAY = 20 * MINUTE;
/** At closing a counter stays for those who are still at an earlier stage elsewhere. */
const LAST_CALL = 45 * MINUTE;

type Phase = 'closed' | 'free' | 'called' | 'recalled' | 'serving' | 'onBreak' | 'gone';

/** One operator at one counter: calls, serves, and does everything else that happens in a hall, by chance. */
export function operatorAt(plan: CounterPlan, client: HubClient, opensAt: number, random: Random) {
  let phase: Phase = 'closed';
  let nextAt = opensAt + random.between(0, 4 * MINUTE);
  let tokenId = 0;
  let breakAt = opensAt + random.between(3 * 60 * MINUTE, 6 * 60 * MINUTE);
  let isClosing = false;
  let askedAt = 0;
  let busyAt = opensAt;
  const parked: { tokenId: number; at: number }[] = [];

  const act = <Name extends CommandName>(name: Name, payload: Payload<Name>): Promise<Reply> =>
    send(client, name, payload);
  const go = (next: Phase, at: number): void => {
    phase = next;
    nextAt = at;
  };
  const view = () => client.getState().views.counter;

  /** After an answer that was not expected: looks at what the hub says, as a person would. */
  function lookAgain(at: number): void {
    const current = view()?.current;
    tokenId = current?.id ?? 0;
    if (current) go(current.state === 'serving' ? 'serving' : 'called', at + 20 * SECOND);
    else go('free', at + 20 * SECOND);
  }

  function taken(reply: Reply, at: number): void {
    if (!reply.ok) return lookAgain(at);
    tokenId = reply.result.tokenId ?? 0;
    busyAt = at;
    go('called', at + random.between(10, 50) * SECOND);
  }

  async function open(at: number): Promise<void> {
    await act('openCounter', { operator: `Operator ${plan.id}` });
    if (random.chance(0.3)) await act('setAutoCall', { isOn: true });
    go('free', at + random.between(1, 20) * SECOND);
  }

  async function resumeOne(at: number): Promise<boolean> {
    const back = parked.findIndex((one) => one.at <= at);
    const [one] = back === -1 ? [] : parked.splice(back, 1);
    if (!one) return false;
    taken(await act('resume', { tokenId: one.tokenId }), at);
    return true;
  }

  /** Rare ways to take somebody out of order; true when one was taken. */
  async function callByHand(at: number): Promise<boolean> {
    const label = view()?.next.at(-1)?.label;
    if (label && random.chance(0.01)) {
      taken(await act('jump', { label, reason: 'urgentNeed' }), at);
      return true;
    }
    if (!random.chance(0.0005)) return false;
    await serveWithoutToken(at);
    return true;
  }

  async function callSomebody(at: number): Promise<void> {
    if (await callByHand(at)) return;
    if (view()?.waiting === 0 && at - askedAt < ASK_ANYWAY) return go('free', at + IDLE - (at % IDLE));
    askedAt = at;
    const reply = await act('call', {});
    if (reply.ok) return taken(reply, at);
    if (reply.error.code !== 'nobodyWaiting') return lookAgain(at);
    if (isClosing && parked.length === 0 && at - busyAt > LAST_CALL) return closeUp();
    go('free', at + IDLE - (at % IDLE));
  }

  async function serveWithoutToken(at: number): Promise<void> {
    const serviceId = random.pick(plan.queues, () => 1).split('/')[0] ?? '';
    const reply = await act('serveWithoutToken', { serviceId, classes: [], language: 'ur' });
    if (!reply.ok) return lookAgain(at);
    tokenId = reply.result.tokenId ?? 0;
    go('serving', at + random.between(1, 6) * MINUTE);
  }

  async function closeUp(): Promise<void> {
    const reply = await act('closeCounter', {});
    if (reply.ok) go('gone', Number.POSITIVE_INFINITY);
  }

  async function whileFree(at: number): Promise<void> {
    if (at >= breakAt) {
      breakAt = Number.POSITIVE_INFINITY;
      const reply = await act('takeBreak', {});
      return reply.ok ? go('onBreak', at + random.between(10, 20) * MINUTE) : lookAgain(at);
    }
    if (!(await resumeOne(at))) await callSomebody(at);
  }

  /** How long the stage in hand takes this time. */
  function servingMs(): number {
    const current = view()?.current;
    const queueId = current ? queueIdOf(current.serviceId, current.stageId) : '';
    return Math.max(20 * SECOND, random.lognormal(plan.serviceMs[queueId] ?? 5 * MINUTE, 0.6));
  }

  async function whileCalled(at: number): Promise<void> {
    if (random.chance(0.05)) {
      await act('recall', { tokenId });
      return go('recalled', at + random.between(12, 25) * SECOND);
    }
    if (random.chance(0.01)) {
      await act(random.chance(0.5) ? 'requeue' : 'leave', { tokenId });
      return go('free', at + 5 * SECOND);
    }
    if (random.chance(0.03)) await act('correctClass', { tokenId, classes: ['elder'] });
    const reply = await act('start', { tokenId });
    if (!reply.ok) return lookAgain(at);
    go('serving', at + servingMs());
  }

  async function whileRecalled(at: number): Promise<void> {
    if (random.chance(0.4)) return whileCalled(at);
    const reply = await act('markNoShow', { tokenId });
    if (!reply.ok) return lookAgain(at);
    if (!random.chance(0.2)) return go('free', at + 4 * SECOND);
    taken(await act('undo', {}), at);
  }

  async function sendOn(at: number): Promise<void> {
    const open = view()?.counters.filter((one) => one.status === 'open' && one.id !== plan.id) ?? [];
    const counter = random.chance(0.4) ? random.pick([undefined, ...open], () => 1) : undefined;
    const service = view()?.current?.serviceId === 'banking' ? 'e-sahulat' : 'banking';
    const to = counter
      ? ({ kind: 'counter', counterId: counter.id } as const)
      : ({ kind: 'service', serviceId: service } as const);
    const reply = await act('transfer', { tokenId, to });
    return reply.ok ? go('free', at + 5 * SECOND) : lookAgain(at);
  }

  /** Rare ends of a stage: sent back, left out, or the visit is over here; true when it was one of them. */
  async function otherEnd(at: number): Promise<boolean> {
    const { backTo = [], canSkip = false } = view()?.current ?? {};
    const [stageId] = backTo;
    const rare = random.next();
    const reason = 'photographMissing';
    if (rare < 0.01 && stageId !== undefined) await act('sendBack', { tokenId, stageId, reason });
    else if (rare < 0.03 && canSkip) await act('skipStage', { tokenId });
    else if (rare > 0.995) await act('endVisit', { tokenId, reason });
    else return false;
    lookAgain(at);
    return true;
  }

  async function parkFor(at: number): Promise<void> {
    const reply = await act('park', { tokenId, returnMinutes: 10 });
    if (reply.ok) parked.push({ tokenId, at: at + random.between(5, 15) * MINUTE });
    return reply.ok ? go('free', at + 5 * SECOND) : lookAgain(at);
  }

  /** Ends the stage; the citizen stays where this counter does the next one too. */
  async function finishStage(at: number): Promise<void> {
    const before = tokenId;
    const stay = view()?.current?.next?.counters.includes(plan.id) === true;
    const reply = await act('finish', { tokenId, thenCall: random.chance(0.2), stay });
    if (!reply.ok) return lookAgain(at);
    if (reply.result.tokenId !== before) return taken(reply, at);
    if (stay) return go('serving', at + servingMs());
    if (!random.chance(0.02)) return go('free', at + random.between(2, 20) * SECOND);
    const undone = await act('undo', {});
    return undone.ok ? go('serving', at + MINUTE) : lookAgain(at);
  }

  async function whileServing(at: number): Promise<void> {
    if (random.chance(0.05)) return sendOn(at);
    if (random.chance(0.04)) return parkFor(at);
    if (!(await otherEnd(at))) await finishStage(at);
  }

  const PHASES: Readonly<Record<Phase, (at: number) => Promise<void>>> = {
    closed: open,
    free: whileFree,
    called: whileCalled,
    recalled: whileRecalled,
    serving: whileServing,
    onBreak: open,
    gone: async () => undefined,
  };

  return {
    nextAt: () => nextAt,
    isBusy: () => phase === 'called' || phase === 'recalled' || phase === 'serving' || parked.length > 0,
    isGone: () => phase === 'gone',
    act: (at: number) => PHASES[phase](at),
    /** From now on the counter closes once nobody waits for it. */
    close() {
      isClosing = true;
      breakAt = Number.POSITIVE_INFINITY;
    },
  };
}
