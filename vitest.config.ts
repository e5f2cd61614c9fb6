import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';
import { findChromium, HOW_TO_GET_CHROMIUM } from './tests/support/browser.ts';

if (Number(process.versions.napi) < 10) {
  throw new Error(`Node 22.14 or later is needed, this is ${process.version}: run the tests with "npm test".`);
}

const chromium = await findChromium();
if (chromium) process.env['CHROMIUM_PATH'] = chromium; // The workers use the same one.
else if (process.env['REQUIRE_BROWSER']) throw new Error(HOW_TO_GET_CHROMIUM);
else console.warn(`\nThe tests in a browser are skipped. ${HOW_TO_GET_CHROMIUM}\n`);

/** What takes long by waiting: begun last it would keep the machine idle, beside the browser it costs hardly anything. */
const WAITING =
  /tests\/(?:faults\/soak|scripts\/day|hub\/standby\/(?:by-itself|standby|seen-numbers)|hardware\/(?:printers|ailments)|hub\/(?:slips|printer-faults)|main\/alone\/kiosk-alone)\.test\.ts$/;

/** Minutes by itself: begun first. */
const LONGEST = /tests\/faults\/short\.test\.ts$/;

const isWaiting = ({ moduleId }: TestSpecification): boolean => WAITING.test(moduleId);

/** One that waits after each one in the browser, as long as there are both. */
class LongFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const turns = new Map<TestSpecification, number>();
    const inBrowser = sorted.filter(({ project }) => project.name === 'e2e');
    for (const [at, file] of inBrowser.entries()) turns.set(file, 2 * at);
    for (const [at, file] of sorted.filter(isWaiting).entries()) turns.set(file, 2 * at + 1);
    const turnOf = (file: TestSpecification): number =>
      LONGEST.test(file.moduleId) ? -1 : (turns.get(file) ?? Number.POSITIVE_INFINITY);
    return sorted.toSorted((a, b) => (turnOf(a) === turnOf(b) ? 0 : turnOf(a) - turnOf(b)));
  }
}

/** What is waited for comes at its own pace on a machine that has much to do. */
const expectations = { poll: { timeout: 10_000 } };

export default defineConfig({
  test: {
    // Twice as many as the cores of a small machine: most of what the tests do is wait.
    maxWorkers: 4,
    sequence: { sequencer: LongFirst },
    projects: [
      {
        test: {
          name: 'rules',
          environment: 'node',
          expect: expectations,
          include: [
            'tests/{domain,protocol,store,slip,speech,hub,hardware,main,renderer,scripts,kiosk,operator,manager,citizen,counter-display,faults}/**/*.test.ts',
          ],
          testTimeout: 20_000,
        },
      },
      {
        test: {
          name: 'e2e',
          environment: 'node',
          expect: expectations,
          include: ['tests/e2e/**/*.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 90_000,
        },
      },
    ],
  },
});
