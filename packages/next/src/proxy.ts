import { MAX_BODY_BYTES } from '@repo/actions/body-limit';
import { NextResponse, type NextRequest } from 'next/server';

/** Tells pages the method of their request, which Next does not: a page after a form post may have input to keep. */
export const METHOD_HEADER = 'x-request-method';

function contentSecurityPolicy(nonce: string, secure: boolean): string {
  const development = process.env.NODE_ENV === 'development';
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${development ? " 'unsafe-eval'" : ''}`,
    `style-src 'self'${development ? " 'unsafe-inline'" : ''}`,
    "img-src 'self' data:",
    "font-src 'self'",
    `connect-src 'self'${development ? ' ws:' : ''}`,
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    ...(secure ? ['upgrade-insecure-requests'] : []),
  ].join('; ');
}

/** Refused before anything reads it: Next's own limit answers 500. */
function isTooLarge(request: NextRequest): boolean {
  return Number(request.headers.get('content-length') ?? 0) > MAX_BODY_BYTES;
}

/** Every page request: a nonce of its own for the content security policy, and a bound on what is sent. */
export function handleRequest(request: NextRequest): NextResponse {
  if (isTooLarge(request)) {
    const text = `This is more than the server accepts (${MAX_BODY_BYTES / 1024 ** 2} MB). Go back, shorten it and send it again.\n`;
    return new NextResponse(text, {
      status: 413,
      headers: { 'content-type': 'text/plain; charset=utf-8' },
    });
  }
  const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString('base64');
  const secure = request.nextUrl.protocol === 'https:';
  const policy = contentSecurityPolicy(nonce, secure);
  const headers = new Headers(request.headers);
  headers.set('content-security-policy', policy);
  headers.set(METHOD_HEADER, request.method);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set('content-security-policy', policy);
  return response;
}
