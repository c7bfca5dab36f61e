import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { runInNewContext } from 'node:vm';

const build = fileURLToPath(new URL('../../../../apps/web/.next', import.meta.url));

interface Manifest {
  entryJSFiles: Record<string, string[]>;
}

/** Bytes (gzip) of the scripts that a page of web's production build asks for, beyond those of every Next page. */
export function scriptBytes(page: string): number {
  const file = join(build, 'server/app', `${page}_client-reference-manifest.js`);
  if (!existsSync(file)) throw new Error(`No production build of web has ${page}: run pnpm build`);
  const sandbox: { globalThis?: unknown; __RSC_MANIFEST?: Record<string, Manifest> } = {};
  sandbox.globalThis = sandbox;
  runInNewContext(readFileSync(file, 'utf8'), sandbox);
  const [manifest] = Object.values(sandbox.__RSC_MANIFEST ?? {});
  const chunks = Object.entries(manifest?.entryJSFiles ?? {})
    // Pages for errors are fetched when there is one.
    .filter(([entry]) => !/\/(?:error|not-found|global-error)$/.test(entry))
    .flatMap(([, files]) => files);
  return [...new Set(chunks)].reduce((sum, chunk) => sum + gzip(join(build, chunk)), 0);
}

/** Client chunks that hold a part of zod. */
export function chunksWithZod(): string[] {
  const folder = join(build, 'static/chunks');
  return readdirSync(folder).filter(
    (name) =>
      name.endsWith('.js') &&
      /ZodError|invalid_type/.test(readFileSync(join(folder, name), 'utf8')),
  );
}

function gzip(file: string): number {
  return gzipSync(readFileSync(file), { level: 9 }).length;
}
