import { handleRequest } from '@repo/next/proxy';

export const proxy = handleRequest;

// Webhooks go past it: Next holds a body until it is whole, however long that takes, for whatever a proxy stands before.
export const config = {
  matcher: ['/((?!_next/static/|_next/image$|favicon.ico$|icon.svg$|api/webhooks/[\\w/-]+$).*)'],
};
