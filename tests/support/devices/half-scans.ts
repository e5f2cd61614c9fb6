import { setTimeout as sleep } from 'node:timers/promises';
import { posReportsOf } from './pos-scanner.ts';

/** A reader waits a second for the rest of what has begun, by its own clock, and tells nobody when it gives it up. */
const GIVEN_UP_MS = 1_100;

/** The one report of a scanner in HID-POS mode, cut off behind its first thirty bytes. */
export function halfAReport(text: string): Uint8Array {
  const [report] = posReportsOf(text);
  if (!report) throw new Error('There is no report to be cut.');
  return report.subarray(0, 30);
}

/** The line of a serial scanner without its end, which does not come as long as a reader waits for it. */
export async function halfALine(text: string, say: (text: string) => void): Promise<void> {
  say(text.slice(0, 7));
  await sleep(GIVEN_UP_MS);
}
