import { execFileSync } from 'node:child_process';
import { resolve } from 'node:path';

const ROOT = resolve(import.meta.dirname, '..');

/** Builds the screens and the app into `out/`. @throws when the build fails; what it said is on the console then. */
export function buildScreens(): void {
  console.log('Building the screens …');
  try {
    execFileSync(process.execPath, ['node_modules/vite/bin/vite.js', 'build', '--app', '--logLevel', 'warn'], {
      cwd: ROOT,
      stdio: 'pipe',
    });
  } catch (error) {
    const { stdout, stderr } = error as { stdout?: Buffer; stderr?: Buffer };
    throw new Error(`The screens could not be built:\n${String(stdout)}${String(stderr)}`, { cause: error });
  }
}

if (import.meta.main) buildScreens();
