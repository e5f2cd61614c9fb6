import type { DayMark } from '../domain/keeping/kept-heads.ts';
import type { Scan } from '../domain/person/scan.ts';
import { v7 as newId } from 'uuid';
import type { AloneNow, AloneState } from '../protocol/alone.ts';
import type { CommandName, Payload, Question, QuestionName } from '../protocol/commands.ts';
import { ERROR_WORDS } from '../protocol/error-codes.ts';
import type { AskReply, ToScreen, You } from '../protocol/events.ts';
import type { Handshake } from '../protocol/handshake.ts';
import type { Era } from '../domain/era.ts';
import type { Answer, Reply, WireError } from '../protocol/replies.ts';
import { SILENCE_MS } from '../protocol/version.ts';
import type { Stamp, View, ViewName, ViewValue } from '../protocol/views/views.ts';
import { keptEra } from './link/kept-era.ts';
import { type Link, socketLink } from './link/link.ts';
import { shellBridge, shellLink } from './link/shell-link.ts';

/** What a screen knows: the newest view of each name, and whether the hub is heard. */
export interface HubState {
  readonly views: { readonly [Name in ViewName]?: ViewValue<Name> };
  readonly stamp: Stamp | undefined;
  /** `performance.now()` when the stamp came, and how fast the hub's clock runs against it. */
  readonly heardMs: number;
  readonly rate: number;
  readonly isLive: boolean;
  /** Whose hand the hub takes to be here; undefined until it has said so. */
  readonly you: You | undefined;
  /** What a kiosk shows while it goes on alone; undefined while it does not. */
  readonly alone: AloneState | undefined;
  /** What became of the slips that it printed so. */
  readonly aloneSlips: AloneNow['slips'];
  /** `performance.now()` when that was told. */
  readonly aloneMs: number;
  /** Why the hub does not let this screen in. */
  readonly refusal: WireError | undefined;
}

export interface HubClient {
  getState(): HubState;
  subscribe(listener: () => void): () => void;
  /** Sends a command until it is answered, with one id, so that it is done once at most. Gives up after 15 s. */
  send<Name extends CommandName>(name: Name, payload: Payload<Name>, approval?: string): Promise<Reply>;
  /** Asks the hub something; it changes nothing, and is not asked again by itself. */
  ask<Name extends QuestionName>(question: Question<Name>): Promise<AskReply<Name>>;
  /** Calls with what is read for this screen at the hub, until what it gives is called. */
  hearScans(listener: (scan: Scan) => void): () => void;
  /** Calls at each pulse with the head of the log and what a witness keeps beside it, until what it gives is called. */
  hearMarks(listener: (stamp: Stamp, mark: DayMark) => void): () => void;
  close(): void;
}

const ANSWER_MS = 4_000;
/** A printer or a copy of the store may take its time, and a long report some; every other question is answered at once. */
const TEST_MS = 90_000;
const REPORT_MS = 20_000;
const WITHIN_MS: { readonly [Name in QuestionName]?: number } = {
  testPrinter: TEST_MS,
  maintenance: TEST_MS,
  printDayClose: TEST_MS,
  takeSnapshot: TEST_MS,
  report: REPORT_MS,
  counterDay: REPORT_MS,
  replayDay: REPORT_MS,
  replayFrame: REPORT_MS,
  whatIf: REPORT_MS,
};
const GIVE_UP_MS = 15_000;
const AGAIN_MS = 250;
const REFUSED_MS = 5_000;

/** What a screen knows that has heard nothing yet. */
export const NOTHING_HEARD: HubState = {
  views: {},
  stamp: undefined,
  heardMs: 0,
  rate: 1,
  isLive: false,
  you: undefined,
  alone: undefined,
  aloneSlips: [],
  aloneMs: 0,
  refusal: undefined,
};

/** The reply of a screen that was not answered: it may or may not have been done. */
const noAnswer = (id: string): Reply => ({
  ok: false,
  id,
  error: { code: 'noAnswer', message: ERROR_WORDS.noAnswer },
});

/** How fast the hub's clock runs, from two stamps a while apart. */
function rateBetween(before: HubState, stamp: Stamp, nowMs: number): number {
  if (before.views.centre?.clock !== 'demo') return 1;
  const passedMs = nowMs - before.heardMs;
  return before.stamp && passedMs > 500 ? Math.max(0, (stamp.at - before.stamp.at) / passedMs) : before.rate;
}

const shownViews = (pushed: HubState['views'], alone: AloneState | undefined): HubState['views'] =>
  alone ? { ...pushed, centre: alone.centre, kiosk: alone.kiosk } : pushed;

/** A page of another version than the hub's can only be loaded anew; a process without a page stays as it is. */
const reload = (): void => (globalThis as { location?: { reload(): void } }).location?.reload();

