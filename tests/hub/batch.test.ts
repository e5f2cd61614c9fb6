import { describe, expect, it } from 'vitest';
import { batches } from '../../src/hub/commands/batch.ts';

/** A store that writes down when a transaction begins and ends; nested ones are savepoints. */
function writtenDown() {
  const story: string[] = [];
  let depth = 0;
  const transact = <T>(work: () => T): T => {
    depth += 1;
    if (depth === 1) story.push('begin');
    try {
      const value = work();
      if (depth === 1) story.push('commit');
      return value;
    } finally {
      depth -= 1;
    }
  };
  const work = batches(
    { transact, isInTransaction: () => depth > 0 },
    { beforeBatch: () => undefined, committed: () => void story.push('push') },
  );
  const add = (name: string, isBad = false) =>
    work.add<string>({
      run(logged) {
        story.push(`run ${name}`);
        logged.push({} as never);
        if (isBad) throw new Error('bad');
        return `ok ${name}`;
      },
      failed: () => `failed ${name}`,
      settled: (outcome) => void story.push(outcome),
    });
  const turn = () => new Promise((resolve) => setImmediate(resolve));
  return { story, add, turn };
}

describe('group commit', () => {
  it('shares one transaction among all work of a turn, answers after the commit, and pushes after the answers', async () => {
    const { story, add, turn } = writtenDown();
    add('a');
    add('b');
    await turn();
    expect(story).toEqual(['begin', 'run a', 'run b', 'commit', 'ok a', 'ok b', 'push']);
  });

  it('fails alone what throws alone', async () => {
    const { story, add, turn } = writtenDown();
    add('a', true);
    add('b');
    await turn();
    expect(story).toEqual(['begin', 'run a', 'run b', 'commit', 'failed a', 'ok b', 'push']);
  });

  it('stores nothing more once the disk has ended the whole transaction', async () => {
    const story: string[] = [];
    let isOpen = false;
    const transact = <T>(work: () => T): T => {
      isOpen = true;
      return work();
    };
    const work = batches(
      { transact, isInTransaction: () => isOpen },
      { beforeBatch: () => undefined, committed: () => void story.push('push') },
    );
    const add = (name: string, run: () => void) =>
      work.add<string>({
        run: (logged) => (logged.push({} as never), run(), story.push(`run ${name}`), 'ok'),
        failed: () => 'failed',
        settled: (outcome) => void story.push(`${name} ${outcome}`),
      });
    add('a', () => {
      isOpen = false;
      throw new Error('SQLITE_FULL');
    });
    add('b', () => undefined);
    await new Promise((resolve) => setImmediate(resolve));
    expect(story).toEqual(['a failed', 'b failed']);
  });

  it('answers nobody with a yes when the commit fails, and pushes nothing', async () => {
    const story: string[] = [];
    let depth = 0;
    const transact = <T>(work: () => T): T => {
      depth += 1;
      try {
        work();
        if (depth === 1) throw new Error('disk full');
        return undefined as T;
      } finally {
        depth -= 1;
      }
    };
    const work = batches(
      { transact, isInTransaction: () => depth > 0 },
      { beforeBatch: () => undefined, committed: () => void story.push('push') },
    );
    work.add<string>({
      run: (logged) => (logged.push({} as never), 'ok'),
      failed: () => 'failed',
      settled: (outcome) => void story.push(outcome),
    });
    await new Promise((resolve) => setImmediate(resolve));
    expect(story).toEqual(['failed']);
  });
});
