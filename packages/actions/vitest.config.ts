import { preset } from '@repo/testing/vitest';

export default preset({
  database: true,
  test: {
    // Files share what they import, which took more time than their tests. Next has to find Node's
    // AsyncLocalStorage at its first import, whichever file that is in.
    isolate: false,
    setupFiles: ['next/dist/server/node-environment-baseline.js'],
  },
});
