import { MAX_BODY_BYTES } from '@repo/actions/body-limit';
import { httpExchange, type HttpExchange } from '@repo/actions/http-exchange';
import { openCurrentId, type CurrentId } from '../rotation/current-id.ts';
import { actionIds, idsInBytes, withIds } from './action-fields.ts';
import { giveBack } from './give-back.ts';
import { insteadOfRefusal, isRefusal } from './instead-of-refusal.ts';
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
  const found = idsInBytes(body);
  if (found.length === 0) return null;
  const currentId = await openCurrentId();
  if (found.some((id) => currentId(id) !== id)) {
    const form = await parsed(body, request);
    const ids = (form && actionIds(form)) ?? [];
    if (ids.some((id) => currentId(id) === null)) return outOfDate(request, form);
    if (form && ids.some((id) => currentId(id) !== id))
      return answerByCurrentId(exchange, request, form, currentId);
  }
  insteadOfRefusal(exchange.response, async () => outOfDate(request, await parsed(body, request)));
  return null;
}

async function answerByCurrentId(
  exchange: HttpExchange,
  request: Request,
  form: FormData,
  currentId: CurrentId,
): Promise<Response> {
  const encoded = new Response(withIds(form, (id) => currentId(id) ?? id));
  const body = Buffer.from(await encoded.arrayBuffer());
  if (body.length > MAX_BODY_BYTES) return tooLarge();
  const answer = await sendInside(exchange, body, encoded.headers.get('content-type') ?? '');
  if (isRefusal(answer.statusCode, answer.headers)) {
    answer.resume();
    return outOfDate(request, form);
  }
  const { countMapped } = await import('../rotation/count-mapped.ts');
  countMapped('form');
  await giveBack(answer, exchange.response);
  // Next sees that the request has its answer, and adds nothing.
  return new Response(null);
}

function outOfDate(request: Request, form: FormData | null): Response {
  // oxlint-disable-next-line eslint/no-console -- the proxy is a bundle of its own; in production this goes to the log
  console.warn('form post of another build');
  const { pathname, search } = new URL(request.url);
  return stalePage({
    path: `${pathname}${search}`,
    form: form ?? new FormData(),
    own: isOwn(request),
  });
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
