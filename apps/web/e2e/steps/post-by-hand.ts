import { request, type IncomingMessage } from 'node:http';

/** What a request by hand sends. */
export interface ByHand {
  /** Base URL of the server that it goes to, whatever `Host` says. */
  to: string;
  path: string;
  headers: Record<string, string>;
  body: FormData | string | Buffer;
  /** In chunks, without a `Content-Length`. */
  chunked?: boolean;
}

/** Posts what no browser would: any header, `Host` too, and any body. */
export async function postByHand({ to, path, headers, body, chunked = false }: ByHand) {
  const encoded = new Response(
    typeof body === 'string' || body instanceof FormData ? body : new Uint8Array(body),
  );
  const type =
    body instanceof FormData ? { 'content-type': encoded.headers.get('content-type') ?? '' } : {};
  const bytes = Buffer.from(await encoded.arrayBuffer());
  const answer = await new Promise<IncomingMessage>((done, failed) => {
    const length = chunked
      ? { 'transfer-encoding': 'chunked' }
      : { 'content-length': bytes.length };
    const { hostname, port } = new URL(to);
    const options = { hostname, port, path, method: 'POST', agent: false };
    request({ ...options, headers: { ...type, ...length, ...headers } }, done)
      .on('error', failed)
      .end(bytes);
  });
  const text = Buffer.concat(await answer.toArray()).toString();
  return { status: answer.statusCode ?? 0, headers: answer.headers, text };
}

/** A form of `createPost` as a browser without JavaScript sends it, with this id. */
export function postForm(id: string, title: string, key: string): FormData {
  const form = new FormData();
  form.append('$ACTION_REF_1', '');
  form.append('$ACTION_1:0', `{"id":"${id}","bound":"$@1"}`);
  form.append('$ACTION_1:1', '[{"ok":false,"errors":{}}]');
  form.append('$ACTION_KEY', 'k0');
  const fields = {
    _org: 'northwind',
    _key: key,
    title,
    topic: 'news',
    summary: '',
    slug: '',
    body: 'Text.',
  };
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  return form;
}
