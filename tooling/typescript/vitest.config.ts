import { defineConfig } from 'vitest/config';

// Not the preset of @repo/testing: that package depends on this one.
export default defineConfig({
  test: {
    include: ['src/**/*.test.ts'],
    reporters: ['default', 'json'],
    outputFile: { json: '.reports/vitest.json' },
    testTimeout: 20_000,
  },
});
