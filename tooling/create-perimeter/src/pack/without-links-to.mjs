import { posix } from 'node:path';

const LINK = /!?\[(?<title>(?:[^[\]]|\[[^\]]*\])*)\]\((?<target>[^)\s#]+)(?:#[^)]*)?\)/g;
const CODE = /`(?<path>(?:apps|packages|tooling|docs|src|e2e)\/[^`\s<>*{}]+)`/g;
const SNIPPET = /^<!-- snippet: (?<path>\S+) -->\n\n?/gm;

/**
 * A document without what points to files that are gone: the words stay.
 *
 * @param {string} text
 * @param {string} from path of the document
 * @param {ReadonlySet<string>} kept paths of files
 */
export function withoutLinksTo(text, from, kept) {
  const isThere = (/** @type {string} */ path) => {
    const plain = path.replace(/\/$/, '');
    return kept.has(plain) || [...kept].some((file) => file.startsWith(`${plain}/`));
  };
  return text
    .replaceAll(LINK, (link, title, target) => {
      if (/^[a-z]+:/.test(target)) return link;
      return isThere(posix.join(posix.dirname(from), decodeURI(target))) ? link : title;
    })
    .replaceAll(CODE, (code, path) =>
      isThere(path) || isThere(posix.join(posix.dirname(from), path))
        ? code
        : path.split('/').at(-1),
    )
    .replaceAll(SNIPPET, (mark, path) => (isThere(path) ? mark : ''));
}
