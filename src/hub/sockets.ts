import type { Server as HttpServer } from 'node:http';
import { Server } from 'socket.io';
import type { Centre } from '../domain/centre.ts';
import { envelopeSchema, isCommandName } from '../protocol/commands.ts';
import type { ErrorCode } from '../protocol/error-codes.ts';
import type { Handshake } from '../protocol/handshake.ts';
import type { Reply } from '../protocol/replies.ts';
import { ALLOWED } from '../protocol/roles.ts';
import { MOST_CENTRE_BYTES, MOST_PAYLOAD_BYTES } from '../protocol/version.ts';
import { refusal, wireError } from './commands/command-reply.ts';
import { greet } from './connection.ts';
import { isLocalHost } from './http.ts';
import type { HubServer, ScreenSocket } from './views/pusher.ts';
import { type ReadCommand, readPayload } from './commands/run-command.ts';

/** Beyond this the link itself is cut; up to here a too large command is answered in words. */
const MOST_LINK_BYTES = 1_000_000;

export interface SocketHooks {
  readonly centre: () => Centre;
  readonly isDemo: boolean;
  readonly connected: (socket: ScreenSocket, handshake: Handshake) => void;
  /** Answers what a screen asks. */
  readonly ask: (sender: Handshake, question: unknown) => unknown;
  /** Carries out a command that is allowed and well-formed, and answers once it is on disk. */
  readonly submit: (sender: Handshake, command: ReadCommand) => Promise<Reply>;
}

const isSameOrigin = (origin: string | undefined, host: string | undefined): boolean =>
  isLocalHost(host) && (origin === undefined || origin === `http://${host}`);

/** What an event that is no well-formed, allowed command is answered with. */
function readCommand(handshake: Handshake, raw: unknown): ReadCommand | Reply {
  const tooLarge = refuseLarge(raw);
  if (tooLarge) return tooLarge;
  const envelope = envelopeSchema.safeParse(raw);
  if (!envelope.success) return refusal(idOf(raw), 'badCommand');
  const { id, name } = envelope.data;
  if (!isCommandName(name)) return refusal(id, 'unknownCommand');
  if (!ALLOWED[handshake.screen].includes(name)) return refusal(id, 'notAllowed');
  const payload = readPayload(name, envelope.data.payload);
  return payload === undefined ? refusal(id, 'badCommand') : { id, name, payload };
}

/** Size as JSON; what is nested too deeply to be written down counts as endless. */
function bytesOf(raw: unknown): number {
  try {
    return Buffer.byteLength(JSON.stringify(raw) ?? '');
  } catch {
    return Number.POSITIVE_INFINITY;
  }
}

/** What carries a whole centre may be as large as one. */
const CARRIES_CENTRE: ReadonlySet<unknown> = new Set(['changeCentre', 'checkCentre']);

function refuseLarge(raw: unknown): Reply | undefined {
  const name = (raw as { name?: unknown } | null | undefined)?.name;
  const most = CARRIES_CENTRE.has(name) ? MOST_CENTRE_BYTES : MOST_PAYLOAD_BYTES;
  return bytesOf(raw) > most ? refusal(idOf(raw), 'tooLarge', { most }) : undefined;
}

function idOf(raw: unknown): string | null {
  const id = (raw as { id?: unknown } | null | undefined)?.id;
  return typeof id === 'string' && id.length <= 64 ? id : null;
}

/** A question of a size that a screen may send. */
const askWithin = (handshake: Handshake, hooks: SocketHooks, raw: unknown): unknown =>
  refuseLarge(raw) ?? hooks.ask(handshake, raw);

/** Takes an event apart without trusting any of it. Never throws: a screen must not be able to stop the hall. */
function receive(socket: ScreenSocket, handshake: Handshake, hooks: SocketHooks, args: readonly unknown[]): void {
  const [event, raw, answer] = args;
  const no = (code: ErrorCode) => socket.emit('refused', refusal(idOf(raw), code));
  if (event !== 'command' && event !== 'ask') return void no('unknownCommand');
  if (typeof answer !== 'function') return void no('ackMissing');
  if (event === 'ask') {
    const reply = answer as (reply: unknown) => void;
    Promise.resolve(askWithin(handshake, hooks, raw)).then(reply, () => reply(refusal(idOf(raw), 'hubFailed')));
    return;
  }
  const reply = answer as (reply: Reply) => void;
  const command = readCommand(handshake, raw);
  if ('ok' in command) reply(command);
  else void hooks.submit(handshake, command).then(reply);
}

/** The screens' side of the hub: who may connect, and what they may say. */
export function socketServer(http: HttpServer, hooks: SocketHooks): HubServer {
  const io: HubServer = new Server(http, {
    transports: ['websocket'],
    serveClient: false,
    perMessageDeflate: false,
    maxHttpBufferSize: MOST_LINK_BYTES,
    pingInterval: 5_000,
    pingTimeout: 4_000,
    allowRequest: (req, decide) => decide(null, isSameOrigin(req.headers.origin, req.headers.host)),
  });
  io.use((socket, next) => {
    const greeting = greet(socket.handshake.auth, hooks.centre(), hooks.isDemo);
    if (greeting.ok) {
      socket.data = greeting.handshake;
      next();
    } else {
      next(Object.assign(new Error(greeting.code), { data: wireError({ code: greeting.code }) }));
    }
  });
  io.on('connection', (socket) => {
    const handshake = socket.data as Handshake;
    // `use` sees every packet, known event or not, and never hands it on.
    socket.use((args) => {
      try {
        receive(socket, handshake, hooks, args as readonly unknown[]);
      } catch (error) {
        console.error('A message could not be read:', error);
      }
    });
    hooks.connected(socket, handshake);
  });
  return io;
}
