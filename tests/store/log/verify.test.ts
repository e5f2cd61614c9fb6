import { spawnSync } from 'node:child_process';
import { copyFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { shortHash } from '../../../src/domain/keeping/chain-head.ts';
import { ROOT, testFolder } from '../../support/folder.ts';
import { issueTokens, openSmall } from '../../support/stores.ts';

/** A store with a hall and thirty tokens, closed again, and the head of its log. */
function filled() {
  const folder = testFolder();
  const store = openSmall(folder);
  issueTokens(store, 30);
  const head = store.head();
  store.close();
  return { folder, head };
}

function verify(folder: string, ...more: string[]) {
  const script = join(ROOT, 'scripts/verify/verify.ts');
  const run = spawnSync(process.execPath, [script, '--data', folder, ...more], { cwd: ROOT, encoding: 'utf8' });
  return { code: run.status, said: `${run.stdout}${run.stderr}` };
}

function change(folder: string, sql: string): void {
  const db = new Database(join(folder, 'markaz.db'));
  db.exec(sql);
  db.close();
}

/** Cuts events off the end, with everything that came of them, and lets the anchor say the same. */
function cutTail(folder: string, from: number): void {
  change(
    folder,
    `DELETE FROM token WHERE id >= ${from - 1}; DELETE FROM event WHERE seq >= ${from};
    UPDATE line SET waiting = ${from - 2}; UPDATE series SET next_number = ${from - 1};
    UPDATE issued SET count = ${from - 2}`,
  );
  rmSync(join(folder, 'anchor.json'));
}

describe('npm run verify', () => {
  it('finds a whole log whole, beside a hub that holds it, and against what was written down of it', () => {
    const { folder, head } = filled();
    const store = openSmall(folder);
    expect(verify(folder)).toMatchObject({ code: 0, said: expect.stringContaining('The log is whole: 31 events') });
    const short = `${head.seq}: ${shortHash(head.hash)}`;
    expect(verify(folder, '--against', short)).toMatchObject({ code: 0, said: expect.stringContaining('2 witnesses') });
    issueTokens(store, 5);
    expect(verify(folder, '--against', short)).toMatchObject({ code: 0, said: expect.stringContaining('36 events') });
    store.close();
  });

  it.each([
    ['changed', "UPDATE event SET actor = 'somebody else' WHERE seq = 7", 'broken at event 7: it, or what its seal'],
    ['removed', 'DELETE FROM event WHERE seq = 9', 'broken at event 9: it is missing'],
    [
      'put in another order',
      'UPDATE event SET seq = -1 WHERE seq = 4; UPDATE event SET seq = 4 WHERE seq = 5; UPDATE event SET seq = 5 WHERE seq = -1',
      'broken at event 4',
    ],
  ])('names the first event that was %s', (_, sql, said) => {
    const { folder } = filled();
    change(folder, sql);
    expect(verify(folder)).toMatchObject({ code: 1, said: expect.stringContaining(said) });
  });

  it('names a table that is not what the log gives', () => {
    const { folder } = filled();
    change(folder, "UPDATE token SET state = 'left' WHERE id = 3");
    expect(verify(folder)).toMatchObject({ code: 1, said: expect.stringContaining('not what the log gives: token') });
  });

  // A thief with the machine in hand can cut the log, the tables and the anchor together: then the seals all fit.
  it('finds a tail that was cut together with its anchor by a witness alone', () => {
    const { folder, head } = filled();
    cutTail(folder, 21);
    expect(verify(folder)).toMatchObject({ code: 0, said: expect.stringContaining('20 events') });
    const wanted = { code: 1, said: expect.stringContaining('has seen event 31, and the log ends at 20') };
    expect(verify(folder, '--against', `${head.seq}:${head.hash.slice(0, 16)}`)).toMatchObject(wanted);
    const file = join(folder, 'heads.json');
    writeFileSync(file, JSON.stringify({ hubId: 'hub', heads: [{ ...head, at: 1, day: '2026-11-23' }], breaks: [] }));
    expect(verify(folder, '--against', file)).toMatchObject(wanted);
  });

  it('finds a log that went on after its tail was cut', () => {
    const { folder, head } = filled();
    cutTail(folder, 21);
    const store = openSmall(folder);
    issueTokens(store, 15, Date.parse('2026-11-23T10:05:00+05:00'));
    store.close();
    expect(verify(folder, '--against', `${head.seq}:${head.hash}`)).toMatchObject({
      code: 1,
      said: expect.stringContaining('event 31 is another one'),
    });
  });

  it('says in words what it cannot read, and changes no byte', () => {
    const { folder } = filled();
    const before = readFileSync(join(folder, 'markaz.db'));
    verify(folder);
    expect(readFileSync(join(folder, 'markaz.db')).equals(before)).toBe(true);
    expect(verify(join(folder, 'nowhere'))).toMatchObject({ code: 2, said: expect.stringContaining('no store') });
    expect(verify(folder, '--against', '31:12ab')).toMatchObject({ code: 2, said: expect.stringContaining('neither') });
    copyFileSync(join(folder, 'markaz.db'), join(folder, 'kept.db'));
    rmSync(join(folder, 'keys'), { recursive: true });
    expect(verify(folder)).toMatchObject({ code: 2, said: expect.stringContaining('keyMissing') });
  });
});
