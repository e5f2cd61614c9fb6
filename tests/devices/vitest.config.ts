import { defineConfig } from 'vitest/config';

/** The tests that need devices of a real kernel: `npm run test:devices` runs them in a guest, which is slow. */
export default defineConfig({
  test: {
    root: import.meta.dirname,
    include: ['*.test.ts'],
    fileParallelism: false,
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
