import { preset } from '@repo/testing/vitest';

export default preset({ soak: true, test: { testTimeout: 1_200_000, hookTimeout: 300_000 } });
