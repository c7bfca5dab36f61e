import { preset } from './src/vitest.ts';

// The proofs start browsers.
export default preset({ test: { testTimeout: 120_000 } });
