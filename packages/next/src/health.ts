import { databaseAnswers } from '@repo/db/queries/ready';

const headers = { 'cache-control': 'no-store' };

/** The process is up. */
export function healthz(): Response {
  return Response.json({ ok: true }, { headers });
}

/** The process can serve: its database answers. 503 otherwise. */
export async function readyz(): Promise<Response> {
  const database = await databaseAnswers();
  return Response.json({ ok: database, database }, { status: database ? 200 : 503, headers });
}
