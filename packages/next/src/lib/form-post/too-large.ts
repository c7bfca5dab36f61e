import { MAX_BODY_BYTES } from '@repo/actions/body-limit';

/** The answer to more than one form may hold: Next's own limit answers 500. */
export function tooLarge(): Response {
  const text = `This is more than the server accepts (${MAX_BODY_BYTES / 1024 ** 2} MB). Go back, shorten it and send it again.\n`;
  return new Response(text, {
    status: 413,
    headers: { 'content-type': 'text/plain; charset=utf-8' },
  });
}
