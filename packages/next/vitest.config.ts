import { preset } from '@repo/testing/vitest';

// Files share what they import, which took as much time as their tests.
export default preset({ test: { isolate: false } });
