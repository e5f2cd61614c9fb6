import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { AnswerOf } from '../../protocol/answers/answers.ts';
import type { Question, QuestionName } from '../../protocol/commands.ts';
import type { AskReply } from '../../protocol/events.ts';
import { PROTOCOL_VERSION } from '../../protocol/version.ts';
import { OtherLog } from '../../store/log/event-log.ts';
import type { CopyBatch, SideTables } from '../../store/standby/log-copy.ts';
import { openStore, type Store } from '../../store/store.ts';
import { writeWhole } from '../../store/files/write-whole.ts';
import { letGoBeside } from '../keeping/forget.ts';
import { type LinkSocket, linkSocket } from '../paired/link-socket.ts';
import type { Pairing } from '../paired/pair.ts';

const WITHIN_MS = 10_000;
const LOOK_MS = 2_000;
/** A pause after each piece of a long catch-up: the other hub has a hall to serve. */
const PAUSE_MS = 15;

export interface FollowerOptions {
  readonly pairing: Pairing;
  readonly folder: string;
  readonly migrations: string;
  /** Where screens will find this hub. */
  readonly address: string;
}

/** How a standby stands. */
export interface Standing {
  /** The last event here, and the last that the other hub has told of. */
  readonly seq: number;
  readonly hubSeq: number;
  /** How long the other hub was not heard (ms); endless where it never was. */
  readonly silentMs: number;
  readonly isLinked: boolean;
  /** Whether it has had all of the log since it was started. */
  readonly hasCaughtUp: boolean;
  /** Whether the other hub's log does not go on from the copy: it was put back since. Only an empty folder can follow it. */
  readonly isOtherLog: boolean;
  /** Paired screens, and which of them the other hub heard when it was heard last. */
  readonly screens: AnswerOf<'follow'>['screens'];
  /** Why it cannot follow. */
  readonly trouble: string | null;
}

/** Asks the hub something over the paired link. @throws the code of a no, or when there is no answer. */
async function asked<Name extends QuestionName>(
  socket: LinkSocket,
  name: Name,
  payload: Question<Name>['payload'],
): Promise<AnswerOf<Name>> {
  const reply = (await socket.timeout(WITHIN_MS).emitWithAck('ask', { name, payload })) as AskReply<Name>;
  if (!reply.ok) throw new Error(reply.error.code);
  return reply.value;
}

/** The keys of the log, and whose it is: without them nothing can be taken in. */
function keepKeys(folder: string, keys: Readonly<Record<string, string>>): void {
  mkdirSync(join(folder, 'keys'), { recursive: true, mode: 0o700 });
  for (const [name, text] of Object.entries(keys)) {
    if (/^[\w-]+\.(key|pem)$/.test(name)) writeWhole(join(folder, 'keys', name), text);
  }
}

/** The store of a copy. What was copied before is there without the other hub, which may be gone for good. */
function copyStore({ folder, migrations }: Pick<FollowerOptions, 'folder' | 'migrations'>, socket: LinkSocket) {
  const openAs = (centreId: string | null, newHubId: string) =>
    openStore({ folder, migrations, centreId, newHubId, now: Date.now() });
  let store = existsSync(join(folder, 'markaz.db')) ? openAs(null, '') : undefined;
  let hasKeys = false;
  return {
    now: () => store,
    /** The store, with the keys that the other hub has by now. @throws when it does not answer. */
    async opened(): Promise<Store> {
      if (store && hasKeys) return store;
      const { hubId, centreId, keys } = await asked(socket, 'standbyKeys', {});
      keepKeys(folder, keys);
      hasKeys = true;
      return (store ??= openAs(centreId, hubId));
    },
  };
}

/** Takes in a piece. @throws OtherLog when the log of the hub does not go on from where the copy ends. */
function takeInto(into: Store, { side, head, ...answer }: AnswerOf<'handOver'>): void {
  const own = into.head();
  if (own.seq > head.seq || (own.seq === head.seq && own.hash !== head.hash)) {
    throw new OtherLog(`The hub's log ends with another event than ${own.seq}.`);
  }
  into.transact(() => {
    into.takeCopy(answer as CopyBatch);
    if (side.tables) into.takeSideTables(side.tables as unknown as SideTables);
  });
  if (answer.events.some(({ kind }) => kind === 'forget')) letGoBeside(into);
}

