import { handleRequest } from '@repo/next/proxy';

export const proxy = handleRequest;

export const config = { matcher: ['/((?!_next/static/|_next/image$|favicon.ico$|icon.svg$).*)'] };
