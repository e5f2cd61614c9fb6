import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { protocolPage } from '../../scripts/protocol-page.ts';
import { ROOT } from '../support/folder.ts';

it('docs/protocol.md is what the schemas say (make it anew with npm run protocol-doc)', () => {
  expect(readFileSync(join(ROOT, 'docs/protocol.md'), 'utf8')).toBe(protocolPage());
});
