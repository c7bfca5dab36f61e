/**
 * What the formatter would change once names are longer or shorter than the kit's: imports that begin or cease to fit
 * a line, cells of tables, the order of dependencies. There is no formatter before the first install, and `update`
 * compares rendered texts.
 */

const WIDTH = 100;
const IMPORT =
  /^(?<indent> *)(?<head>(?:import|export)(?: type)?(?: \w+,)?) \{(?<names>[^{}]*)\} from (?<from>'[^']+');$/gm;

/**
 * @param {string} path
 * @param {string} text with the new names
 * @param {string} scope the scope of the workspaces: what does not name it has kept its width
 */
export function layOut(path, text, scope) {
  if (/\.(?:tsx?|mjs)$/.test(path))
    return layOutPatterns(layOutElements(layOutImports(text, scope), scope));
  if (path.endsWith('.md')) return layOutTables(layOutImports(text, scope));
  if (/(?:^|\/)package\.json$/.test(path)) return sortDependencies(text);
  if (path.endsWith('.json')) return layOutLists(text, scope);
  return text;
}

/**
 * @param {string} text
 * @param {string} scope
 */
function layOutImports(text, scope) {
  return text.replace(IMPORT, (whole, indent, head, names, from) => {
    if (!from.startsWith(`'${scope}/`) || /\/[/*]/.test(names)) return whole;
    const parts = names.split(',').map((/** @type {string} */ name) => name.trim());
    const listed = parts.filter(Boolean);
    const line = `${indent}${head} { ${listed.join(', ')} } from ${from};`;
    const alone = listed.length === 1 && !head.endsWith(',') && !listed[0]?.includes(' as ');
    if (alone || line.length <= WIDTH) return line;
    const rows = listed.map((/** @type {string} */ name) => `${indent}  ${name},\n`);
    return `${indent}${head} {\n${rows.join('')}${indent}} from ${from};`;
  });
}

/**
 * A pattern that its `const` has no room for goes below it.
 *
 * @param {string} text
 */
function layOutPatterns(text) {
  return text.replaceAll(/^( *)(const \w+ =) (\/.+\/\w*;)$/gm, (line, indent, name, pattern) =>
    line.length <= WIDTH ? line : `${indent}${name}\n${indent}  ${pattern}`,
  );
}

/**
 * Elements of a list that stood on a line of their own and do not fit it any more.
 *
 * @param {string} text
 * @param {string} scope
 */
function layOutElements(text, scope) {
  return text.replaceAll(
    /^( *)([{[]) ?(\S.*\S) ?([}\]]),$/gm,
    (line, indent, open, inner, close) => {
      if (line.length <= WIDTH || !line.includes(scope)) return line;
      const items = inner.match(/(?:`[^`]*`|'(?:[^'\\]|\\.)*'|"[^"]*"|[^,'"`])+/g) ?? [];
      const rows = items.map((/** @type {string} */ item) => `${indent}  ${item.trim()},\n`);
      return `${indent}${open}\n${rows.join('')}${indent}${close},`;
    },
  );
}

/** @param {string} text */
function layOutTables(text) {
  let fenced = false;
  /** @type {string[]} */
  const lines = [];
  /** @type {string[]} */
  let table = [];
  for (const line of text.split('\n')) {
    if (/^ *```/.test(line)) fenced = !fenced;
    if (!fenced && /^ *\|.*\|$/.test(line)) {
      table.push(line);
    } else {
      lines.push(...layOutTable(table), line);
      table = [];
    }
  }
  return [...lines, ...layOutTable(table)].join('\n');
}

/** @param {string[]} table */
function layOutTable(table) {
  const rows = table.map((line) =>
    line
      .trim()
      .slice(1, -1)
      .split(/(?<!\\)\|/)
      .map((cell) => cell.trim()),
  );
  const indent = /^ */.exec(table[0] ?? '')?.[0] ?? '';
  const columns = Math.max(0, ...rows.map((row) => row.length));
  if (rows.some((row) => row.length !== columns)) return table;
  const widths = Array.from({ length: columns }, (_, column) =>
    Math.max(3, ...rows.map((row, at) => (at === 1 ? 0 : widthOf(row[column] ?? '')))),
  );
  return rows.map((row, at) => {
    const cells = row.map((cell, column) => {
      const width = widths[column] ?? 0;
      return at === 1 ? rule(cell, width) : cell + ' '.repeat(width - widthOf(cell));
    });
    return `${indent}| ${cells.join(' | ')} |`;
  });
}

/** @param {string} cell */
function widthOf(cell) {
  return Array.from(cell).length;
}

/**
 * @param {string} cell
 * @param {number} width
 */
function rule(cell, width) {
  const [left, right] = [cell.startsWith(':') ? ':' : '', cell.endsWith(':') ? ':' : ''];
  return `${left}${'-'.repeat(width - left.length - right.length)}${right}`;
}

/** @param {string} text */
function sortDependencies(text) {
  return text.replaceAll(
    /(?<="(?:dev|peer|optional)?[dD]ependencies": \{\n)(?: {4}"[^"]+": "[^"]+",?\n)+/g,
    (block) => {
      const rows = block.trimEnd().split('\n');
      const sorted = rows.map((row) => row.replace(/,$/, '')).toSorted((a, b) => (a < b ? -1 : 1));
      return `${sorted.join(',\n')}\n`;
    },
  );
}

/**
 * Lists of JSON on one line while they fit.
 *
 * @param {string} text
 * @param {string} scope
 */
function layOutLists(text, scope) {
  return text.replaceAll(
    /^( *)((?:"[^"]+": )?)\[([^[\]{}]*)\](,?)$/gm,
    (whole, indent, key, items, comma) => {
      if (!items.includes(`"${scope}`)) return whole;
      const listed = items.split(',').map((/** @type {string} */ item) => item.trim());
      const line = `${indent}${key}[${listed.join(', ')}]${comma}`;
      if (line.length <= WIDTH) return line;
      return `${indent}${key}[\n${listed.map((/** @type {string} */ item) => `${indent}  ${item}`).join(',\n')}\n${indent}]${comma}`;
    },
  );
}
