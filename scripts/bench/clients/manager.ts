/**
 * A manager on the hub's own machine: `manager.ts URL FROM_DAY TO_DAY`. Asked for `{ms}`, asks for a year's report and a
 * copy of the store again and again; how many of each came.
 */
import { NO_FILTER } from '../../../src/domain/reports/figures/grouping.ts';
import { answerParent } from '../worker-process.ts';
import { lightScreen } from './light-screen.ts';

const [url = '', fromDay = '', toDay = ''] = process.argv.slice(2);
const REST_MS = 100;

interface Reply {
  readonly ok: boolean;
  readonly error?: { readonly code: string };
}

const desk = lightScreen({ url }, { screen: 'manager', device: 'manager', name: 'Bench' }, () => undefined);
await desk.joined;

/** Asks until the time is over; how often it was answered with a yes, and the last no. */
async function again(name: string, payload: object, ms: number) {
  const endsAt = performance.now() + ms;
  let done = 0;
  let no: string | undefined;
  while (performance.now() < endsAt) {
    const reply = await desk.ask<Reply>('ask', { name, payload });
    if (reply.ok) done += 1;
    else no = reply.error?.code;
    await new Promise((resolve) => setTimeout(resolve, REST_MS));
  }
  return { done, no };
}

answerParent<{ readonly ms: number }>(async ({ ms }) => {
  const [reports, copies] = await Promise.all([
    again('report', { fromDay, toDay, groupBy: 'service', filter: NO_FILTER }, ms),
    again('takeSnapshot', {}, ms),
  ]);
  return { reports, copies };
});
process.send?.('ready');
