import type { IncomingMessage, Server as HttpServer } from 'node:http';
import type { TLSSocket } from 'node:tls';
import { Server } from 'socket.io';
import type { Centre } from '../domain/centre.ts';
import { envelopeSchema, isCommandName } from '../protocol/commands.ts';
import type { ErrorCode } from '../protocol/error-codes.ts';
import type { Handshake } from '../protocol/handshake.ts';
import type { Answer, Reply } from '../protocol/replies.ts';
import { maySend } from '../protocol/roles.ts';
import { MOST_CENTRE_BYTES, MOST_PAYLOAD_BYTES } from '../protocol/version.ts';
import { refusal, wireError } from './commands/command-reply.ts';
import { greet } from './connection.ts';
import type { Device } from '../domain/people/device.ts';
import { isOfDevice } from './pairing/device-place.ts';
import type { Hand, Sender } from './sender.ts';
import type { Fence } from './standby/fence.ts';
import { isLocalHost } from './http.ts';
import type { Pace } from './limits/allowance.ts';
import { type Allowances, allowances } from './limits/allowances.ts';
import type { HubServer, ScreenSocket } from './views/pusher.ts';
import { type ReadCommand, readPayload } from './commands/run-command.ts';

/** Beyond this the link itself is cut; up to here a too large command is answered in words. */
const MOST_LINK_BYTES = 1_000_000;
/** A screen that has been refused so many times its burst in a row is cut off. */
const CUT_TIMES = 5;

export interface SocketHooks {
  /** How often one address may connect. */
  readonly requests: Allowances;
  /** How much one screen, or all of one paired machine, may say; null: no limit. */
  readonly pace: Pace | null;
  readonly centre: () => Centre;
  readonly fence: Fence;
  readonly isDemo: boolean;
  readonly connected: (socket: ScreenSocket, sender: Sender) => void;
  /** The paired machine that a request from the network comes from; undefined for any other. */
  readonly deviceOf: (req: IncomingMessage) => Device | undefined;
  /** Whose hand is at a screen that says that of itself. */
  readonly whoIs: (handshake: Handshake) => Hand;
  /** A screen has said something; whether whoever is signed in there still is. */
  readonly used: (sender: Sender, isTouch: boolean) => boolean;
  /** A screen has heard a pulse of this hub. */
  readonly here: (sender: Sender, beatMs: unknown) => void;
  /** Answers what a screen asks. */
  readonly ask: (sender: Sender, question: unknown) => unknown;
  /** Carries out a command that is allowed and well-formed, and answers once it is on disk. */
  readonly submit: (sender: Sender, command: ReadCommand) => Promise<Reply>;
}

const isSameOrigin = (origin: string | undefined, host: string | undefined): boolean =>
  isLocalHost(host) && (origin === undefined || origin === `http://${host}`);

