import { defineConfig } from 'vitest/config';

// Not the preset of @repo/testing: that package uses this one.
export default defineConfig({
  test: {
    reporters: ['default', 'json'],
    outputFile: { json: '.reports/vitest.json' },
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // They start servers: one file at a time is faster on two cores.
    fileParallelism: false,
  },
});
