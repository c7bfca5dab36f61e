import { preset } from '@repo/testing/vitest';

// One test builds a Next app, beside the other tests of the repository.
export default preset({ test: { testTimeout: 60_000 } });
