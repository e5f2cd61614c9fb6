import type { CommandName } from '../../protocol/commands.ts';
import type { HubClient } from '../hub-client.ts';

/** A command that waits for somebody's second PIN. `answer` takes what goes into its envelope, or nothing. */
export interface Asked {
  readonly command: CommandName | 'restore';
  readonly answer: (approval: string | undefined) => void;
}

/** The commands of this page that wait for a second PIN, one at a time. */
export function approvalDesk() {
  const listeners = new Set<() => void>();
  let asked: Asked | undefined;
  const set = (next: Asked | undefined) => {
    asked = next;
    listeners.forEach((listener) => listener());
  };
  return {
    asked: () => asked,
    subscribe(listener: () => void) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    /** Waits for somebody's answer; undefined when nobody approves it, or another command waits already. */
    ask: (command: Asked['command']): Promise<string | undefined> =>
      new Promise((resolve) => {
        if (asked) return resolve(undefined);
        set({
          command,
          answer(approval) {
            set(undefined);
            resolve(approval);
          },
        });
      }),
  };
}

export type ApprovalDesk = ReturnType<typeof approvalDesk>;

/** The same client, which asks for a second PIN where the hub wants one, and then sends the command with it. */
export const approving = (client: HubClient, desk: ApprovalDesk): HubClient => ({
  ...client,
  async send(name, payload) {
    const reply = await client.send(name, payload);
    if (reply.ok || reply.error.code !== 'approvalNeeded') return reply;
    const approval = await desk.ask(name);
    return approval === undefined ? reply : client.send(name, payload, approval);
  },
  async ask(question) {
    const reply = await client.ask(question);
    if (reply.ok || reply.error.code !== 'approvalNeeded' || question.name !== 'restore') return reply;
    const approval = await desk.ask('restore');
    const payload = { ...question.payload, approval };
    return approval === undefined ? reply : client.ask({ ...question, payload });
  },
});
