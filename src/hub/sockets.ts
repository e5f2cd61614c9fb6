import type { IncomingMessage, Server as HttpServer } from 'node:http';
import { Server } from 'socket.io';
import type { Centre } from '../domain/centre.ts';
import { envelopeSchema, isCommandName } from '../protocol/commands.ts';
import type { ErrorCode } from '../protocol/error-codes.ts';
import type { Handshake } from '../protocol/handshake.ts';
import type { Reply } from '../protocol/replies.ts';
import { ALLOWED } from '../protocol/roles.ts';
import { MOST_PAYLOAD_BYTES } from '../protocol/version.ts';
import { refusal, wireError } from './commands/command-reply.ts';
import { greet } from './connection.ts';
import { isLocalHost } from './http.ts';
import type { Allowances } from './limits/allowances.ts';
import { type Allowance, type Pace, takeOne } from './limits/allowance.ts';
import type { HubServer, ScreenSocket } from './views/pusher.ts';
import { type ReadCommand, readPayload } from './commands/run-command.ts';

/** Beyond this the link itself is cut; up to here a too large command is answered in words. */
const MOST_LINK_BYTES = 1_000_000;
/** A screen that has been refused so many times its burst in a row is cut off. */
const CUT_TIMES = 5;

export interface SocketHooks {
  /** How often one address may connect. */
  readonly requests: Allowances;
  /** How much one screen may say; null: no limit. */
  readonly pace: Pace | null;
  readonly centre: Centre;
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
  if (bytesOf(raw) > MOST_PAYLOAD_BYTES) {
    return refusal(idOf(raw), 'tooLarge', { most: MOST_PAYLOAD_BYTES });
  }
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

function idOf(raw: unknown): string | null {
  const id = (raw as { id?: unknown } | null | undefined)?.id;
  return typeof id === 'string' && id.length <= 64 ? id : null;
}

/** A question of a size that a screen may send. */
const askWithin = (handshake: Handshake, hooks: SocketHooks, raw: unknown): unknown =>
  bytesOf(raw) > MOST_PAYLOAD_BYTES
    ? refusal(idOf(raw), 'tooLarge', { most: MOST_PAYLOAD_BYTES })
    : hooks.ask(handshake, raw);

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

/** Whether one screen may say something more; who goes on over all measure is cut off. */
function paceOf(pace: Pace | null, nowMs: () => number = () => performance.now()) {
  let allowance: Allowance | undefined;
  let refused = 0;
  return (): 'yes' | 'no' | 'cut' => {
    if (!pace) return 'yes';
    const taken = takeOne(allowance, pace, nowMs());
    ({ allowance } = taken);
    refused = taken.againMs === 0 ? 0 : refused + 1;
    if (refused === 0) return 'yes';
    return refused > CUT_TIMES * pace.burst ? 'cut' : 'no';
  };
}

/** Says that it was too much, without looking at what it was. */
function refuseMany(socket: ScreenSocket, [, raw, answer]: readonly unknown[]): void {
  const reply = refusal(idOf(raw), 'tooMany');
  if (typeof answer === 'function') (answer as (reply: Reply) => void)(reply);
  else socket.emit('refused', reply);
}

/** The screens' side of the hub: who may connect, and what they may say. */
export function socketServer(http: HttpServer, hooks: SocketHooks): HubServer {
  const mayConnect = ({ socket }: IncomingMessage) => hooks.requests.take(socket.remoteAddress ?? '') === 0;
  const io: HubServer = new Server(http, {
    transports: ['websocket'],
    serveClient: false,
    perMessageDeflate: false,
    maxHttpBufferSize: MOST_LINK_BYTES,
    pingInterval: 5_000,
    pingTimeout: 4_000,
    allowRequest: (req, decide) => decide(null, isSameOrigin(req.headers.origin, req.headers.host) && mayConnect(req)),
  });
  io.use((socket, next) => {
    const greeting = greet(socket.handshake.auth, hooks.centre, hooks.isDemo);
    if (greeting.ok) {
      socket.data = greeting.handshake;
      next();
    } else {
      next(Object.assign(new Error(greeting.code), { data: wireError({ code: greeting.code }) }));
    }
  });
  io.on('connection', (socket) => {
    const handshake = socket.data as Handshake;
    const mayDo = paceOf(hooks.pace);
    // `use` sees every packet, known event or not, and never hands it on.
    socket.use((args) => {
      try {
        const allowed = mayDo();
        if (allowed === 'yes') receive(socket, handshake, hooks, args as readonly unknown[]);
        else if (allowed === 'no') refuseMany(socket, args as readonly unknown[]);
        else socket.disconnect(true);
      } catch (error) {
        console.error('A message could not be read:', error);
      }
    });
    hooks.connected(socket, handshake);
  });
  return io;
}
