import { builtinModules } from 'node:module';
import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { makeVoices } from './scripts/voices/make-voices.ts';
import pkg from './package.json' with { type: 'json' };

const at = (path: string) => resolve(import.meta.dirname, path);
/** Left to require() and import: Electron, Node, and what the packaged app carries in node_modules. */
const external = [
  'electron',
  ...builtinModules,
  /^node:/,
  ...Object.keys(pkg.dependencies).map((name) => new RegExp(`^${name}(/.*)?$`)),
];

const nodeBuild = (outDir: string, input: Record<string, string>, format: 'es' | 'cjs') => ({
  consumer: 'server' as const,
  resolve: { noExternal: true as const, external: Object.keys(pkg.dependencies) },
  build: {
    outDir: at(outDir),
    emptyOutDir: true,
    target: 'node24',
    minify: false,
    sourcemap: true,
    rolldownOptions: {
      input,
      external,
      output: {
        format,
        entryFileNames: format === 'es' ? '[name].js' : '[name].cjs',
        // Beside the entries: workers are found beside whatever starts them.
        chunkFileNames: '[name]-[hash].js',
      },
    },
  },
});

export default defineConfig({
  root: at('src'),
  publicDir: false,
  plugins: [react()],
  environments: {
    client: {
      build: {
        outDir: at('out/web'),
        emptyOutDir: true,
        target: 'chrome140',
        assetsInlineLimit: 0,
        rolldownOptions: {
          input: [
            'renderer',
            'kiosk',
            'operator',
            'counter-display',
            'manager',
            'manager/first-run',
            'manager/standby',
          ].map((name) => at(`src/${name}/index.html`)),
        },
      },
    },
    // The page behind a slip's code, for the phones that people have.
    citizen: {
      consumer: 'client',
      build: {
        outDir: at('out/citizen'),
        emptyOutDir: true,
        target: 'chrome80',
        assetsInlineLimit: 0,
        rolldownOptions: { input: at('src/citizen/index.html') },
      },
    },
    main: nodeBuild(
      'out/main',
      {
        index: at('src/main/index.ts'),
        'hub-process': at('src/main/hub-process.ts'),
        'slip-worker': at('src/hub/slips/slip-worker.ts'),
        'checkpoint-worker': at('src/hub/workers/checkpoint-worker.ts'),
        'day-worker': at('src/hub/days/day-worker.ts'),
        'keeping-worker': at('src/hub/keeping/keeping-worker.ts'),
        'forecast-worker': at('src/hub/forecast/forecast-worker.ts'),
        'replay-worker': at('src/hub/replay/replay-worker.ts'),
        'reports-worker': at('src/hub/reports/reports-worker.ts'),
      },
      'es',
    ),
    preload: nodeBuild('out/preload', { preload: at('src/main/preload.ts') }, 'cjs'),
  },
  builder: {
    async buildApp(builder) {
      for (const environment of Object.values(builder.environments)) await builder.build(environment);
      await makeVoices(at('out/web/voices'));
    },
  },
});
