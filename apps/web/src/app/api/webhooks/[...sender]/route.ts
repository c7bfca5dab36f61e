/** No sender of this name. Without this, the page for it stood here: past the proxy, so without its policy and limits. */
export function GET(): Response {
  return new Response(null, { status: 404 });
}

export const dynamic = 'force-dynamic';
