import type { IncomingHttpHeaders, OutgoingHttpHeaders, ServerResponse } from 'node:http';

/** Whether an answer is Next's bare text that an action is not there. */
export function isRefusal(
  status: number | undefined,
  headers: IncomingHttpHeaders | OutgoingHttpHeaders,
): boolean {
  return status === 409 && headers['x-nextjs-action-not-found'] !== undefined;
}

/**
 * Writes a page in the place of Next's bare text, should it come to that: an action that this build has may still be
 * missing on the page that a form was posted to.
 */
export function insteadOfRefusal(response: ServerResponse, page: () => Promise<Response>): void {
  const end = response.end.bind(response) as (text?: string) => ServerResponse;
  const guarded = (...text: Parameters<typeof end>) => {
    response.end = end as ServerResponse['end'];
    const { headersSent, statusCode } = response;
    if (headersSent || !isRefusal(statusCode, response.getHeaders())) return end(...text);
    void write(response, page).catch(() => end(...text));
    return response;
  };
  response.end = guarded as ServerResponse['end'];
}

async function write(response: ServerResponse, page: () => Promise<Response>): Promise<void> {
  const answer = await page();
  const text = await answer.text();
  for (const name of ['content-length', 'etag']) response.removeHeader(name);
  for (const [name, value] of answer.headers) response.setHeader(name, value);
  response.end(text);
}
