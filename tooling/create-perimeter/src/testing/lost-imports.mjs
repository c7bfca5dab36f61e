import { posix } from 'node:path';

/** @import { TemplateFile } from '../lib/template.mjs' */

const IMPORT = /\b(?:from|import|import\()\s*['"](?<from>(?:\.{1,2}\/|@\/|@[\w-]+\/)[^'"]+)['"]/g;
const CODE = /\.(?:tsx?|mjs)$/;
/** Rules and guides are tried on code that need not exist. */
const EXAMPLES =
  /^tooling\/lint\/src\/|^tooling\/perimeter\/src\/.*(?:fixture|test)|\.types\.test\.|^tooling\/typescript\/src\/bases/;

/**
 * Imports of a product that lead to no file of it: relative ones, those of an app's own alias, and doors of its packages.
 *
 * @param {TemplateFile[]} files
 * @param {string} scope
 * @returns {string[]}
 */
export function lostImports(files, scope) {
  const paths = new Set(files.map(({ path }) => path));
  const doors = doorsOf(files, scope);
  return files.flatMap(({ path, text = '' }) => {
    if (!CODE.test(path) || EXAMPLES.test(path)) return [];
    const found = [...text.matchAll(IMPORT)].map(({ groups }) => groups?.from ?? '');
    return found.filter((from) => !leads(path, from)).map((from) => `${path} imports ${from}`);
  });

  /**
   * @param {string} path
   * @param {string} from
   */
  function leads(path, from) {
    if (from.startsWith('.')) {
      const target = posix.join(posix.dirname(path), from);
      return !CODE.test(target) || paths.has(target);
    }
    if (from.startsWith('@/'))
      return paths.has(`${path.split('/', 2).join('/')}/src/${from.slice(2)}`);
    if (!from.startsWith(`${scope}/`)) return true;
    return doors.some(({ name, target }) => {
      const [, part] = new RegExp(`^${name.replace('*', '(.+)')}$`).exec(from) ?? [];
      const plain = from === name || part !== undefined;
      return plain && paths.has(target.replace('*', part ?? '*'));
    });
  }
}

/**
 * @param {TemplateFile[]} files
 * @param {string} scope
 */
function doorsOf(files, scope) {
  return files.flatMap(({ path, text = '' }) => {
    if (!/^(?:packages|tooling)\/[^/]+\/package\.json$/.test(path)) return [];
    const { name, exports = {} } = JSON.parse(text);
    if (!name.startsWith(`${scope}/`)) return [];
    return Object.entries(exports).flatMap(([door, target]) =>
      typeof target === 'string'
        ? { name: posix.join(name, door), target: posix.join(posix.dirname(path), target) }
        : [],
    );
  });
}
