import { spawn } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { resolve } from 'node:path';
import { buildScreens } from './build-screens.ts';
import { findElectron } from './find-electron.ts';
import { HUB_FLAGS } from './hub-flags.ts';

const ROOT = resolve(import.meta.dirname, '..');

/** The environment with the code of the kiosks' maintenance screen: as it is set there, else a new one for this run. */
function withMaintenanceCode(): NodeJS.ProcessEnv {
  const { MARKAZ_MAINTENANCE_CODE: set, MARKAZ_MAINTENANCE_CODE_FILE: file } = process.env;
  if (set !== undefined || file !== undefined) return process.env;
  const code = String(randomInt(100_000, 1_000_000));
  console.log(`Maintenance code of the kiosks in this run: ${code} (rest a finger on a kiosk's clock for 3 s).`);
  return { ...process.env, MARKAZ_MAINTENANCE_CODE: code };
}

/** The hub on plain Node, with the demo centre and what else the command line asks for. */
function startInNode(args: readonly string[]) {
  console.log('No Electron binary here, so the screens are served to the browser: open an address below.');
  const command = [...HUB_FLAGS, 'src/hub/cli.ts', '--demo', ...args];
  return spawn(process.execPath, command, { cwd: ROOT, stdio: 'inherit', env });
}

buildScreens();
const electron = findElectron();
const args = process.argv.slice(2);
const env = withMaintenanceCode();
const child = electron
  ? spawn(electron, ['.', '--mode=all', ...args], { cwd: ROOT, stdio: 'inherit', env })
  : startInNode(args);
child.once('exit', (code) => process.exit(code ?? 0));
// Ctrl-C reaches the child by itself; a signal sent to this process alone is handed on.
process.on('SIGINT', () => undefined);
process.on('SIGTERM', () => child.kill('SIGTERM'));
