import { createSessionReader } from '@repo/auth/next';

/** The session of this app's visitor. */
export const { getSession, requireSession } = createSessionReader('admin');
