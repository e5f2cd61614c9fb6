// The machine of a kiosk in a process of its own, without its page: `kiosk-process.ts FOLDER PAIRING_FILE [DIE_AT [NTH]]`.
// Told `take` it takes a token as its page does and tells what it was answered. `DIE_AT` is a step of its work at which it
// dies by its own hand, the nth time that it gets there.
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import Database from 'better-sqlite3';
import { v7 as newId } from 'uuid';
import { linkSocket } from '../../../src/hub/paired/link-socket.ts';
import type { Pairing } from '../../../src/hub/paired/pair.ts';
import { aloneKiosk } from '../../../src/main/alone/alone-kiosk.ts';
import { PROTOCOL_VERSION } from '../../../src/protocol/version.ts';
import type { KioskTold } from './kiosk.ts';

const [folder = '', pairingFile = '', dieAt = '', nth = '1'] = process.argv.slice(2);
const pairing = JSON.parse(readFileSync(pairingFile, 'utf8')) as Pairing;
const kioskId = Number(pairing.place);
const tell = (told: KioskTold) => process.send?.(told);

let left = Number(nth);
function reached(point: string): void {
  if (point !== dieAt) return;
  left -= 1;
  if (left === 0) process.kill(process.pid, 'SIGKILL');
}

const alone = aloneKiosk({ folder, migrations: resolve('migrations'), kioskId, reached });
const socket = linkSocket(pairing, { version: PROTOCOL_VERSION, device: 'kiosk', screen: 'kiosk', kioskId });
alone.attach(socket, ({ state }) => tell({ kind: 'alone', left: state?.left ?? null }));

async function take(): Promise<void> {
  const fromMs = performance.now();
  const wish = { serviceIds: ['fine'], classes: [], language: 'ur' };
  const body = { id: newId(), name: 'issue', payload: wish };
  const pass = async () => (await socket.timeout(5_000).emitWithAck('command', body)) as unknown;
  const reply = (await alone.ask('command', body, pass).catch(() => ({ ok: false }))) as {
    readonly ok: boolean;
    readonly result?: { readonly label?: string };
    readonly error?: { readonly code: string };
  };
  tell({
    kind: 'taken',
    label: reply.result?.label ?? null,
    code: reply.error?.code ?? null,
    ms: performance.now() - fromMs,
  });
}

/** What its disk holds: whether that is enough to go on alone, and how many numbers the hub has not been told of yet. */
function journal(): Extract<KioskTold, { kind: 'journal' }> {
  const db = new Database(join(folder, 'alone', 'journal.db'), { readonly: true });
  const count = (sql: string): number =>
    db.prepare<[], { n: number }>(`SELECT count(*) AS n FROM ${sql}`).get()?.n ?? 0;
  const isReady = count("kept WHERE name IN ('lease', 'provisions')") === 2;
  const toMerge = count("given WHERE state = 'given'");
  db.close();
  return { kind: 'journal', isReady, toMerge };
}

process.on('message', (told: 'take' | 'journal' | 'close') => {
  if (told === 'take') void take();
  else if (told === 'journal') tell(journal());
  else void alone.close().then(() => process.exit(0));
});
process.on('disconnect', () => process.exit(0));
tell({ kind: 'started' });
