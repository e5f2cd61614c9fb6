import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../folder.ts';

/**
 * A folder shaped like an unpacked Linux Electron, so that electron-builder can package where no Electron binary can
 * be had. It is for looking at what was packed: it cannot run.
 */
export function stubElectron(folder: string): string {
  const { version } = JSON.parse(readFileSync(join(ROOT, 'node_modules/electron/package.json'), 'utf8')) as {
    version: string;
  };
  for (const name of ['resources', 'locales']) mkdirSync(join(folder, name), { recursive: true });
  writeFileSync(join(folder, 'version'), version);
  writeFileSync(join(folder, 'LICENSE'), 'stub\n');
  writeFileSync(join(folder, 'locales/en-US.pak'), '');
  // The sentinel that @electron/fuses looks for, then version 1 and nine fuses.
  const fuses = Buffer.concat([
    Buffer.from('dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'),
    Buffer.from([1, 9]),
    Buffer.from('101100001'),
  ]);
  const script = Buffer.from('#!/bin/sh\necho "a stub, not Electron" >&2; exit 1\n#');
  writeFileSync(join(folder, 'electron'), Buffer.concat([script, fuses, Buffer.from('\n')]), { mode: 0o755 });
  return folder;
}
