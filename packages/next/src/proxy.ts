import { MAX_BODY_BYTES } from '@repo/actions/body-limit';
import { NextResponse, type NextRequest } from 'next/server';
import { acceptsOtherKeys } from './env.ts';
import { tooLarge } from './lib/form-post/too-large.ts';

/** Tells pages the method of their request, which Next does not: a page after a form post may have input to keep. */
export const METHOD_HEADER = 'x-request-method';

/** Where Next's client writes the id of the action that it calls. */
const ACTION_HEADER = 'next-action';

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

/** Next answers such an address with 500 where a route takes parameters from it. */
function isNoText(request: NextRequest): boolean {
  try {
    decodeURIComponent(request.nextUrl.pathname);
    return false;
  } catch {
    return true;
  }
}

/**
 * Every page request: a nonce of its own for the content security policy, and a bound on what is sent. Of what is sent
 * to an action, also what comes from pages of other builds: see `lib/rotation` and `lib/form-post`.
 */
export function handleRequest(request: NextRequest): Response | Promise<Response> {
  if (isNoText(request)) return new Response(null, { status: 400 });
  if (isTooLarge(request)) return tooLarge();
  // `next dev` has no build that its pages could be older than.
  if (request.method !== 'POST' || process.env.NODE_ENV === 'development') return passOn(request);
  return request.headers.has(ACTION_HEADER) ? handleCall(request) : handleForm(request);
}

/** A call of an action with JavaScript: its id is in a header. Looked at only while other keys are accepted. */
async function handleCall(request: NextRequest): Promise<Response> {
  if (!acceptsOtherKeys()) return passOn(request);
  const { openCurrentId } = await import('./lib/rotation/current-id.ts');
  const currentId = await openCurrentId();
  const sent = request.headers.get(ACTION_HEADER) ?? '';
  const id = currentId(sent);
  if (id === null || id === sent) return passOn(request);
  const { countMapped } = await import('./lib/rotation/count-mapped.ts');
  countMapped('call');
  return passOn(request, { [ACTION_HEADER]: id });
}

/** Perhaps a call without JavaScript: its id is in the body. */
async function handleForm(request: NextRequest): Promise<Response> {
  if (!request.headers.get('content-type')?.startsWith('multipart/form-data'))
    return passOn(request);
  const { answerFormPost } = await import('./lib/form-post/answer-form-post.ts');
  return (await answerFormPost(request)) ?? passOn(request);
}

/** Lets Next go on with a request, with headers that are ours. */
function passOn(request: NextRequest, changed: Record<string, string> = {}): NextResponse {
  const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString('base64');
  const secure = request.nextUrl.protocol === 'https:';
  const policy = contentSecurityPolicy(nonce, secure);
  const headers = new Headers(request.headers);
  headers.set('content-security-policy', policy);
  headers.set(METHOD_HEADER, request.method);
  for (const [name, value] of Object.entries(changed)) headers.set(name, value);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set('content-security-policy', policy);
  return response;
}
