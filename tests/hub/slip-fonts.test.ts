import { execFile, fork } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, cpSync, mkdirSync, symlinkSync } from 'node:fs';
import { join as pathOf } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it, onTestFinished } from 'vitest';
import { printerStatus } from '../../src/protocol/views/printer-view.ts';
import { ROOT, testFolder } from '../support/folder.ts';
import { join } from '../support/test-hub.ts';

const FONTS = {
  'inter-latin-400-normal.woff2': '@fontsource/inter/files',
  'inter-latin-700-normal.woff2': '@fontsource/inter/files',
  'noto-nastaliq-urdu-arabic-400-normal.woff2': '@fontsource/noto-nastaliq-urdu/files',
  'noto-nastaliq-urdu-arabic-700-normal.woff2': '@fontsource/noto-nastaliq-urdu/files',
} as const;
type Font = keyof typeof FONTS;
const NAMES = Object.keys(FONTS) as Font[];

const packageFile = (name: Font): string => pathOf(ROOT, 'node_modules', FONTS[name], name);

/** The same face in its other weight: what differs least from the right one. */
const otherWeight = (name: Font): Font => name.replace(/[47]00/, (is) => (is === '400' ? '700' : '400')) as Font;

/** The program with its fonts beside it as in the package, one of them wrong. */
function programWith(wrong: Font | null): string {
  const folder = testFolder();
  for (const part of ['src', 'hardware', 'package.json'])
    cpSync(pathOf(ROOT, part), pathOf(folder, part), { recursive: true });
  for (const part of ['node_modules', 'migrations', 'centres', 'out'])
    symlinkSync(pathOf(ROOT, part), pathOf(folder, part));
  mkdirSync(pathOf(folder, 'fonts'));
  for (const name of NAMES)
    copyFileSync(packageFile(name === wrong ? otherWeight(name) : name), pathOf(folder, 'fonts', name));
  return folder;
}

/** What a script of that program prints. */
async function says(folder: string, script: string): Promise<string> {
  const args = ['--input-type=module', '-e', script];
  const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: folder, timeout: 15_000 });
  return stdout.trim();
}

const LOAD = `
  import { loadSlipFonts } from './src/slip/slip-fonts.ts';
  try { loadSlipFonts(); console.log('well'); } catch (error) { console.log(error.message); }
`;

/** The own printer of a kiosk's machine, until it tells a change. */
const KIOSK = `
  import { ownPrinter } from './src/main/alone/own-printer.ts';
  const keepsAlive = setInterval(() => undefined, 1_000);
  const printer = ownPrinter('slips', 1, () => {
    const { status } = printer.told();
    if (status.fault === 'none') return;
    console.log(JSON.stringify([status, printer.view().trouble]));
    clearInterval(keepsAlive);
    void printer.stop();
  });
`;

describe('a slip font that is wrong', () => {
  it.each(NAMES)('is found: %s', async (wrong) => {
    expect(await says(programWith(wrong), LOAD)).toMatch(new RegExp(`^A slip font draws wrongly: .*${wrong},`));
  });

  it('is not found where there is none', async () => {
    expect(await says(programWith(null), LOAD)).toBe('well');
  });

  it('is told to staff by the hub soon after its start, before anybody wants a slip', async () => {
    const folder = programWith('noto-nastaliq-urdu-arabic-700-normal.woff2');
    const args = ['--demo', '--clock', '60', '--port', '0', '--data', testFolder()];
    const child = fork(pathOf(folder, 'src/hub/cli.ts'), args, { cwd: folder, silent: true });
    onTestFinished(() => void child.kill('SIGKILL'));
    const [hub] = (await once(child, 'message')) as [{ url: string }];
    const manager = join(hub, { screen: 'manager', name: 'Sana' });
    const { printers } = await manager.see('manager', (view) =>
      view.printers.some(({ trouble }) => trouble === 'fonts'),
    );
    expect(printers.every(({ trouble, isReady }) => trouble === 'fonts' && !isReady)).toBe(true);
    const { alarms } = await manager.see('wall', (wall) => wall.alarms.some(({ detail }) => detail === 'fonts'));
    expect(alarms).toContainEqual(expect.objectContaining({ kind: 'printer', level: 'urgent', detail: 'fonts' }));
  }, 60_000);

  it('is told by the machine of a kiosk, which draws by itself while its hub is away', async () => {
    const said = await says(programWith('inter-latin-700-normal.woff2'), KIOSK);
    const [status, trouble] = JSON.parse(said) as [unknown, unknown];
    expect([printerStatus.parse(status).fault, trouble]).toEqual(['fonts', 'fonts']);
  });
});
