import { parentPort, workerData } from 'node:worker_threads';
import { readKey } from '../../store/files/key-file.ts';
import { stepBack } from './step-back.ts';
import { openReadOnly } from '../../store/database.ts';
import { firstBadSeq } from '../../store/log/event-log.ts';

stepBack();
const { storeFile, folder } = workerData as { readonly storeFile: string; readonly folder: string };
const db = openReadOnly(storeFile);
parentPort?.postMessage(firstBadSeq(db, readKey(folder, 'chain')) ?? null);
db.close();
