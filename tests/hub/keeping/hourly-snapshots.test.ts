import { dirname } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { keeper } from '../../../src/hub/keeping/keeper.ts';
import { snapshotsIn } from '../../../src/store/snapshots/snapshot-files.ts';
import { bareHall } from '../../support/bare-hall.ts';
import { SMALL_CENTRE } from '../../support/centre.ts';
import { testFolder } from '../../support/folder.ts';
import { MONDAY_TEN, testHub } from '../../support/test-hub.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** Of all clocks, the one alone by which snapshots are due stands still, and goes on as a test says. */
function stillTime(): (ms: number) => void {
  vi.useFakeTimers({ toFake: ['performance'] });
  onTestFinished(() => void vi.useRealTimers());
  return (ms) => void vi.advanceTimersByTime(ms);
}

/** A keeper of a hall, and how many snapshots there are after it has looked at the time. */
async function keptHall() {
  const pass = stillTime();
  const { hall, clock } = await bareHall(SMALL_CENTRE, testFolder());
  let told = Promise.withResolvers<void>();
  const kept = keeper(hall, null, () => told.resolve());
  onTestFinished(async () => {
    await kept.stop();
    hall.close();
  });
  const after = async (ms: number): Promise<number> => {
    pass(ms);
    clock.turnTo(clock.at() + ms);
    kept.look();
    while (kept.state().isTaking) {
      told = Promise.withResolvers();
      await told.promise;
    }
    return kept.state().snapshots.length;
  };
  return { kept, clock, after, folder: dirname(hall.store.file) };
}

describe('a snapshot', () => {
  it('is taken by itself five minutes after the start and then an hour after the last, and never before', async () => {
    const { after, folder } = await keptHall();
    expect(await after(5 * MINUTE - 1)).toBe(0);
    expect(await after(1)).toBe(1);
    expect(await after(0)).toBe(1);
    expect(await after(HOUR - 1)).toBe(1);
    expect(await after(1)).toBe(2);
    expect(await after(HOUR - 1)).toBe(2);
    expect(await after(1)).toBe(3);
    const first = MONDAY_TEN + 5 * MINUTE;
    expect(snapshotsIn(folder).map(({ at }) => at)).toEqual([first + 2 * HOUR, first + HOUR, first]);
  });

  it('that somebody asks for counts: the next one by itself is an hour after it', async () => {
    const { kept, after } = await keptHall();
    expect(await after(4 * MINUTE)).toBe(0);
    await kept.takeSnapshot();
    expect(await after(HOUR - 1)).toBe(1);
    expect(await after(1)).toBe(2);
  });

  it('is seen to by the pulse of a hub that runs', async () => {
    const pass = stillTime();
    const { folder } = await testHub();
    pass(5 * MINUTE);
    await expect.poll(() => snapshotsIn(folder).length).toBe(1);
  });
});
