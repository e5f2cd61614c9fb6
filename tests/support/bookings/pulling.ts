import { onTestFinished } from 'vitest';
import { pullFeed, type PullFeedOptions } from '../../../src/hub/appointment-feeds/pull-feed.ts';
import { FakeDesk } from './fake-desk.ts';

/** A pull feed in a hurry on that backend, until the test is over; a desk among the options is used. */
export function pulling(baseUrl: string, options: Partial<PullFeedOptions> & { readonly desk?: FakeDesk } = {}) {
  const desk = options.desk ?? new FakeDesk();
  const feed = pullFeed({
    baseUrl,
    centreId: 'lahore',
    key: null,
    random: () => 0,
    pollMs: 5,
    retryMs: 5,
    ...options,
    desk,
  });
  onTestFinished(() => feed.stop());
  feed.start();
  return { desk, feed };
}
