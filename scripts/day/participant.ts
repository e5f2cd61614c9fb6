import type { CommandName, Payload } from '../../src/protocol/commands.ts';
import type { Handshake } from '../../src/protocol/handshake.ts';
import type { Reply } from '../../src/protocol/replies.ts';
import { connectHub, type HubClient } from '../../src/renderer/hub-client.ts';
import type { Acknowledged, BoardReport, FromParticipant, ToParticipant } from './messages.ts';

const acknowledged: Acknowledged[] = [];
let unanswered = 0;

const tell = (message: FromParticipant): void => void process.send?.(message);

/** Connects like a screen, and waits until the hub has spoken. */
export async function join(handshake: Handshake, url: string): Promise<HubClient> {
  const client = connectHub(handshake, url);
  await new Promise<void>((resolve) => {
    const end = client.subscribe(() => {
      if (!client.getState().isLive) return;
      end();
      resolve();
    });
  });
  return client;
}

/** Sends a command like a screen, and remembers what was answered. */
export async function send<Name extends CommandName>(
  client: HubClient,
  name: Name,
  payload: Payload<Name>,
): Promise<Reply> {
  const reply = await client.send(name, payload);
  if (!reply.ok && reply.error.code === 'noAnswer') unanswered += 1;
  else acknowledged.push({ id: reply.id ?? '', name, reply });
  return reply;
}

/** What a kind of participant does at each tick of the day's clock. */
export interface Role {
  /** Does everything that is due at `at`, and tells when it wants to act next and how many tokens it holds open. */
  tick(at: number): Promise<{ readonly nextAt: number | null; readonly open: number }>;
  closing?(): void;
  report?(): readonly BoardReport[];
}

/** Runs a participant's process: its role begins with the first message. */
export function takePart(begin: (message: ToParticipant) => Promise<Role>): void {
  let role: Role | undefined;
  const hear = async (message: ToParticipant): Promise<void> => {
    if (message.kind === 'tick') tell({ kind: 'done', ...(await (role as Role).tick(message.at)) });
    else if (message.kind === 'closing') role?.closing?.();
    else if (message.kind === 'end') tell({ kind: 'report', acknowledged, unanswered, boards: role?.report?.() ?? [] });
    else {
      role = await begin(message);
      tell({ kind: 'ready' });
    }
  };
  process.on('message', (message) => void hear(message as ToParticipant));
  process.on('disconnect', () => process.exit(0));
}
