import { readdirSync, readFileSync } from 'node:fs';
import { join as path } from 'node:path';
import { type Db, openDatabase } from '../../src/store/database.ts';
import { join } from './test-hub.ts';

/** Where numbers of citizens were found: the name of a file or a screen, and the number. */
export type Trace = readonly [where: string, cnic: string];

/** Everything that a screen of each kind is sent, by the kind. */
export function listen(url: string): ReadonlyMap<string, string[]> {
  const screens = [
    { screen: 'board', hallId: null },
    { screen: 'counterDisplay', counterId: 1 },
    { screen: 'kiosk', kioskId: 1 },
    { screen: 'operator', counterId: 1 },
    { screen: 'manager', name: 'Listener' },
  ] as const;
  return new Map(
    screens.map((who) => {
      const frames: string[] = [];
      const { socket } = join({ url }, { device: `ear-${who.screen}`, ...who });
      socket.onAny((...all: unknown[]) => void frames.push(JSON.stringify(all)));
      return [who.screen, frames];
    }),
  );
}

/** Those of the numbers that stand in a text, with hyphens or without. */
function numbersIn(text: string, cnics: ReadonlySet<string>): readonly string[] {
  // Looked for from every digit on, so that no other digits in front of a number hide it.
  const found = [...text.matchAll(/(?=(\d{5}-?\d{7}-?\d))/g)].map(([, written = '']) => written.replaceAll('-', ''));
  return [...new Set(found)].filter((one) => cnics.has(one));
}

/** Those of the numbers that stand in the files of a folder, however deep, or in the texts, each with its place. */
export function tracesOf(
  cnics: ReadonlySet<string>,
  folder: string,
  texts: ReadonlyMap<string, readonly string[]>,
): readonly Trace[] {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((one) => one.isFile());
  const stored = files.map(({ parentPath, name }) => [name, readFileSync(path(parentPath, name), 'latin1')] as const);
  const said = [...texts].map(([name, all]) => [name, all.join('\n')] as const);
  return [...stored, ...said].flatMap(([where, text]) => numbersIn(text, cnics).map((cnic) => [where, cnic] as const));
}

/** Writes a number into the store as a fault of a feed would; it lies in the write-ahead log until `close`. */
export function plantInStore(file: string, sourceId: string): Db {
  const db = openDatabase(file);
  db.prepare("INSERT INTO feed_fault (feed, place, source_id, fault, at) VALUES ('csv', 'x', ?, 'badName', 1)").run(
    sourceId,
  );
  return db;
}
