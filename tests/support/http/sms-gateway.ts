import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { onTestFinished } from 'vitest';
import { ROOT } from '../folder.ts';

/** The example of a gateway, in a process of its own; `messages` grows as it writes them. */
export async function smsGateway(port: number, secret: string) {
  const child = fork(join(ROOT, 'scripts/sms-gateway/sms-gateway.ts'), ['--port', String(port), '--any-age'], {
    silent: true,
    env: { ...process.env, MARKAZ_WEBHOOK_SECRET: secret },
  });
  const end = () => void child.kill('SIGKILL');
  onTestFinished(end);
  const messages: { to: string | null; bookingId: string | null; en: string; ur: string }[] = [];
  if (child.stdout) createInterface(child.stdout).on('line', (line) => messages.push(JSON.parse(line) as never));
  await once(child, 'message');
  return { messages, end, url: `http://127.0.0.1:${port}/markaz` };
}
