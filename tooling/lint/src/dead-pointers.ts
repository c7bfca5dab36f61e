import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { anchorsIn, linksIn, pathsIn, scriptsIn, snippetsIn } from './markdown.ts';

const OF_PNPM = ['create', 'dlx', 'exec', 'install', 'pack'];

interface Manifest {
  scripts: Record<string, string>;
}

/**
 * What a markdown file of the repository points at that is not there: links, headings, paths in backticks, scripts,
 * and code that a file is said to hold. One sentence each; an empty list is good.
 *
 * @param root - folder of the repository
 * @param path - the file, relative to it
 */
export function deadPointers(root: string, path: string): string[] {
  const text = readFileSync(join(root, path), 'utf8');
  const folder = dirname(path);
  const links = linksIn(text).filter(({ target }) => !leads(root, path, target));
  const paths = pathsIn(text).filter(({ target }) => {
    // `e2e/*.spec.ts` is said of every workspace.
    const places = target.includes('*') ? ['', folder, '*/*'] : ['', folder];
    return !places.some((place) => exists(root, join(place, target)));
  });
  const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Manifest;
  const known = [...OF_PNPM, ...Object.keys(manifest.scripts)];
  const scripts = scriptsIn(text).filter(({ target }) => !known.includes(target));
  const snippets = snippetsIn(text).filter(({ target, code }) => !holds(root, target, code));
  return [
    ...links.map(({ line, target }) => `${path}:${line}: the link ${target} leads nowhere`),
    ...paths.map(({ line, target }) => `${path}:${line}: there is no ${target}`),
    ...scripts.map(
      ({ line, target }) => `${path}:${line}: pnpm ${target} is no script of the root`,
    ),
    ...snippets.map(({ line, target }) => `${path}:${line}: ${target} does not hold this code`),
  ];
}

function leads(root: string, from: string, target: string): boolean {
  const [file = '', anchor] = decodeURI(target).split('#');
  const path = file ? join(dirname(from), file) : from;
  if (!exists(root, path)) return false;
  return !anchor || anchorsIn(readFileSync(join(root, path), 'utf8')).includes(anchor);
}

/** Whether there is such a file or folder; `*` and `{a,b}` stand for at least one. */
function exists(root: string, path: string): boolean {
  if (existsSync(join(root, path))) return true;
  return /[*{]/.test(path) && globSync(path, { cwd: root }).length > 0;
}

/** Indentation does not count: code of an inner block stands further left in a document. */
function holds(root: string, path: string, code: string): boolean {
  if (!existsSync(join(root, path))) return false;
  const flush = (text: string) => text.replaceAll(/^ +/gm, '');
  return flush(readFileSync(join(root, path), 'utf8')).includes(flush(code));
}
