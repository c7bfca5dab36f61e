/**
 * The body of a request as it came, or null when it is longer than `max` bytes, whatever `Content-Length` says.
 * Whoever comes after reads the same body again: Next keeps it for the page.
 */
export async function readBody(request: Request, max: number): Promise<Buffer<ArrayBuffer> | null> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body ?? []) {
    size += chunk.byteLength;
    if (size > max) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
