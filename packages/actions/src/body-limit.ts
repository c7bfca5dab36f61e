/**
 * What one form may hold, in bytes: text, files and what a browser writes around them. The server refuses more
 * (`createNextConfig`, the proxy, the decoder), and a form says so before it sends anything.
 */
export const MAX_BODY_BYTES = 1024 * 1024;
