import { preset } from '@repo/testing/vitest';

export default preset({ test: { testTimeout: 60_000 } });
