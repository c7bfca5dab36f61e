import { preset } from '@repo/testing/vitest';

export default preset({
  database: true,
  // Files share what they import, which took more time than their tests.
  test: { isolate: false },
});
