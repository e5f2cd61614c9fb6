import { type ChildProcess, fork } from 'node:child_process';
import { resolve } from 'node:path';
import { type Centre, levelsOf } from '../../src/domain/centre.ts';
import { queueIdOf } from '../../src/domain/journeys/journey.ts';
import type { Arrival } from './day-plan.ts';
import type { CounterPlan, FromParticipant, ToParticipant } from './messages.ts';

export type Report = Extract<FromParticipant, { kind: 'report' }>;

interface Process {
  readonly child: ChildProcess;
  nextAt: number | null;
  open: number;
}

interface CastOptions {
  readonly centre: Centre;
  readonly url: string;
  readonly arrivals: readonly Arrival[];
  readonly seed: number;
  readonly opensAt: number;
}

function answerOf<Kind extends FromParticipant['kind']>(
  child: ChildProcess,
  kind: Kind,
): Promise<Extract<FromParticipant, { kind: Kind }>> {
  return new Promise((done, fail) => {
    const hear = (message: FromParticipant) => {
      if (message.kind !== kind) return;
      child.off('message', hear);
      child.off('exit', gone);
      done(message as Extract<FromParticipant, { kind: Kind }>);
    };
    const gone = (code: number | null) => fail(new Error(`A participant's process ended (code ${code}).`));
    child.on('message', hear);
    child.once('exit', gone);
  });
}

async function enter(file: string, message: ToParticipant): Promise<ChildProcess> {
  const child = fork(resolve(import.meta.dirname, file), { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  child.send(message);
  await answerOf(child, 'ready');
  return child;
}

function counterPlans(centre: Centre): readonly CounterPlan[] {
  const stages = centre.services.flatMap(({ id, journey }) =>
    journey.map((stage) => [queueIdOf(id, stage.id), stage.serviceMs] as const),
  );
  const serviceMs = Object.fromEntries(stages);
  return centre.counters.map(({ id }) => ({ id, serviceMs, queues: levelsOf(centre, id).flat() }));
}

export type Cast = Awaited<ReturnType<typeof castOf>>;

/** Brings the kiosks, the operators (in two processes) and the boards to the hub, each in processes of their own. */
export async function castOf({ centre, url, arrivals, seed, opensAt }: CastOptions) {
  const plans = counterPlans(centre);
  const half = Math.ceil(plans.length / 2);
  const operators = (counters: readonly CounterPlan[]) =>
    enter('operator-process.ts', { kind: 'operators', url, seed, opensAt, counters });
  const children = await Promise.all([
    enter('kiosk-process.ts', { kind: 'kiosks', url, arrivals }),
    operators(plans.slice(0, half)),
    operators(plans.slice(half)),
    enter('board-process.ts', { kind: 'boards', url, halls: [null, ...centre.halls.map((hall) => hall.id)], each: 2 }),
  ]);
  const processes = children.map((child, place): Process => ({ child, nextAt: place === 3 ? null : opensAt, open: 0 }));
  let arrived = 0;
  return {
    nextAt(): number | null {
      const times = processes.flatMap((one) => one.nextAt ?? []);
      return times.length === 0 ? null : Math.min(...times);
    },
    async tick(at: number): Promise<void> {
      arrived = arrivals.filter((arrival) => arrival.at <= at).length;
      const due = processes.filter((one) => one.nextAt !== null && one.nextAt <= at);
      await Promise.all(
        due.map(async (one) => {
          const done = answerOf(one.child, 'done');
          one.child.send({ kind: 'tick', at } satisfies ToParticipant);
          ({ nextAt: one.nextAt, open: one.open } = await done);
        }),
      );
    },
    closing: () => processes.forEach((one) => one.child.send({ kind: 'closing' } satisfies ToParticipant)),
    progress: (at: number, from: number) => ({
      minutes: Math.floor((at - from) / 60_000),
      arrived,
      of: arrivals.length,
      open: processes.reduce((sum, one) => sum + one.open, 0),
    }),
    /** Ends the day for everybody, once all screens have had time to see its last state. */
    async end(): Promise<readonly Report[]> {
      await new Promise((done) => setTimeout(done, 1_000));
      return Promise.all(
        processes.map(async ({ child }) => {
          const report = answerOf(child, 'report');
          child.send({ kind: 'end' } satisfies ToParticipant);
          const told = await report;
          child.disconnect();
          return told;
        }),
      );
    },
  };
}