/** What an event that is no well-formed, allowed command is answered with. */
function readCommand(sender: Sender, raw: unknown, hooks: SocketHooks): ReadCommand | Reply {
  const tooLarge = refuseLarge(raw);
  if (tooLarge) return tooLarge;
  const envelope = envelopeSchema.safeParse(raw);
  if (!envelope.success) return refusal(idOf(raw), 'badCommand');
  const { id, name, approval, byAt, epoch } = envelope.data;
  if (epoch !== undefined && epoch !== hooks.fence.era.epoch) return refusal(id, 'otherEpoch');
  if (!isCommandName(name)) return refusal(id, 'unknownCommand');
  if (!maySend(name, sender.screen, sender.role)) {
    return refusal(id, sender.role === 'nobody' ? 'notSignedIn' : 'notAllowed');
  }
  const payload = readPayload(name, envelope.data.payload);
  return payload === undefined ? refusal(id, 'badCommand') : { id, name, payload, approval, byAt };
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

/** Pages ask by themselves, too: only what a person did keeps them signed in. */
const isHere = (raw: unknown): boolean => (raw as { name?: unknown } | null | undefined)?.name === 'stillHere';

/** A question of a size that a screen may send. */
const askWithin = (sender: Sender, hooks: SocketHooks, raw: unknown): unknown =>
  refuseLarge(raw) ?? hooks.ask(sender, raw);

/** Takes an event apart without trusting any of it. Never throws: a screen must not be able to stop the hall. */
function receive(socket: ScreenSocket, sender: Sender, hooks: SocketHooks, args: readonly unknown[]): void {
  const [event, raw, answer] = args;
  if (event === 'here') return hooks.here(sender, raw);
  const no = (code: ErrorCode) => socket.emit('refused', refusal(idOf(raw), code));
  if (event !== 'command' && event !== 'ask') return void no('unknownCommand');
  if (typeof answer !== 'function') return void no('ackMissing');
  // When its session is over it connects anew, as nobody's.
  if (!hooks.used(sender, event === 'command' || isHere(raw))) return socket.conn.close();
  if (event === 'ask') {
    const reply = answer as (reply: unknown) => void;
    Promise.resolve(askWithin(sender, hooks, raw)).then(reply, () => reply(refusal(idOf(raw), 'hubFailed')));
    return;
  }
  const reply = (one: Reply) => (answer as (reply: Answer) => void)({ ...one, epoch: hooks.fence.era.epoch });
  const command = readCommand(sender, raw, hooks);
  if ('ok' in command) reply(command);
  else void hooks.submit(sender, command).then(reply);
}

const isFromNetwork = ({ socket }: IncomingMessage): boolean => (socket as Partial<TLSSocket>).encrypted === true;

/** Who may open a link at all: a page of this machine, or a paired device. */
const isWelcome = (req: IncomingMessage, { deviceOf }: SocketHooks): boolean =>
  isFromNetwork(req) ? deviceOf(req) !== undefined : isSameOrigin(req.headers.origin, req.headers.host);

/** Who a link is of, by what it says of itself and by its certificate; or why it is refused. */
function senderOf(auth: unknown, req: IncomingMessage, hooks: SocketHooks): Sender | ErrorCode {
  const greeting = greet(auth, hooks.centre(), hooks.isDemo);
  if (!greeting.ok) return greeting.code;
  const { handshake } = greeting;
  hooks.fence.meet(handshake.era);
  if (hooks.fence.isStanding()) return 'standingBy';
  // Every key is a standby's for the asking: no page of this machine is one.
  if (handshake.screen === 'standby' && !isFromNetwork(req)) return 'notPaired';
  const hand = hooks.whoIs(handshake);
  if (!isFromNetwork(req)) return { ...handshake, ...hand, deviceId: null };
  const device = hooks.deviceOf(req);
  if (!device || !isOfDevice(device, handshake)) return 'notPaired';
  // What is written of it in the log is the hub's own name for it, whatever it calls itself.
  return { ...handshake, ...hand, device: `${device.name} #${device.id}`, deviceId: device.id };
}

/**
 * Whether one screen may say something more; who goes on over all measure is cut off. A paired machine has one allowance for
 * all its links, so that it gains nothing by linking anew.
 */
function paceOf(pace: Pace | null, allowed: Allowances, name: string) {
  let refused = 0;
  return (): 'yes' | 'no' | 'cut' => {
    if (!pace) return 'yes';
    refused = allowed.take(name) === 0 ? 0 : refused + 1;
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
  const allowed = allowances(hooks.pace);
  const mayConnect = ({ socket }: IncomingMessage) => hooks.requests.take(socket.remoteAddress ?? '') === 0;
  const io: HubServer = new Server(http, {
    transports: ['websocket'],
    serveClient: false,
    perMessageDeflate: false,
    maxHttpBufferSize: MOST_LINK_BYTES,
    pingInterval: 5_000,
    pingTimeout: 4_000,
    allowRequest: (req, decide) => decide(null, isWelcome(req, hooks) && mayConnect(req)),
  });
  io.use((socket, next) => {
    const sender = senderOf(socket.handshake.auth, socket.request, hooks);
    if (typeof sender === 'string')
      return next(Object.assign(new Error(sender), { data: wireError({ code: sender }) }));
    socket.data = sender;
    next();
  });
  io.on('connection', (socket) => {
    const sender = socket.data as Sender;
    // Who it is has been read from the request by now, and each would keep its headers and certificate for as long as it stays.
    Object.assign(socket.conn, { request: null });
    const mayDo = paceOf(hooks.pace, allowed, sender.deviceId === null ? socket.id : `device ${sender.deviceId}`);
    socket.on('disconnect', () => allowed.forget(socket.id));
    // `use` sees every packet, known event or not, and never hands it on.
    socket.use((args) => {
      try {
        const allowed = mayDo();
        if (allowed === 'yes') receive(socket, sender, hooks, args as readonly unknown[]);
        else if (allowed === 'no') refuseMany(socket, args as readonly unknown[]);
        else socket.disconnect(true);
      } catch (error) {
        console.error('A message could not be read:', error);
      }
    });
    hooks.connected(socket, sender);
  });
  return io;
}
