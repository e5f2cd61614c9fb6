import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, it } from 'vitest';
import { HUB_FLAGS } from '../../scripts/hub-flags.ts';

it('npm run hub starts a hub with the flags that it is measured with', () => {
  const file = readFileSync(resolve(import.meta.dirname, '../../package.json'), 'utf8');
  const { scripts } = JSON.parse(file) as { scripts: Readonly<Record<string, string>> };
  expect(scripts['hub:run']).toContain(`node ${HUB_FLAGS.join(' ')} src/hub/cli.ts`);
});
