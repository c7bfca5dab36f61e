import { createNextConfig } from '@repo/next/config';

export default createNextConfig({ robots: 'index' });
