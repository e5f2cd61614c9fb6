import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';

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
  });
  return status === 0;
}

interface VitestResults {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numFailedTestSuites: number;
  readonly testResults: readonly {
    readonly assertionResults: readonly { readonly status: string; readonly fullName: string }[];
  }[];
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
const results = JSON.parse(readFileSync(RESULTS, 'utf8')) as VitestResults;
passed += results.numPassedTests;
failed += results.numFailedTests || (areGreen ? 0 : 1);
const skipped = results.testResults
  .flatMap((file) => file.assertionResults)
  .filter((test) => test.status === 'skipped' || test.status === 'pending');
for (const test of skipped) console.log(`skipped: ${test.fullName}`);

console.log(`\n${passed} passed, ${failed} failed, ${skipped.length} skipped`);
process.exitCode = failed === 0 ? 0 : 1;