/** The copy that a standby keeps: what it has taken in, and what it has heard with it. */
function copyOf({ folder, migrations, address }: FollowerOptions, socket: LinkSocket) {
  const copied = copyStore({ folder, migrations }, socket);
  let [hasCaughtUp, isOtherLog] = [false, false];
  let sideMark: string | null = null;
  let [hubSeq, heardMs] = [0, Number.NEGATIVE_INFINITY];
  let screens: Standing['screens'] = [];

  function take(into: Store, answer: AnswerOf<'handOver'>): void {
    try {
      takeInto(into, answer);
      isOtherLog = false;
    } catch (error) {
      // What is here may not be led with unless a manager judges so.
      hasCaughtUp = false;
      isOtherLog = error instanceof OtherLog;
      throw error;
    }
    if (answer.side.tables) sideMark = answer.side.mark;
    hubSeq = answer.head.seq;
    // A copy in the middle of catching up is not as fresh as the word that it has just heard.
    if (into.head().seq >= hubSeq) heardMs = performance.now();
  }

  return {
    store: copied.now,
    heard: (seq: number) => void (hubSeq = Math.max(hubSeq, seq)),
    /** Takes in what there is, piece by piece; ends early when `isOver`. @throws when the hub does not answer. */
    async catchUp(isOver: () => boolean): Promise<void> {
      const into = await copied.opened();
      while (!isOver()) {
        const answer = await asked(socket, 'follow', { afterSeq: into.head().seq, sideMark, address });
        take(into, answer);
        screens = answer.screens;
        hasCaughtUp ||= into.head().seq >= answer.head.seq;
        if (into.head().seq >= answer.head.seq) return;
        await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
      }
    },
    /** Lets the other hub end, and takes in the rest. Gives whether nothing is missing. @throws when it does not answer. */
    async takeRest(): Promise<boolean> {
      const store = copied.now();
      if (!store) return false;
      const rest = await asked(socket, 'handOver', { epoch: store.epochs.epoch() + 1, afterSeq: store.head().seq });
      take(store, rest);
      return store.head().seq === rest.head.seq;
    },
    standing: () => ({
      seq: copied.now()?.head().seq ?? 0,
      hubSeq,
      silentMs: performance.now() - heardMs,
      screens,
      hasCaughtUp,
      isOtherLog,
    }),
  };
}

/** Follows the log of another hub into a store of its own, until it is closed. */
export async function followHub(options: FollowerOptions) {
  const handshake = { screen: 'standby', version: PROTOCOL_VERSION, device: 'standby' } as const;
  const socket = linkSocket(options.pairing, handshake);
  const copy = copyOf(options, socket);
  let trouble: string | null = null;
  let isClosed = false;
  let running: Promise<void> | undefined;

  function look(): Promise<void> {
    const run = async () => {
      try {
        await copy.catchUp(() => isClosed);
        trouble = null;
      } catch (error) {
        trouble = error instanceof Error ? error.message : String(error);
      }
    };
    running ??= isClosed ? Promise.resolve() : run().finally(() => (running = undefined));
    return running;
  }

  socket.on('logged', (seq: number) => {
    copy.heard(seq);
    void look();
  });
  socket.on('pulse', () => void look());
  socket.on('connect_error', ({ message }) => (trouble = message));
  const timer = setInterval(() => {
    if (socket.connected) void look();
    copy.store()?.dropAnchor();
  }, LOOK_MS);

  return {
    standing: (): Standing => ({ ...copy.standing(), isLinked: socket.connected, trouble }),
    /** Which standby of that hub it is. */
    deviceId: options.pairing.deviceId,
    /** Its store, once it has one. */
    store: copy.store,
    /** Lets the other hub end where it is reached, and takes in all that it has told. Gives whether nothing is missing. */
    async handOver(): Promise<boolean> {
      if (!socket.connected) return false;
      await look();
      return copy.takeRest().catch(() => false);
    },
    async close(): Promise<void> {
      isClosed = true;
      clearInterval(timer);
      socket.close();
      await running;
    },
  };
}

export type HubFollower = Awaited<ReturnType<typeof followHub>>;
