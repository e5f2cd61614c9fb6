import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { extractAll, listPackage } from '@electron/asar';
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROOT } from '../support/folder.ts';
import { stubElectron } from '../support/electron/stub-electron.ts';

const run = promisify(execFile);
const folder = mkdtempSync(join(tmpdir(), 'markaz-pack-'));
const unpacked = join(folder, 'dist/linux-unpacked');
const stub = join(folder, 'electron');
const asar = join(unpacked, 'resources/app.asar');

const FUSES = {
  RunAsNode: 'DISABLE',
  EnableCookieEncryption: 'ENABLE',
  EnableNodeOptionsEnvironmentVariable: 'DISABLE',
  EnableNodeCliInspectArguments: 'DISABLE',
  EnableEmbeddedAsarIntegrityValidation: 'ENABLE',
  OnlyLoadAppFromAsar: 'ENABLE',
  LoadBrowserProcessSpecificV8Snapshot: 'DISABLE',
  GrantFileProtocolExtraPrivileges: 'DISABLE',
};

/** Each fuse of an executable by its name, as it is written in the binary. */
async function fusesOf(file: string): Promise<Record<string, string>> {
  const wire = await getCurrentFuseWire(file);
  const named = (Object.keys(FUSES) as (keyof typeof FUSES)[]).map((name) => {
    const state: FuseState | undefined = wire[FuseV1Options[name]];
    return [name, state === undefined ? 'missing' : (FuseState[state] ?? 'unknown')];
  });
  return Object.fromEntries(named) as Record<string, string>;
}

describe.skipIf(process.platform !== 'linux')('the packaged app (on a stub of Electron’s distribution)', () => {
  beforeAll(async () => {
    stubElectron(stub);
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
      '/src/main/faces.css',
    ]) {
      expect(files).toContain(file);
    }
    expect(files.filter((file) => file.startsWith('/fonts/')).length).toBe(4);
    expect(files.filter((file) => /\.map$|^\/(tests|scripts|hardware|docs)(\/|$)/.test(file))).toEqual([]);
    const packages = new Set(files.flatMap((file) => /^\/node_modules\/((?:@[^/]+\/)?[^/@]+)/.exec(file)?.[1] ?? []));
    const canvas = ['@napi-rs/canvas', '@napi-rs/canvas-linux-x64-gnu'];
    const serial = ['debug', 'ms', 'node-gyp-build', 'serialport'];
    const usb = ['@node-usb/usb-linux-x64-gnu', 'usb'];
    const argon2 = ['@node-rs/argon2', '@node-rs/argon2-linux-x64-gnu'];
    const known = [...canvas, ...argon2, 'better-sqlite3', 'node-hid', 'pkg-prebuilds', ...serial, ...usb];
    const others = [...packages].filter((name) => !name.startsWith('@serialport/'));
    expect(others.toSorted()).toEqual(known.toSorted());
    expect(files.filter((file) => /bindings-cpp\/(src|prebuilds\/(?!linux))/.test(file))).toEqual([]);
  });

  it('brings beside the program what a technician needs for readers and printers', () => {
    for (const [file, packed] of [
      ['hardware/udev/70-markaz.rules', 'hardware/udev/70-markaz.rules'],
      ['docs/readers.md', 'readers.md'],
    ] as const)
      expect(readFileSync(join(unpacked, packed), 'utf8')).toBe(readFileSync(join(ROOT, file), 'utf8'));
  });

  it('keeps its native modules outside the archive', () => {
    expect(
      existsSync(join(unpacked, 'resources/app.asar.unpacked/node_modules/better-sqlite3/prebuilds/linux-x64.node')),
    ).toBe(true);
  });

  it('has its fuses set in the executable', async () => {
    // The stub's wire says the opposite of each where Electron's own does.
    expect(await fusesOf(join(stub, 'electron'))).not.toMatchObject(FUSES);
    expect(await fusesOf(join(unpacked, 'markaz'))).toMatchObject(FUSES);
  });

  it('starts a whole centre from the package against the stand-in: its own hub, all screens, everything denied', async () => {
    const app = join(folder, 'app');
    extractAll(asar, app);
    const register = join(ROOT, 'tests/support/electron/register-electron-stand-in.ts');
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
      expect.arrayContaining(['permission requests', 'permission checks', 'devices', 'will-download', 'windows']),
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
