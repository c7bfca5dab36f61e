export { healthz as GET } from '@repo/next/health';

export const dynamic = 'force-dynamic';
