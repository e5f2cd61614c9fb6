import { appendFileSync, mkdirSync, renameSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { csvFeed } from '../../../src/hub/appointment-feeds/csv-feed.ts';
import { csv, HEADER, line, SLOT, watched } from '../../support/bookings/dropped.ts';
import type { FakeDesk } from '../../support/bookings/fake-desk.ts';

/** That many more rounds have ended well. */
const rounds = (desk: FakeDesk, count: number): Promise<void> => {
  const before = desk.signs.length;
  return desk.until(({ signs }) => signs.length >= before + count);
};

describe('the CSV feed', () => {
  it('takes a dropped file, reports each line beside it without anything personal, and puts it away', async () => {
    const { desk, drop, report, list, isTaken } = watched();
    drop(csv(line(1), 'LHR-0002,1,booked', line(3), line(4).replace('35202', '05202')));
    await isTaken();
    expect(desk.bookings.get('LHR-0001')).toMatchObject({
      name: 'محمد علی',
      cnic: '3520200000011',
      phone: '923001234567',
      slotAt: Date.parse(SLOT),
      needs: ['elder', 'infant'],
    });
    expect(report()).toBe(
      'place,source_id,result\r\nline 2,LHR-0001,created\r\nline 3,,rowMalformed\r\nline 4,LHR-0003,created\r\nline 5,LHR-0004,badCnic\r\n',
    );
    expect([list(), list('done')]).toEqual([['day.report.csv', 'done'], ['day.csv']]);
  });

  it('finds columns by their names, in any order, with others between', async () => {
    const { desk, drop } = watched();
    const names = ['Needs ', 'remark', ...HEADER.split(',').toReversed().slice(1)];
    const cells = ['', 'x', ...line(1).split(',').toReversed().slice(1)];
    drop(`${names.join(',')}\n${cells.join(',')}\n`);
    await desk.until(({ bookings }) => bookings.size === 1);
    expect(desk.bookings.get('LHR-0001')).toMatchObject({ serviceId: 'domicile', needs: [] });
  });

  it.each([
    ['UTF-8 with a mark', Buffer.from(`\ufeff${csv(line(1))}`)],
    ['UTF-16 LE', Buffer.from(`\ufeff${csv(line(1))}`, 'utf16le')],
    ['UTF-16 BE', Buffer.from(`\ufeff${csv(line(1))}`, 'utf16le').swap16()],
    ['UTF-16 LE with tabs', Buffer.from(`\ufeff${csv(line(1)).replaceAll(',', '\t')}`, 'utf16le')],
  ])('reads Urdu names from %s', async (_, bytes) => {
    const { desk, drop } = watched();
    drop(bytes);
    await desk.until(({ bookings }) => bookings.size === 1);
    expect(desk.bookings.get('LHR-0001')?.name).toBe('محمد علی');
  });

  it.each([
    ['a formula', '=HYPERLINK("http://x.example")'],
    ['a formula with +', '+1+1'],
    ['a formula with -', '-1+1'],
    ['a formula with @', '@SUM(A1)'],
    ['a formula behind a tab', '\tAli'],
    ['a script', '<script>alert(1)</script>'],
    ['an override of the direction', 'Ali\u202egnp.exe'],
    ['10 kB', 'ع'.repeat(5_120)],
    ['two lines that look like a booking', `Ali\n${line(66)}`],
  ])('refuses a name with %s by its line, and takes the rest', async (_, name) => {
    const { desk, drop, report, isTaken } = watched();
    drop(csv(line(1, { name: `"${name.replaceAll('"', '""')}"` }), line(2)));
    await isTaken();
    expect([...desk.bookings.keys()]).toEqual(['LHR-0002']);
    expect(report()).toContain('line 2,LHR-0001,badName\r\n');
    expect(report()).not.toContain('Ali');
  });

  it('writes no cell into its report that a spreadsheet would run', async () => {
    const { drop, report, isTaken } = watched();
    drop(csv(line(1).replace('LHR-0001', '-1+cmd|calc'), line(2).replace('LHR-0002', '-ABCDEF')));
    await isTaken();
    expect(report()).toBe("place,source_id,result\r\nline 2,,badBookingCode\r\nline 3,'-ABCDEF,created\r\n");
  });

  it.each([
    ['missing', csv(line(1)).replace('cnic', 'id card')],
    ['there twice', csv(line(1)).replace('needs', 'name')],
    ['in no header at all', line(1)],
    ['in no file at all', ''],
  ])('takes nothing when a column is %s', async (_, content) => {
    const { desk, drop, report, list } = watched();
    drop(content);
    await desk.until(({ signs }) => signs.at(-1)?.isUp === false);
    expect(desk.signs.at(-1)).toEqual({ isUp: false, trouble: 'badAnswer', detail: 'day.csv' });
    expect(desk.reports).toEqual([{ place: 'line 1', sourceId: null, fault: 'columnMissing' }]);
    expect(report()).toBe('place,source_id,result\r\nline 1,,columnMissing\r\n');
    expect([list('done'), list('refused')]).toEqual([[], ['day.csv']]);
  });

  it.each([
    ['unreadableFile', Buffer.from(csv(line(1, { name: 'Café' })), 'latin1'), {}],
    ['tooLarge', csv(line(1)), { mostBytes: 50 }],
  ] as const)(
    'refuses a file as %s, says so until a good one comes, and takes nothing of it',
    async (trouble, content, options) => {
      const { desk, drop, report, list } = watched(options);
      drop(content);
      await desk.until(({ signs }) => signs.at(-1)?.isUp === false);
      expect(desk.signs.at(-1)).toEqual({ isUp: false, trouble, detail: 'day.csv' });
      expect(report()).toBe(`place,source_id,result\r\nfile,,${trouble}\r\n`);
      expect([desk.rows, list('refused')]).toEqual([[], ['day.csv']]);
    },
  );

  it('is up again after a good file', async () => {
    const { desk, drop } = watched();
    drop(Buffer.from([0xff, 0xfe, 0x00]), 'bad.csv');
    await desk.until(({ signs }) => signs.at(-1)?.isUp === false);
    drop(csv(line(1)));
    await desk.until(({ signs }) => signs.at(-1)?.isUp === true);
    expect(desk.bookings.size).toBe(1);
  });

  it('does not touch a file that somebody still writes', async () => {
    const { desk, folder, list } = watched();
    const file = join(folder, 'slow.csv');
    writeFileSync(file, csv());
    for (let number = 1; number <= 20; number += 1) {
      appendFileSync(file, `${line(number)}\r\n`);
      utimesSync(file, number, number); // A changed time alone counts, also on disks with coarse ones.
      await rounds(desk, 1);
    }
    expect([desk.rows, list()]).toEqual([[], ['slow.csv']]);
    await desk.until(({ bookings }) => bookings.size === 20);
  });

  it('leaves reports, hidden files, lock files and folders alone', async () => {
    const { desk, folder, list } = watched();
    for (const name of ['old.report.csv', '.hidden.csv', '~$day.csv', 'notes.txt'])
      writeFileSync(join(folder, name), csv(line(1)));
    mkdirSync(join(folder, 'folder.csv'));
    await rounds(desk, 5);
    expect(desk.rows).toEqual([]);
    expect(list()).toEqual(['.hidden.csv', 'folder.csv', 'notes.txt', 'old.report.csv', '~$day.csv']);
  });

  it('takes a file again after a power cut, which changes nothing', async () => {
    const { desk, folder, drop, feed, isTaken } = watched();
    const content = csv(line(1), line(2));
    drop(content);
    await isTaken();
    await feed.stop();
    drop(content); // As if power had gone before it was put away.
    const before = new Map(desk.bookings);
    const next = csvFeed({ folder, desk, pollMs: 10 });
    onTestFinished(() => next.stop());
    next.start();
    await isTaken();
    expect(desk.bookings).toEqual(before);
    expect(desk.reports.slice(2)).toEqual([
      { place: 'line 2', outcome: 'same' },
      { place: 'line 3', outcome: 'same' },
    ]);
  });

  it('keeps a file whose rows could not be stored, and takes it at a later look', async () => {
    const { desk, drop, list, isTaken } = watched();
    desk.failures = 2;
    drop(csv(line(1)));
    await desk.until(({ signs }) => signs.some((sign) => !sign.isUp));
    expect([list('done'), list('refused')]).toEqual([[], []]);
    expect(desk.signs.find((sign) => !sign.isUp)).toMatchObject({ trouble: 'notStored', detail: 'day.csv' });
    await isTaken();
    expect(desk.bookings.size).toBe(1);
  });

  it('takes a file once that it may not put away, and says so', async () => {
    const { desk, folder, drop } = watched();
    writeFileSync(join(folder, 'done'), 'a file where the folder should be');
    drop(csv(line(1)));
    await desk.until(({ signs }) => signs.at(-1)?.isUp === false);
    expect(desk.signs.at(-1)).toMatchObject({ trouble: 'unreadableFile', detail: 'day.csv' });
    drop(csv(line(2)), 'other.csv');
    await desk.until(({ bookings }) => bookings.size === 2);
    expect(desk.reports).toHaveLength(2);
  });

  it('never puts one file away over another', async () => {
    const { desk, drop, list, isTaken } = watched();
    for (const number of [1, 2, 3]) {
      drop(csv(line(number)));
      await isTaken();
      expect(list('done')).toHaveLength(number);
    }
    expect(list('done')).toEqual(['day-2.csv', 'day-3.csv', 'day.csv']);
    expect(desk.bookings.size).toBe(3);
  });

  it('says that its folder is gone, and goes on when it is back', async () => {
    const { desk, folder, drop } = watched();
    await rounds(desk, 1);
    renameSync(folder, `${folder}-away`);
    await desk.until(({ signs }) => signs.at(-1)?.isUp === false);
    expect(desk.signs.at(-1)).toEqual({ isUp: false, trouble: 'unreachable', detail: 'ENOENT' });
    renameSync(`${folder}-away`, folder);
    drop(csv(line(1)));
    await desk.until(({ bookings, signs }) => bookings.size === 1 && signs.at(-1)?.isUp === true);
  });

  it('takes 50,000 lines in pieces of at most 500, with the event loop free in between', async () => {
    const { desk, drop, isTaken } = watched();
    drop(csv(...Array.from({ length: 50_000 }, (_, number) => line(number))));
    await isTaken();
    expect(desk.bookings.size).toBe(50_000);
    expect(Math.max(...desk.pieces.map((piece) => piece.length))).toBe(500);
    expect(new Set(desk.turns).size).toBe(desk.pieces.length);
  }, 60_000);
});
