/**
 * Paired consoles of a hub over TLS, in a process of their own: `consoles.ts FOLDER URL COUNT`. Each does its next
 * command when the last is answered, or in an open loop when it is due.
 */
import { v7 as newId } from 'uuid';
import { serviceAt } from '../hall/bench-centre.ts';
import { readDevices } from '../hall/devices-file.ts';
import { answerParent } from '../worker-process.ts';
import { consoleAuth, lightScreen } from './light-screen.ts';

const [folder = '', url = '', count = '1'] = process.argv.slice(2);
const { authority, operator } = readDevices(folder);

interface Reply {
  readonly ok: boolean;
  readonly error?: { readonly code: string };
  readonly result?: { readonly tokenId?: number; readonly label?: string };
}

/** A counter, and where its work stands. */
interface Console {
  readonly ask: ReturnType<typeof lightScreen>['ask'];
  readonly counterId: number;
  tokenId: number | null;
  /** Of the token that it called last. */
  label: string;
  isServing: boolean;
  /** Its last command; the next waits for it. */
  busy: Promise<unknown>;
}

/**
 * What a loop came to: commands that were answered, calls among them, refusals by code, and in an open loop latencies and
 * the ids of what was done.
 */
interface Counted {
  done: number;
  calls: number;
  readonly errors: Record<string, number>;
  readonly latencies: number[];
  readonly acknowledged: string[];
}

const WISH = { classes: [], language: 'ur' };

async function join(counterId: number): Promise<Console> {
  const device = operator[counterId - 1] ?? { key: '', cert: '' };
  const screen = lightScreen({ url, authority, device }, consoleAuth(counterId), () => undefined);
  await screen.joined;
  return { ask: screen.ask, counterId, tokenId: null, label: '', isServing: false, busy: Promise.resolve() };
}

async function send({ ask }: Console, counted: Counted, name: string, payload: object): Promise<Reply> {
  const id = newId();
  const reply = await ask<Reply>('command', { id, name, payload });
  counted.done += 1;
  if (reply.ok) counted.acknowledged.push(id);
  if (reply.error) counted.errors[reply.error.code] = (counted.errors[reply.error.code] ?? 0) + 1;
  return reply;
}

const issue = (one: Console, counted: Counted): Promise<Reply> =>
  send(one, counted, 'issue', { serviceIds: [serviceAt(one.counterId)], ...WISH });

/** The next step of a counter's work: call, start, end the visit. */
async function step(one: Console, counted: Counted): Promise<void> {
  const { tokenId } = one;
  if (tokenId === null) {
    const reply = await send(one, counted, 'call', {});
    if (reply.ok) counted.calls += 1;
    one.tokenId = reply.result?.tokenId ?? null;
    one.label = reply.result?.label ?? '';
  } else if (one.isServing) {
    await send(one, counted, 'endVisit', { tokenId, reason: 'measured' });
    [one.tokenId, one.isServing] = [null, false];
  } else {
    await send(one, counted, 'start', { tokenId });
    one.isServing = true;
  }
}

/** Of what was refused nothing is measured: a no is answered faster than work is done. */
function assertDone({ errors }: Counted): void {
  if (Object.keys(errors).length > 0) throw new Error(`Commands were refused: ${JSON.stringify(errors)}`);
}

const nothing = (): Counted => ({ done: 0, calls: 0, errors: {}, latencies: [], acknowledged: [] });
const consoles = await Promise.all(Array.from({ length: Number(count) }, (_, i) => join(i + 1)));
for (const one of consoles) await send(one, nothing(), 'openCounter', { operator: `Operator ${one.counterId}` });

type Work = (one: Console, counted: Counted) => Promise<unknown>;

async function closedLoop(work: Work, ms: number) {
  const counted = nothing();
  const from = performance.now();
  await Promise.all(
    consoles.map(async (one) => {
      while (performance.now() < from + ms) await work(one, counted);
    }),
  );
  assertDone(counted);
  const seconds = (performance.now() - from) / 1_000;
  return { perSecond: counted.done / seconds, callsPerSecond: counted.calls / seconds };
}

const until = (dueMs: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, Math.max(0, dueMs - performance.now())));

/** What has not been answered so long after the last was sent is lost. */
const ANSWERED_WITHIN_MS = 10_000;

