import { preset } from '@repo/testing/vitest';

export default preset({ database: true, soak: true, test: { hookTimeout: 900_000 } });
