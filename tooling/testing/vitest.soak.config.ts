import { preset } from './src/vitest.ts';

export default preset({ soak: true });
