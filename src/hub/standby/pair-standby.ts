import { join } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { readPairing, savePairing } from '../paired/kept-pairing.ts';
import { pair, type Pairing, type Shown } from '../paired/pair.ts';

/** Asks who sits at this machine to compare the words: whoever speaks at that address gets its own copy believed. */
async function wordsAreSame(): Promise<boolean> {
  const lines = createInterface({ input: process.stdin });
  for await (const line of lines) {
    lines.close();
    return /^y(es)?$/i.test(line.trim());
  }
  return false;
}

/** How a machine without a screen of its own is paired: what it says, and whether somebody has compared the words. */
export interface PairingConsole {
  readonly show: (shown: Shown) => void;
  readonly confirm: () => Promise<boolean>;
}

export const PAIRING_CONSOLE: PairingConsole = {
  show({ code, words }) {
    console.log(`Enter the code ${code} at the manager's page of the hub, as a standby hub.`);
    console.log(`The hub's key as words: ${words.join(' ')}.`);
    console.log('Are these the words on the manager’s screen? Type yes once the code is entered.');
  },
  confirm: wordsAreSame,
};

/**
 * What this machine is to the hub that it follows: as it was paired once, else by a new pairing on the console.
 * @throws when the words were not the same, or the hub made it something else than a standby.
 */
export async function pairStandby(url: string, folder: string, { show, confirm }: PairingConsole): Promise<Pairing> {
  const file = join(folder, 'standby.json');
  const known = readPairing(file);
  if (known?.kind === 'standby') return { ...known, url };
  const paired = await pair(url, show);
  if (paired.kind !== 'standby')
    throw new Error(`The manager has made this machine a ${paired.kind}, not a standby hub.`);
  if (!(await confirm())) throw new Error('The words were not confirmed: this may be another hub than it says.');
  savePairing(file, paired);
  return paired;
}
