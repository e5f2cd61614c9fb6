import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DayFacts } from '../../../domain/reports/day-facts.ts';
import type { Carry } from '../../../domain/reports/reading/carry.ts';
import type { Closed } from '../../../domain/reports/reading/facts-reader.ts';
import { decodeFacts, encodeFacts } from './fact-file.ts';

const FACTS_FILE = /^(\d{4}-\d{2}-\d{2})\.(\d{12})\.facts$/;
const CARRY = 'carry.json';
/** Another number where what is carried has changed. */
const CARRY_VERSION = 1;

/** Written whole or not at all: who reads it meanwhile finds the one before. */
function writeWhole(file: string, bytes: Buffer | string): void {
  writeFileSync(`${file}.new`, bytes, { mode: 0o600 });
  renameSync(`${file}.new`, file);
}

function readCarry(folder: string): Carry | undefined {
  try {
    const read = JSON.parse(readFileSync(join(folder, CARRY), 'utf8')) as { version?: number; carry?: Carry };
    return read.version === CARRY_VERSION ? read.carry : undefined;
  } catch {
    return undefined;
  }
}

/**
 * The facts of closed days, a file each, with what the next day is read on from. All of it is derived: what is missing,
 * damaged, of another version or of another log than `hashOf` knows is thrown away and made anew from the log.
 */
export function factFolder(folder: string, hashOf: (seq: number) => string | undefined) {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const nameOf = ({ day, fromSeq }: DayFacts): string => `${day}.${String(fromSeq).padStart(12, '0')}.facts`;

  function load(): { readonly days: DayFacts[]; readonly carry: Carry } | undefined {
    const carry = readCarry(folder);
    const names = readdirSync(folder).filter((name) => FACTS_FILE.test(name));
    const days = names.flatMap((name) => decodeFacts(readFileSync(join(folder, name))) ?? []);
    days.sort((a, b) => a.fromSeq - b.fromSeq);
    const isWhole = days.every((one, at) => {
      const follows = at === 0 || days[at - 1]?.toSeq === one.fromSeq - 1;
      return follows && hashOf(one.toSeq) === one.hash;
    });
    const last = days.at(-1);
    const fits = last !== undefined && carry?.toSeq === last.toSeq && carry.hash === last.hash;
    return carry && fits && isWhole && days.length === names.length ? { days, carry } : undefined;
  }

  return {
    /** All closed days, or nothing where they have to be made anew; then what is left of them is thrown away. */
    load() {
      const loaded = load();
      if (!loaded) for (const name of readdirSync(folder)) rmSync(join(folder, name), { force: true });
      return loaded;
    },
    /** Keeps a day that has closed. The carry last: until it is there, the day counts as not kept. */
    keep({ facts, carry }: Closed): void {
      writeWhole(join(folder, nameOf(facts)), encodeFacts(facts));
      writeWhole(join(folder, CARRY), JSON.stringify({ version: CARRY_VERSION, carry }));
    },
  };
}
