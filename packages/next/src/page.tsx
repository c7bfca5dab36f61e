import { httpExchange } from '@repo/actions/http-exchange';
import type { ComponentType, ReactNode } from 'react';

type Page<Props> = (props: Props) => Promise<ReactNode>;

/**
 * Makes the `page` of an app: the wrapper of its pages that can end in `notFound()`. Next answers those with an empty
 * document that only JavaScript fills (docs/decisions/0006-not-found-without-javascript.md); here the server writes
 * the page, with the same status 404.
 *
 * @param Missing what to show, the same as in `not-found.tsx`
 */
export function createPage(Missing: ComponentType) {
  return function page<Props>(render: Page<Props>): Page<Props> {
    return async function PageOrMissing(props) {
      try {
        return await render(props);
      } catch (error) {
        if (!isNotFound(error)) throw isPost() ? seeOther(error) : error;
        answerNotFound();
        return <Missing />;
      }
    };
  };
}

/** What Next's `notFound()` throws. */
function isNotFound(error: unknown): boolean {
  return digestOf(error) === 'NEXT_HTTP_ERROR_FALLBACK;404';
}

function isPost(): boolean {
  return httpExchange()?.request.method === 'POST';
}

/**
 * What Next's `redirect()` throws in a page has status 307, with which the browser posts the form once more, to the
 * new address. After a form post it has to be 303.
 */
function seeOther(error: unknown): unknown {
  const digest = digestOf(error);
  if (!digest.startsWith('NEXT_REDIRECT;')) return error;
  return Object.assign(new Error('NEXT_REDIRECT'), { digest: digest.replace(/;307;$/, ';303;') });
}

function digestOf(error: unknown): string {
  return error instanceof Error && 'digest' in error ? String(error.digest) : '';
}

/** A navigation inside of the app stays 200: its router would load the whole page again. */
function answerNotFound(): void {
  const exchange = httpExchange();
  if (exchange && !('rsc' in exchange.request.headers)) exchange.response.statusCode = 404;
}
