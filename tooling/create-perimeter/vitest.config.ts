import { preset } from '@repo/testing/vitest';

// A test makes a product and merges into it: thousands of files on a machine that has other work, too.
export default preset({ test: { testTimeout: 60_000 } });
