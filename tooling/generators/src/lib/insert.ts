/**
 * Puts text before the one place where the anchor stands.
 * @throws Error when the anchor stands nowhere, or more than once
 */
export function insertBefore(text: string, anchor: string, addition: string): string {
  const [before = '', after, ...more] = text.split(anchor);
  if (after === undefined || more.length > 0) {
    throw new Error(`"${anchor.trim()}" has to stand there once, to write before it.`);
  }
  return `${before}${addition}${anchor}${after}`;
}

/** Puts text behind the one place where the anchor stands. */
export function insertAfter(text: string, anchor: string, addition: string): string {
  return insertBefore(text, anchor, '').replace(anchor, () => `${anchor}${addition}`);
}

/** Puts a line of an inline snapshot between its neighbours, in the order of the alphabet. */
export function insertSorted(text: string, within: string, line: string): string {
  const [before = '', after = ''] = text.split(within);
  const end = after.indexOf('\n  `);');
  if (!after || end < 0) throw new Error(`"${within.trim()}" has to begin an inline snapshot.`);
  const lines = after.slice(0, end).split('\n');
  const at = lines.findIndex(
    (other) => /^ +[}\]]/.test(other) || (other > line && /\w/.test(other)),
  );
  const all = lines.toSpliced(at, 0, line);
  return `${before}${within}${all.join('\n')}${after.slice(end)}`;
}

/** Imports a name as well; where the file imports others from there, it joins them. */
export function addImport(text: string, name: string, from: string): string {
  const known = new RegExp(`^import \\{([^}]*)\\} from '${from.replaceAll('.', '\\.')}';`, 'm');
  const names = known
    .exec(text)?.[1]
    ?.split(',')
    .map((one) => one.trim());
  if (names?.includes(name)) return text;
  if (names) {
    const plain = (one: string) => one.replace('type ', '');
    const all = [...names.filter(Boolean), name].toSorted((a, b) => (plain(a) < plain(b) ? -1 : 1));
    return text.replace(known, () => `import { ${all.join(', ')} } from '${from}';`);
  }
  const imports = [...text.matchAll(/^import [^;]* from '([^']*)';\n/gm)];
  const after = imports.find(([, other = '']) => order(other) > order(from));
  const last = imports.at(-1);
  const at = after?.index ?? (last ? last.index + last[0].length : 0);
  return `${text.slice(0, at)}import { ${name} } from '${from}';\n${text.slice(at)}`;
}

/** Packages come before files. */
const order = (from: string) => (from.startsWith('.') ? `~${from}` : from);
