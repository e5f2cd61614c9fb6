import { readFileSync, writeFileSync } from 'node:fs';
import type { BenchDevices } from './pair-all.ts';

const fileOf = (folder: string): string => `${folder}.devices.json`;

/** Where the processes of a bench find the machines that its hub knows. */
export const writeDevices = (folder: string, devices: BenchDevices): void =>
  writeFileSync(fileOf(folder), JSON.stringify(devices), { mode: 0o600 });

export const readDevices = (folder: string): BenchDevices =>
  JSON.parse(readFileSync(fileOf(folder), 'utf8')) as BenchDevices;
