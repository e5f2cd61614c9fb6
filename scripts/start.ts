import { spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { buildScreens } from './build-screens.ts';
import { findElectron } from './find-electron.ts';

const ROOT = resolve(import.meta.dirname, '..');

/** The hub on plain Node, with the demo centre and what else the command line asks for. */
function startInNode(args: readonly string[]) {
  console.log('No Electron binary here, so the screens are served to the browser: open an address below.');
  return spawn(process.execPath, ['src/hub/cli.ts', '--demo', ...args], { cwd: ROOT, stdio: 'inherit' });
}

buildScreens();
const electron = findElectron();
const args = process.argv.slice(2);
const child = electron
  ? spawn(electron, ['.', '--mode=all', ...args], { cwd: ROOT, stdio: 'inherit' })
  : startInNode(args);
child.once('exit', (code) => process.exit(code ?? 0));
// Ctrl-C reaches the child by itself; a signal sent to this process alone is handed on.
process.on('SIGINT', () => undefined);
process.on('SIGTERM', () => child.kill('SIGTERM'));
