import type { Reason } from './reasons.ts';

export interface BodyBounds {
  maxBytes: number;
  withinMs: number;
}

/** Of a body of 1 MiB that is 256 bytes a time; the smallest segments of TCP are twice as large. */
const MAX_PARTS = 4_096;

/**
 * Reads a body as it came over the wire, never more than `maxBytes` of it: a length that is declared is believed when
 * it is too large only. What is not read is left: a stream that is cancelled takes the connection with it, and the
 * answer.
 */
export async function readBody(
  { headers, body }: Request,
  { maxBytes, withinMs }: BodyBounds,
): Promise<Uint8Array | Reason> {
  const encoding = headers.get('content-encoding')?.trim().toLowerCase() || 'identity';
  if (encoding !== 'identity') return 'encoded';
  if (Number(headers.get('content-length')) > maxBytes) return 'too-large';
  if (!body) return new Uint8Array();
  const reader = body.getReader();
  let isLate = false;
  const timer = setTimeout(() => {
    isLate = true;
    reader.releaseLock();
  }, withinMs);
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return Buffer.concat(chunks);
      size += value.byteLength;
      if (size > maxBytes) return 'too-large';
      // A byte at a time costs a second of the processor and a hundred times the memory.
      if (chunks.push(value) > MAX_PARTS) return 'in-crumbs';
    }
  } catch {
    return isLate ? 'too-slow' : 'interrupted';
  } finally {
    clearTimeout(timer);
  }
}

/** The text of these bytes and of no others; null when they are no UTF-8. A byte order mark stays. */
export function exactText(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}
