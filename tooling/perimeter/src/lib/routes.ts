import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A route of a production build that is not a page. */
export interface BuiltRoute {
  /** `/api/o/[org]/posts/[id]/publication` */
  path: string;
  /** Its source, relative to the root; null for one that cannot be found. */
  file: string | null;
  /** `pages/api` answers all methods. */
  kind: 'app' | 'pages';
}

const EXTENSIONS = ['ts', 'tsx', 'js', 'jsx', 'mts', 'mjs'];
/** Icons, site maps and the like: Next makes the handler, and it only reads. */
const METADATA =
  /\/(?:favicon|icon|apple-icon|opengraph-image|twitter-image|robots|sitemap|manifest)[^/]*(?:\/\[__metadata_id__\])?\/route$/;

/** The route handlers in an app's production build. */
export function builtRoutes(root: string, folder: string): BuiltRoute[] {
  const read = (name: string): Record<string, string> => {
    const path = join(root, folder, '.next', name);
    return existsSync(path)
      ? (JSON.parse(readFileSync(path, 'utf8')) as Record<string, string>)
      : {};
  };
  const source = (...paths: string[]) =>
    paths
      .flatMap((path) => EXTENSIONS.map((extension) => `${folder}/${path}.${extension}`))
      .find((path) => existsSync(join(root, path))) ?? null;

  const inApp = Object.entries(read('app-path-routes-manifest.json')).flatMap(([key, path]) => {
    if (!key.endsWith('/route')) return [];
    const file = source(`src/app${key}`, `app${key}`);
    return file || !METADATA.test(key) ? [{ path, file, kind: 'app' as const }] : [];
  });
  const inPages = Object.keys(read('server/pages-manifest.json'))
    .filter((path) => path === '/api' || path.startsWith('/api/'))
    .map((path) => {
      const at = [`pages${path}`, `pages${path}/index`];
      const file = source(...at.map((path) => `src/${path}`), ...at);
      return { path, file, kind: 'pages' as const };
    });
  return [...inApp, ...inPages];
}
