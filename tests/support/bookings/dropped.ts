import { existsSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { csvFeed, type CsvFeedOptions } from '../../../src/hub/appointment-feeds/csv-feed.ts';
import { testFolder } from '../folder.ts';
import { FakeDesk } from './fake-desk.ts';

export const HEADER = 'source_id,revision,status,name,cnic,phone,service,slot,language,needs';
export const SLOT = '2026-11-23T10:15:00+05:00';
/** A booking as a line of the file, with that number in its code and its CNIC. */
export const line = (number: number, { name = 'محمد علی', phone = '+923001234567', slot = SLOT } = {}) =>
  `LHR-${String(number).padStart(4, '0')},1,booked,${name},35202-${String(number).padStart(7, '0')}-1,${phone},domicile,${slot},ur,elder|infant`;
export const csv = (...lines: string[]) => `${[HEADER, ...lines].join('\r\n')}\r\n`;

/** A folder that is watched; `drop` puts a file into it in one step, as a copy from elsewhere does. */
export function watched(options: Partial<CsvFeedOptions> = {}) {
  const folder = testFolder();
  const desk = new FakeDesk();
  const feed = csvFeed({ folder, desk, pollMs: 10, ...options });
  onTestFinished(() => feed.stop());
  feed.start();
  const list = (into = '.') => (existsSync(join(folder, into)) ? readdirSync(join(folder, into)).toSorted() : []);
  return {
    folder,
    desk,
    feed,
    list,
    /** The dropped file has been dealt with. */
    isTaken: (name = 'day.csv') => desk.until(() => !list().includes(name)),
    kept: (into: 'done' | 'refused', name = 'day.csv') => readFileSync(join(folder, into, name), 'utf8'),
    drop(content: string | Buffer, name = 'day.csv') {
      writeFileSync(join(folder, '.half'), content);
      renameSync(join(folder, '.half'), join(folder, name));
    },
    report: (name = 'day') => readFileSync(join(folder, `${name}.report.csv`), 'utf8'),
  };
}
