import { preset } from '@repo/testing/vitest';

// A test runs changesets several times, which reads every workspace.
export default preset({ test: { testTimeout: 60_000 } });