/** Each fourth command issues a token, the others call, start and end one: the hall stays as full as it was. */
async function openLoop(ms: number, rate: number) {
  const total = Math.floor((ms * rate) / 1_000);
  const counted = nothing();
  const from = performance.now();
  const dueMs = (at: number): number => from + (at * 1_000) / rate;
  const sent: Promise<unknown>[] = [];
  const sendOne = (at: number): void => {
    const one = consoles[at % consoles.length];
    if (!one) return;
    // What a counter does waits for what it did before; a token that is issued there does not.
    const done = at % 4 === 0 ? issue(one, counted) : (one.busy = one.busy.then(() => step(one, counted)));
    sent.push(done.then(() => counted.latencies.push(performance.now() - dueMs(at))));
  };
  while (sent.length < total) {
    while (sent.length < total && performance.now() >= dueMs(sent.length)) sendOne(sent.length);
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
  await Promise.race([Promise.all(sent), until(performance.now() + ANSWERED_WITHIN_MS)]);
  return { ...counted, lost: total - counted.latencies.length, tookMs: performance.now() - from };
}

/** So many tokens, that counters have somebody to call; `of`: of how many of the consoles. */
async function stock(tokens: number, of = consoles.length): Promise<null> {
  const counted = nothing();
  await Promise.all(
    consoles.slice(0, of).map(async (one) => {
      while (counted.done < tokens) await issue(one, counted);
    }),
  );
  assertDone(counted);
  return null;
}

const CALL_EVERY_MS = 60;

/**
 * One counter that calls, starts and ends a visit at an even pace, while another issues; latencies of the calls alone,
 * each from when it was due. Those whom it calls were issued before.
 */
async function calls(ms: number, issuesPerSecond: number) {
  const [caller, issuer] = consoles;
  if (!caller || !issuer) throw new Error('It takes two consoles.');
  const counted = nothing();
  const count = Math.floor(ms / CALL_EVERY_MS);
  for (let at = 0; at < count; at += 1) await issue(caller, counted);
  const timer = setInterval(() => void issue(issuer, counted), 1_000 / issuesPerSecond);
  const latencies: number[] = [];
  const from = performance.now();
  for (let at = 0; at < count; at += 1) {
    const dueMs = from + at * CALL_EVERY_MS;
    await until(dueMs);
    await step(caller, counted);
    latencies.push(performance.now() - dueMs);
    await step(caller, counted);
    await step(caller, counted);
  }
  clearInterval(timer);
  assertDone(counted);
  return { latencies };
}

/** Calls at an even pace, each counter in its turn; its start and end come in between. */
async function paced(ms: number, callsPerSecond: number) {
  const counted = nothing();
  const from = performance.now();
  for (let at = 0; at < (ms * callsPerSecond) / 1_000; at += 1) {
    const one = consoles[at % consoles.length];
    if (!one) break;
    while (one.tokenId !== null) await step(one, counted);
    await until(from + (at * 1_000) / callsPerSecond);
    await step(one, counted);
  }
  assertDone(counted);
  return { calls: counted.calls };
}

const SHOT_GAP_MS = 250;

/** Calls of the first counter: their labels, and when each was sent (epoch ms). */
async function shots(count: number) {
  const [one] = consoles;
  if (!one) throw new Error('It takes a console.');
  const sent: { label: string; sentAt: number }[] = [];
  for (let at = 0; at < count; at += 1) {
    while (one.tokenId !== null) await step(one, nothing());
    const sentAt = Date.now();
    await step(one, nothing());
    sent.push({ label: one.label, sentAt });
    await new Promise((resolve) => setTimeout(resolve, SHOT_GAP_MS));
  }
  return { shots: sent };
}

type Question =
  | { readonly do: 'paced'; readonly ms: number; readonly callsPerSecond: number }
  | { readonly do: 'shots'; readonly count: number }
  | { readonly do: 'calls'; readonly ms: number; readonly issuesPerSecond: number }
  | { readonly do: 'issue' | 'serve'; readonly ms: number }
  | { readonly do: 'mixed'; readonly ms: number; readonly rate: number }
  | { readonly do: 'stock'; readonly tokens: number; readonly of?: number };

answerParent<Question>((asked) => {
  switch (asked.do) {
    case 'issue':
      return closedLoop(issue, asked.ms);
    case 'serve':
      return closedLoop(step, asked.ms);
    case 'mixed':
      return openLoop(asked.ms, asked.rate);
    case 'paced':
      return paced(asked.ms, asked.callsPerSecond);
    case 'shots':
      return shots(asked.count);
    case 'stock':
      return stock(asked.tokens, asked.of);
    case 'calls':
      return calls(asked.ms, asked.issuesPerSecond);
  }
});
process.send?.('ready');
