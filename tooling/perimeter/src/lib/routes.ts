import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A route of a production build that is not a page. */
export interface BuiltRoute {
  /** `/api/o/[org]/posts/[id]/publication` */
  path: string;
  /** What may be its source, relative to the root: one file, where nothing is wrong. */
  files: readonly string[];
  /** `pages` answers all methods: its API routes, and its pages that are made for each request. */
  kind: 'app' | 'pages';
}

const EXTENSIONS = ['ts', 'tsx', 'js', 'jsx', 'mts', 'mjs'];
/** Icons, site maps and the like: Next makes the handler, and it only reads. */
const METADATA =
  /\/(?:favicon|icon|apple-icon|opengraph-image|twitter-image|robots|sitemap|manifest)[^/]*(?:\/\[__metadata_id__\])?\/route$/;

/** What below `pages` is no route of its own. */
const FRAME = new Set(['/_app', '/_document', '/_error', '/404', '/500']);

/** The route handlers in an app's production build, and its pages that answer writes. */
export function builtRoutes(root: string, folder: string): BuiltRoute[] {
  const read = <T extends object>(name: string): Partial<T> => {
    const path = join(root, folder, '.next', name);
    return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as T) : {};
  };
  const sources = (...paths: string[]) =>
    [...paths, ...paths.map((path) => `src/${path}`)]
      .flatMap((path) => EXTENSIONS.map((extension) => `${folder}/${path}.${extension}`))
      .filter((path) => existsSync(join(root, path)));

  const inApp = Object.entries(read<Record<string, string>>('app-path-routes-manifest.json'));
  const prerendered = read<Prerendered>('prerender-manifest.json');
  const isMadeBefore = (path: string, built: string) =>
    FRAME.has(path) ||
    built.endsWith('.html') ||
    Object.hasOwn({ ...prerendered.routes, ...prerendered.dynamicRoutes }, path);
  const inPages = Object.entries(read<Record<string, string>>('server/pages-manifest.json'));
  return [
    ...inApp.flatMap(([key, path = '']) => {
      const files = key.endsWith('/route') ? sources(`app${key}`) : null;
      return files && (files.length > 0 || !METADATA.test(key))
        ? [{ path, files, kind: 'app' as const }]
        : [];
    }),
    ...inPages
      .filter(([path, built = '']) => !isMadeBefore(path, built))
      .map(([path]) => {
        const files = sources(`pages${path}`, `pages${path === '/' ? '' : path}/index`);
        return { path, files, kind: 'pages' as const };
      }),
  ];
}

interface Prerendered {
  routes: object;
  dynamicRoutes: object;
}
