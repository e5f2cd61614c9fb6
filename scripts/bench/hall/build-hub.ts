import { join } from 'node:path';
import { createBuilder } from 'vite';
import config from '../../../vite.config.ts';
import { ROOT } from './bench-centre.ts';

/** Where the hub under measurement is built. */
const OUT = join(ROOT, 'node_modules/.cache/markaz/bench');

/** The hub as it ships, bundled, with `bench-hub.ts` to start it: what runs from its sources weighs and starts otherwise. */
export const BUILT_HUB = join(OUT, 'bench-hub.js');

/** Builds it. @throws when the build fails. */
export async function buildHub(): Promise<void> {
  const { main } = config.environments ?? {};
  const rolldown = main?.build?.rolldownOptions;
  const input = {
    ...(rolldown?.input as Record<string, string>),
    'bench-hub': join(ROOT, 'scripts/bench/hall/bench-hub.ts'),
  };
  const bench = { ...main, build: { ...main?.build, outDir: OUT, rolldownOptions: { ...rolldown, input } } };
  const builder = await createBuilder({
    root: join(ROOT, 'src'),
    publicDir: false,
    configFile: false,
    logLevel: 'warn',
    environments: { bench },
  });
  const built = builder.environments['bench'];
  if (built) await builder.build(built);
}
