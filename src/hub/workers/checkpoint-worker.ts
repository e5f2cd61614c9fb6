import { parentPort, workerData } from 'node:worker_threads';
import { openDatabase } from '../../store/database.ts';
import { checkpointWhenDue } from '../../store/checkpoint.ts';
import { stepBack } from './step-back.ts';

const LOOK_MS = 500;

stepBack();
const { storeFile } = workerData as { readonly storeFile: string };
const db = openDatabase(storeFile);
let timer: NodeJS.Timeout | undefined;

/** One after the other: what takes long is not asked for twice. */
function look(): void {
  try {
    checkpointWhenDue(db);
  } catch (error) {
    // A full disk, most likely: the store's own connection meets it too, and says so.
    console.error('The log of the store could not be written back:', error);
  }
  timer = setTimeout(look, LOOK_MS);
}

parentPort?.on('message', () => {
  clearTimeout(timer);
  db.close();
  parentPort?.close();
});
look();
parentPort?.postMessage('ready');
