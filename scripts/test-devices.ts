/** Tests the drivers against real devices of a real kernel, in a machine that is thrown away afterwards. */
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { buildGuest, runGuest, whyNoGuest } from '../tests/devices/guest/guest.ts';
import { readResults } from './vitest-results.ts';

const ROOT = resolve(import.meta.dirname, '..');
const CACHE = join(ROOT, 'node_modules/.cache/markaz');
const SHARED = join(CACHE, 'device-run');
const RESULTS = join(SHARED, 'vitest.json');
const WITHIN_MS = 20 * 60_000;

const why = whyNoGuest();
if (why) {
  console.log(`skipped: the tests on real devices, because ${why}.\n\n0 passed, 0 failed, 1 skipped`);
  process.exit(0);
}

buildGuest(join(CACHE, 'device-guest'));
rmSync(SHARED, { recursive: true, force: true });
mkdirSync(SHARED, { recursive: true });
writeFileSync(
  join(SHARED, 'run.sh'),
  `export PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin SYSTEMD_IGNORE_CHROOT=1
cd '${ROOT}'
/lib/systemd/systemd-udevd --daemon
bash tests/devices/guest/plug.sh
udevadm trigger && udevadm settle -t 10
'${process.execPath}' node_modules/vitest/vitest.mjs run --config tests/devices/vitest.config.ts \\
  --reporter=tap-flat --reporter=json --outputFile=/mnt/vitest.json
`,
);
await runGuest(join(CACHE, 'device-guest'), SHARED, WITHIN_MS);

if (!existsSync(RESULTS)) {
  console.error('The guest ended without a result.\n\n0 passed, 1 failed, 0 skipped');
  process.exit(1);
}
const { passed, failed, skipped } = readResults(readFileSync(RESULTS, 'utf8'));
for (const name of skipped) console.log(`skipped: ${name}`);
console.log(`\n${passed} passed, ${failed} failed, ${skipped.length} skipped`);
process.exitCode = failed === 0 ? 0 : 1;
