import { spawnSync } from 'node:child_process';
import { join as path } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { ROOT } from '../../support/folder.ts';
import { answered, PIN, SECOND_PIN, staffedHub } from '../../support/staff.ts';
import { join, testHub } from '../../support/test-hub.ts';

const run = (script: string, ...args: readonly string[]) =>
  spawnSync(process.execPath, [path(ROOT, 'scripts', script), ...args], { encoding: 'utf8' });
const letIn = (...args: readonly string[]) => run('let-in/let-in.ts', ...args);

describe('a manager who is locked out', () => {
  it('is let in from the machine of the hub with PINs that nobody chose, and it is logged', async () => {
    const { hub } = await staffedHub();
    const { folder } = hub;
    expect(letIn('--data', folder, '--name', 'Sana')).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('inUse') as string,
    });
    await hub.close();
    const db = new Database(hub.storeFile);
    db.prepare('UPDATE staff SET locked_at = 1').run();
    db.close();

    const told = letIn('--data', folder, '--name', ' Sana ');
    expect(told.status).toBe(0);
    const [pin = '', secondPin = ''] = told.stdout.match(/\d{6}/g) ?? [];
    expect(new Set([pin, secondPin, PIN, SECOND_PIN]).size).toBe(4);
    expect(run('verify/verify.ts', '--data', folder).status).toBe(0);

    const again = await testHub({ people: 'byPin', folder });
    const link = join(again, { screen: 'manager' });
    const signIn = (typed: string) => link.ask('signIn', { who: { staffId: 1 }, pin: typed });
    expect(await signIn(PIN)).toMatchObject({ error: { code: 'wrongPin' } });
    // They were on a screen that others may have read.
    expect(await signIn(pin)).toMatchObject({ error: { code: 'pinToChange', details: { pins: 2 } } });
    const newPins = { pin: PIN, secondPin: SECOND_PIN };
    const { session, name } = await answered(link, 'signIn', { who: { staffId: 1 }, pin, newPins });
    expect(name).toBe('Sana');
    const sana = join(again, { screen: 'manager', session });
    const approval = { staffId: 1, secondPin: SECOND_PIN, command: 'addStaff' };
    expect(await sana.ask('approve', approval)).toMatchObject({ ok: true });
    const log = new Database(again.storeFile, { readonly: true });
    const events = log.prepare("SELECT kind, device, payload FROM event WHERE kind = 'setPin'").all();
    expect(events).toMatchObject([{ kind: 'setPin', device: 'let-in' }]);
    expect(JSON.stringify(events)).not.toContain(pin);
    log.close();
  });

  it('is named, or nothing is changed', async () => {
    const { hub, add } = await staffedHub();
    await add('Ali', 'operator');
    await hub.close();
    expect(letIn('--data', hub.folder, '--name', 'Ali')).toMatchObject({
      status: 1,
      stderr: 'No manager is called Ali. There are: Sana.\n',
    });
    expect(letIn('--data', hub.folder).status).toBe(2);
    expect(letIn('--data', path(hub.folder, 'none'), '--name', 'Sana').status).toBe(2);
  });
});
