import { preset } from '@repo/testing/vitest';

export default preset({ soak: true });
