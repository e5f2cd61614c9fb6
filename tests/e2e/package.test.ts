import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { extractAll, listPackage } from '@electron/asar';
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROOT } from '../support/folder.ts';
import { stubElectron } from '../support/stub-electron.ts';

const run = promisify(execFile);
const folder = mkdtempSync(join(tmpdir(), 'markaz-pack-'));
const unpacked = join(folder, 'dist/linux-unpacked');
const asar = join(unpacked, 'resources/app.asar');

describe.skipIf(process.platform !== 'linux')('the packaged app (on a stub of Electron’s distribution)', () => {
  beforeAll(async () => {
    const stub = stubElectron(join(folder, 'electron'));
    const options = [
      '--linux',
      'dir',
      '--publish',
      'never',
      `-c.electronDist=${stub}`,
      `-c.directories.output=${join(folder, 'dist')}`,
    ];
    await run(process.execPath, ['node_modules/electron-builder/cli.js', ...options], { cwd: ROOT });
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('holds the program, its data and its fonts, and nothing of the workshop', () => {
    const files = listPackage(asar, { isPack: false });
    for (const file of [
      '/out/main/index.js',
      '/out/main/hub-process.js',
      '/out/web/kiosk/index.html',
      '/migrations/0001-initial.sql',
      '/centres/lahore.yaml',
      '/src/main/first-run.html',
    ]) {
      expect(files).toContain(file);
    }
    expect(files.filter((file) => file.startsWith('/fonts/')).length).toBe(4);
    expect(files.filter((file) => /\.map$|^\/(tests|scripts|hardware|docs)(\/|$)/.test(file))).toEqual([]);
    const packages = new Set(files.flatMap((file) => /^\/node_modules\/((?:@[^/]+\/)?[^/@]+)/.exec(file)?.[1] ?? []));
    const canvas = ['@napi-rs/canvas', '@napi-rs/canvas-linux-x64-gnu'];
    const serial = ['debug', 'ms', 'node-gyp-build', 'serialport'];
    const usb = ['@node-usb/usb-linux-x64-gnu', 'usb'];
    const known = [...canvas, 'better-sqlite3', 'node-hid', 'pkg-prebuilds', ...serial, ...usb];
    const others = [...packages].filter((name) => !name.startsWith('@serialport/'));
    expect(others.toSorted()).toEqual(known.toSorted());
    expect(files.filter((file) => /bindings-cpp\/(src|prebuilds\/(?!linux))/.test(file))).toEqual([]);
  });

  it('keeps its native modules outside the archive', () => {
    expect(
      existsSync(join(unpacked, 'resources/app.asar.unpacked/node_modules/better-sqlite3/prebuilds/linux-x64.node')),
    ).toBe(true);
  });

  it('has its fuses set in the executable', async () => {
    const wire = await getCurrentFuseWire(join(unpacked, 'markaz'));
    expect(wire[FuseV1Options.RunAsNode]).toBe(FuseState.DISABLE);
    expect(wire[FuseV1Options.OnlyLoadAppFromAsar]).toBe(FuseState.ENABLE);
    expect(wire[FuseV1Options.EnableNodeCliInspectArguments]).toBe(FuseState.DISABLE);
  });

  it('starts a whole centre from the package against the stand-in: its own hub, all screens, everything denied', async () => {
    const app = join(folder, 'app');
    extractAll(asar, app);
    const register = join(ROOT, 'tests/support/register-electron-stand-in.ts');
    const { stdout } = await run(
      process.execPath,
      ['--import', register, join(app, 'out/main/index.js'), '--mode=all'],
      { cwd: folder, timeout: 40_000 },
    );
    const lines = stdout
      .split('\n')
      .filter((line) => line.startsWith('{'))
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(lines.filter((line) => 'denied' in line).map((line) => line['denied'])).toEqual(
      expect.arrayContaining(['permission requests', 'permission checks', 'windows']),
    );
    expect(lines.find((line) => 'forked' in line)).toEqual({ forked: true, args: ['--demo', '--data'] });
    const windows = lines.filter((line) => 'window' in line);
    expect(windows).toHaveLength(4);
    for (const window of windows)
      expect(window).toMatchObject({ preloadExists: true, window: { sandbox: true, contextIsolation: true } });
    expect(lines.filter((line) => 'loaded' in line).map((line) => [line['loaded'], line['status']])).toEqual([
      ['/', 200],
      ['/kiosk/', 200],
      ['/operator/', 200],
      ['/counter-display/', 200],
    ]);
    expect(lines.at(-1)).toEqual({ quit: true });
  });
});
