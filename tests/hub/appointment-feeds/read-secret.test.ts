import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readSecret } from '../../../src/hub/appointment-feeds/read-secret.ts';
import { testFolder } from '../../support/folder.ts';

describe('a shared secret', () => {
  it('comes from the environment, or from the file that it names', () => {
    const file = join(testFolder(), 'key');
    writeFileSync(file, 'from-a-file\n');
    expect(readSecret('KEY', { KEY: ' k1 ' })).toEqual({ ok: true, secret: 'k1' });
    expect(readSecret('KEY', { KEY_FILE: file })).toEqual({ ok: true, secret: 'from-a-file' });
    expect(readSecret('KEY', { KEY: 'k1', KEY_FILE: file })).toEqual({ ok: true, secret: 'k1' });
  });

  it('is none when nothing is set, or nothing is in it', () => {
    expect(readSecret('KEY', {})).toEqual({ ok: true, secret: null });
    expect(readSecret('KEY', { KEY: '  ' })).toEqual({ ok: true, secret: null });
  });

  it('says in one line what is wrong, and never what it read', () => {
    const lines = [
      readSecret('KEY', { KEY_FILE: join(testFolder(), 'nothing') }),
      readSecret('KEY', { KEY: 'two\nlines' }),
    ];
    expect(lines).toEqual([
      { ok: false, line: 'The file that KEY_FILE names cannot be read.' },
      { ok: false, line: 'KEY holds other signs than a key has.' },
    ]);
  });
});
