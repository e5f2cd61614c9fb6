import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type DroppedFile, droppedFiles, putAway } from '../../../src/hub/appointment-feeds/csv/csv-folder.ts';
import { csv, HEADER, line, watched } from '../../support/bookings/dropped.ts';

/** What holds a CNIC in any way in which this file writes one. */
const CNIC = /35202-?\d{7}-?1/;

describe('what is put away', () => {
  it('is a copy in which every CNIC is masked, whatever the column', async () => {
    const { drop, isTaken, kept, list } = watched();
    const swapped = line(3).replace(/LHR-0003(.*)(35202-0000003-1)/, '$2$1LHR-0003');
    drop(
      csv(line(1), line(2, { name: 'Ali 3520200000021' }), swapped, line(4).replace('35202-', '935202-'), '"open,,,'),
    );
    await isTaken();
    expect(kept('done').split('\r\n')).toEqual([
      HEADER,
      line(1).replace('0000001', '•••••••'),
      line(2, { name: 'Ali 35202-•••••••-1' }).replace('0000002', '•••••••'),
      swapped.replace('0000003', '•••••••'),
      line(4).replace('35202-0000004-1', '•••'),
      '"open,,,',
      '',
    ]);
    expect(list()).toEqual(['day.report.csv', 'done']);
  });

  it.each([
    ['UTF-16', 'done', Buffer.from(`\ufeff${csv(line(1))}`, 'utf16le'), {}],
    ['UTF-16 without its mark', 'refused', Buffer.from(csv(line(1)), 'utf16le'), {}],
    ['bytes that are no text', 'refused', Buffer.from(csv(line(1, { name: 'Café' })), 'latin1'), {}],
    ['another form', 'refused', Buffer.from('Café: 35202-0000001-1 and 3520200000011', 'latin1'), {}],
    ['more than is read', 'refused', Buffer.from(csv(line(1))), { mostBytes: 50 }],
  ] as const)('holds no CNIC of a file in %s', async (_, into, bytes, options) => {
    const { desk, drop, kept, list } = watched(options);
    drop(bytes);
    await desk.until(({ signs }) => !list().includes('day.csv') && signs.at(-1)?.isUp === (into === 'done'));
    expect(kept(into).replaceAll('\0', '')).not.toMatch(CNIC);
    expect(kept(into).replaceAll('\0', '')).toMatch(/•••/);
  });

  it('holds no CNIC that lies across two pieces of the file', async () => {
    const { drop, isTaken, kept } = watched();
    const content = csv(...Array.from({ length: 5_000 }, (_, number) => line(number)));
    drop(content);
    await isTaken();
    expect(kept('done')).toBe(content.replaceAll(/(?<=35202-)\d{7}/g, '•••••••'));
  });

  it('has no CNIC in its name, nor has the report', async () => {
    const { drop, isTaken, list } = watched();
    drop(csv(line(1)), 'of 35202-0000001-1.csv');
    await isTaken('of 35202-0000001-1.csv');
    expect([list(), list('done')]).toEqual([['done', 'of •••.report.csv'], ['of •••.csv']]);
  });

  it('is nothing yet when the hub stops amid the copy: the file lies there for the next start', async () => {
    const { folder, drop, feed, list } = watched();
    await feed.stop();
    drop(csv(line(1)));
    const [seen] = await droppedFiles(folder);
    await expect(putAway(folder, seen as DroppedFile, 'done', '', AbortSignal.abort())).rejects.toThrow(/abort/);
    expect([list().includes('day.csv'), list('done').includes('day.csv')]).toEqual([true, false]);
  });

  it('takes nothing away that came while the file was being copied', async () => {
    const { folder, drop, feed } = watched();
    await feed.stop();
    drop(csv(line(1)));
    const [seen] = await droppedFiles(folder);
    drop(csv(line(2)));
    await putAway(folder, seen as DroppedFile, 'done', '', new AbortController().signal);
    expect(readFileSync(join(folder, 'day.csv'), 'utf8')).toBe(csv(line(2)));
  });
});
