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
        if (!isNotFound(error)) throw error;
        answerNotFound();
        return <Missing />;
      }
    };
  };
}

/** What Next's `notFound()` throws. */
function isNotFound(error: unknown): boolean {
  return (
    error instanceof Error && 'digest' in error && error.digest === 'NEXT_HTTP_ERROR_FALLBACK;404'
  );
}

/** A navigation inside of the app stays 200: its router would load the whole page again. */
function answerNotFound(): void {
  const exchange = httpExchange();
  if (exchange && !('rsc' in exchange.request.headers)) exchange.response.statusCode = 404;
}
