import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { decodeEscpos } from '../support/devices/escpos-decoder.ts';
import { ROOT, testFolder } from '../support/folder.ts';
import { fakePrinter } from '../support/devices/printer-process.ts';

const run = (...args: readonly string[]) =>
  new Promise<{ code: number; said: string }>((resolve) => {
    execFile(process.execPath, ['scripts/printer/printer.ts', ...args], { cwd: ROOT }, (error, stdout, stderr) =>
      resolve({ code: Number(error?.code ?? 0), said: `${stdout}${stderr}` }),
    );
  });

describe('npm run printer', () => {
  it('prints a slip that is no token, and tells what the printer says', async () => {
    const fake = await fakePrinter({ paper: 'nearEnd' });
    const { code, said } = await run('test', '--to', fake.address);
    expect([code, said]).toEqual([
      0,
      'It says: online, paper nearly at its end, cover closed.\nThe printer says that the slip is printed.\n',
    ]);
    expect(decodeEscpos(await fake.bytes()).cuts).toBe(1);
  });

  it('sends nothing to one without paper, and says so', async () => {
    const fake = await fakePrinter({ paper: 'out' });
    const { code, said } = await run('test', '--to', fake.address);
    expect([code, said]).toEqual([1, 'It says: offline, no paper, cover closed.\nNothing was sent to the printer.\n']);
    expect(await run('status', '--to', 'tcp://127.0.0.1:9')).toEqual({ code: 1, said: 'It cannot be reached.\n' });
  });

  it('prints on narrow paper where it is told so', async () => {
    const fake = await fakePrinter();
    expect((await run('test', '--to', fake.address, '--paper', '58')).code).toBe(0);
    expect(decodeEscpos(await fake.bytes()).widthBytes * 8).toBe(384);
  });

  it('makes a picture where there is no printer', async () => {
    const folder = testFolder();
    expect((await run('test', '--to', 'preview', '--folder', folder)).code).toBe(0);
    expect(readFileSync(join(folder, 'printer-test.png')).subarray(1, 4).toString()).toBe('PNG');
  });

  it.each([
    [['test']],
    [['test', '--to', 'lpt1']],
    [['print', '--to', 'preview']],
    [['--bogus']],
    [['test', '--to', 'preview', '--paper', '70']],
  ])('refuses %j with one line and exit code 2', async (args) => {
    const { code, said } = await run(...args);
    expect([code, said.trim().split('\n').length]).toEqual([2, 1]);
  });
});
