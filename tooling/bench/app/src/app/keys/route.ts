import { idempotencyKey } from '@repo/actions/idempotency-key';

/** As many keys as are asked for: what a page renders into its form. */
export function GET(request: Request): Response {
  const count = Number(new URL(request.url).searchParams.get('count'));
  return Response.json(Array.from({ length: count }, () => idempotencyKey('bench.ours')));
}
