import { MAX_BODY_BYTES } from '@repo/actions/body-limit';
import { httpExchange, type HttpExchange } from '@repo/actions/http-exchange';
import { currentId } from '../rotation/current-id.ts';
import { actionIds, idsInBytes, withIds } from './action-fields.ts';
import { giveBack } from './give-back.ts';
import { readBody } from './read-body.ts';
import { cameFromInside, sendInside } from './send-inside.ts';
import { stalePage } from './stale-page.ts';
import { tooLarge } from './too-large.ts';

/**
 * Answers a form that was posted without JavaScript from a page of another build: with what its action answers under
 * the id that it has now, or with a page that says how to go on. Null for every other request, which Next answers as
 * if nobody had looked at it.
 */
export async function answerFormPost(request: Request): Promise<Response | null> {
  const exchange = httpExchange();
  if (!exchange || cameFromInside(exchange)) return null;
  const body = await readBody(request, MAX_BODY_BYTES);
  if (!body) return tooLarge();
  if (idsInBytes(body).every((id) => currentId(id) === id)) return null;
  const form = await parsed(body, request);
  const ids = form && actionIds(form);
  if (!ids || ids.every((id) => currentId(id) === id)) return null;
  if (ids.every((id) => currentId(id) !== null))
    return answerByCurrentId(
      exchange,
      withIds(form, (id) => currentId(id) ?? id),
    );
  const { pathname, search } = new URL(request.url);
  // oxlint-disable-next-line eslint/no-console -- the proxy is a bundle of its own; in production this goes to the log
  console.warn('form post of another build');
  return stalePage({ path: `${pathname}${search}`, form, own: isOwn(request) });
}

async function answerByCurrentId(exchange: HttpExchange, form: FormData): Promise<Response> {
  const encoded = new Response(form);
  const body = Buffer.from(await encoded.arrayBuffer());
  if (body.length > MAX_BODY_BYTES) return tooLarge();
  const answer = await sendInside(exchange, body, encoded.headers.get('content-type') ?? '');
  await giveBack(answer, exchange.response);
  // Next sees that the request has its answer, and adds nothing.
  return new Response(null);
}

async function parsed(body: Buffer<ArrayBuffer>, { headers }: Request): Promise<FormData | null> {
  try {
    const type = headers.get('content-type') ?? '';
    return await new Response(body, { headers: { 'content-type': type } }).formData();
  } catch {
    return null;
  }
}

/** Browsers say where a form was sent from; one that does not say more has sent its `Origin`. */
function isOwn({ headers }: Request): boolean {
  const site = headers.get('sec-fetch-site');
  if (site !== null) return site === 'same-origin';
  const host = headers.get('host');
  return [`https://${host}`, `http://${host}`].includes(headers.get('origin') ?? '');
}
