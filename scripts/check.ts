import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { readResults } from './vitest-results.ts';

const ROOT = resolve(import.meta.dirname, '..');
const CACHE = join(ROOT, 'node_modules/.cache/markaz');
const RESULTS = join(CACHE, 'vitest.json');

/** Each step counts as one check; the tests count one by one. */
const STEPS: readonly (readonly [name: string, bin: string, ...args: string[]])[] = [
  ['types', 'typescript/bin/tsc', '-b'],
  ['lint', 'oxlint/bin/oxlint', '--deny-warnings'],
  ['format', 'oxfmt/bin/oxfmt', '--check'],
  ['dead code', 'knip/bin/knip.js'],
  ['build', 'vite/bin/vite.js', 'build', '--app', '--logLevel', 'warn'],
];

function runs(bin: string, args: readonly string[]): boolean {
  const { status } = spawnSync(process.execPath, [join(ROOT, 'node_modules', bin), ...args], {
    cwd: ROOT,
    stdio: 'inherit',
    env: { ...process.env, NODE_COMPILE_CACHE: join(CACHE, 'compiled') }, // Hundreds of processes load the same files.
  });
  return status === 0;
}

let passed = 0;
let failed = 0;
for (const [name, bin, ...args] of STEPS) {
  console.log(`\n== ${name}`);
  if (runs(bin, args)) passed += 1;
  else failed += 1;
}

console.log('\n== tests');
mkdirSync(CACHE, { recursive: true });
rmSync(RESULTS, { force: true });
const areGreen = runs('vitest/vitest.mjs', ['run', '--reporter=default', '--reporter=json', `--outputFile=${RESULTS}`]);
const results = readResults(readFileSync(RESULTS, 'utf8'));
passed += results.passed;
failed += results.failed || (areGreen ? 0 : 1);
for (const name of results.skipped) console.log(`skipped: ${name}`);

console.log(`\n${passed} passed, ${failed} failed, ${results.skipped.length} skipped`);
process.exitCode = failed === 0 ? 0 : 1;
