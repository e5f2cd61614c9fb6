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

/** What takes a minute or more by waiting: begun last, it would keep the rest of the machine idle. */
const LONG = /tests\/(?:faults\/soak|scripts\/day|hub\/standby\/by-itself|hardware\/printers|hub\/slips)\.test\.ts$/;

/** Four minutes by itself: begun first. */
const LONGEST = /tests\/faults\/short\.test\.ts$/;

const rank = ({ moduleId, project }: TestSpecification): number =>
  LONGEST.test(moduleId) ? -1 : project.name === 'e2e' ? 0 : LONG.test(moduleId) ? 1 : 2;

class LongFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return (await super.sort(files)).toSorted((a, b) => rank(a) - rank(b));
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
