import { describeError } from '../classify-error.ts';
import { currentPorts } from '../ports.ts';

/** Of what Next tells to `onRequestError`: https://nextjs.org/docs/app/api-reference/file-conventions/instrumentation */
export interface FailedRequest {
  path: string;
  method: string;
  headers: Record<string, string | string[] | undefined>;
}
export interface FailedAt {
  routePath: string;
  routeType: string;
}

/** A page, its layout and its head that wait for one thing fail with one error: told once. */
const reported = new WeakSet<Error>();

/**
 * Logs what never reaches an action's own report: a page that throws, a route handler that throws, a call that Next
 * itself refuses. One line; its `errorId` is the digest that the error page shows, where there is one. It names the
 * route, never the address: a query or a path may hold what opens a door.
 */
export function reportRequestError(
  error: unknown,
  request: Readonly<FailedRequest>,
  { routePath, routeType }: Readonly<FailedAt>,
): void {
  if (error instanceof Error && reported.has(error)) return;
  if (error instanceof Error) reported.add(error);
  const ports = currentPorts();
  const fields = {
    errorId: digestOf(error) ?? ports.createErrorId(),
    route: routePath,
    kind: routeType,
    method: request.method,
    err: describeError(error, sentTexts(request)),
  };
  ports.logger.error(fields, 'request failed outside of an action');
}

function digestOf(error: unknown): string | null {
  const known = typeof error === 'object' && error !== null && 'digest' in error;
  return known && typeof error.digest === 'string' ? error.digest : null;
}

/** What the client sent in its address and its credentials, longest first: an error may quote it. */
function sentTexts({ path, headers }: FailedRequest): string[] {
  const query = path.split('?').slice(1).join('?');
  const credentials = [headers.cookie, headers.authorization].flat().join(';');
  const texts = [
    ...new URLSearchParams(query).values(),
    ...query.split('&').map((pair) => pair.slice(pair.indexOf('=') + 1)),
    ...credentials.split(/[;\s]+/).map((pair) => pair.slice(pair.indexOf('=') + 1)),
  ];
  return texts.filter((text) => text.length > 3).toSorted((a, b) => b.length - a.length);
}