/** Whether a reply is of the hub that speaks now: another one's, or a no to what was meant for another, is no answer. */
const isOfEpoch = (reply: Answer, epoch = 0): boolean =>
  (reply.epoch ?? epoch) >= epoch &&
  (reply.ok || (reply.error.code !== 'otherEpoch' && reply.error.code !== 'standingBy'));

async function sendUntilAnswered<Name extends CommandName>(
  link: Link,
  era: () => Era | undefined,
  name: Name,
  payload: Payload<Name>,
  approval?: string,
): Promise<Reply> {
  const envelope = { id: newId(), name, payload, ...(approval === undefined ? {} : { approval }) };
  const until = performance.now() + GIVE_UP_MS;
  while (performance.now() < until) {
    try {
      const epoch = era()?.epoch;
      const body = epoch === undefined ? envelope : { ...envelope, epoch };
      const reply = (await link.ask('command', body, ANSWER_MS)) as Answer;
      if (isOfEpoch(reply, epoch)) return reply;
    } catch {
      // There was no answer: it may or may not have been done.
    }
    await new Promise((resolve) => setTimeout(resolve, AGAIN_MS));
  }
  return noAnswer(envelope.id);
}

async function ask<Name extends QuestionName>(link: Link, question: Question<Name>): Promise<AskReply<Name>> {
  const withinMs = WITHIN_MS[question.name] ?? ANSWER_MS;
  try {
    return (await link.ask('ask', question, withinMs)) as AskReply<Name>;
  } catch {
    return { ok: false, error: { code: 'noAnswer', message: ERROR_WORDS.noAnswer } };
  }
}

function hearPulses(link: Link, listener: ToScreen['pulse']): () => void {
  link.on('pulse', listener);
  return () => link.off('pulse', listener);
}

/** Listens to a hub of no earlier epoch than this machine has seen; such a one stands by once it is told, at the next connection. */
function hearEra(
  link: Link,
  era: ReturnType<typeof keptEra>,
  hear: (stamp: Stamp) => void,
  set: (change: Partial<HubState>) => void,
): void {
  link.on('pulse', (stamp, _mark, told) => {
    if (era.meet(told)) return hear(stamp);
    set({ isLive: false, refusal: { code: 'standingBy', message: ERROR_WORDS.standingBy } });
    link.close();
    setTimeout(() => link.connect(), REFUSED_MS);
  });
}

/** Takes what the hub pushes; what a kiosk shows of its own while it is alone gives way to the hub's newest again. */
function hearViews(
  link: Link,
  state: () => HubState,
  hear: (stamp: Stamp, change: Partial<HubState>) => void,
  set: (change: Partial<HubState>) => void,
): void {
  let pushed: HubState['views'] = {};
  link.on('view', (view: View) => {
    pushed = { ...pushed, [view.name]: view.value };
    hear(view.stamp, { views: shownViews(pushed, state().alone) });
  });
  link.on('alone', ({ state: alone, slips: aloneSlips }) => {
    const views = shownViews(pushed, alone ?? undefined);
    set({ alone: alone ?? undefined, aloneSlips, views, aloneMs: performance.now() });
  });
}

/** Connects a screen to its hub: by the shell's socket where there is one, else to the hub that served it or is at `url`. */
export function connectHub(handshake: Handshake, url = ''): HubClient {
  const bridge = shellBridge();
  const era = keptEra();
  const said = () => ({ ...handshake, ...(era.now() ? { era: era.now() } : {}) }) as Handshake;
  const link = bridge ? shellLink(bridge, said()) : socketLink(said, url);
  const listeners = new Set<() => void>();
  let state = NOTHING_HEARD;
  const set = (change: Partial<HubState>) => {
    state = { ...state, ...change };
    for (const listener of listeners) listener();
  };
  const hear = (stamp: Stamp, change: Partial<HubState> = {}) => {
    const nowMs = performance.now();
    set({ ...change, stamp, heardMs: nowMs, rate: rateBetween(state, stamp, nowMs), isLive: true, refusal: undefined });
  };
  hearEra(link, era, hear, set);
  hearViews(link, () => state, hear, set);
  link.on('you', (you) => set({ you }));
  link.on('disconnect', () => set({ isLive: false }));
  link.on('refused', (why) => {
    const refusal = why as WireError | undefined;
    set({ isLive: false, refusal });
    // A refusal in words ends the socket's own tries; the hall may be set up differently in a while.
    if (refusal) setTimeout(() => (refusal.code === 'oldProtocol' ? reload() : link.connect()), REFUSED_MS);
  });
  const watch = setInterval(() => {
    if (state.isLive && performance.now() - state.heardMs > SILENCE_MS) set({ isLive: false });
  }, 500);

  return {
    getState: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    ask: (question) => ask(link, question),
    hearScans(listener) {
      link.on('scan', listener);
      return () => link.off('scan', listener);
    },
    hearMarks: (listener) => hearPulses(link, listener),
    send: (name, payload, approval) => sendUntilAnswered(link, era.now, name, payload, approval),
    close() {
      clearInterval(watch);
      link.close();
    },
  };
}
