/** @typedef {Map<string, string[]>} Entries the lines below a key of two spaces, the key's own line first */

/**
 * The lock file of fewer workspaces: what nothing depends on any more is gone, so that an install has nothing to
 * rewrite. Reads what pnpm writes (`lockfileVersion: '9.0'`), line by line.
 *
 * @param {string} text
 * @param {{ workspaces: ReadonlySet<string>, catalog: ReadonlySet<string> }} kept folders of the workspaces, with
 *   `.` for the root; names that are still used of the catalog
 */
export function pruneLockfile(text, { workspaces, catalog }) {
  const sections = sectionsOf(text);
  const importers = entriesOf(sections.get('importers') ?? []);
  for (const folder of importers.keys()) if (!workspaces.has(folder)) importers.delete(folder);
  const snapshots = entriesOf(sections.get('snapshots') ?? []);
  const reached = reach([...importers.values()].flat(), snapshots);
  const bare = new Set([...reached].map(withoutPeers));
  const packages = entriesOf(sections.get('packages') ?? []);
  return [...sections]
    .map(([name, lines]) => {
      if (name === 'importers') return section(lines, sortedImporters(importers));
      if (name === 'packages') return section(lines, only(packages, bare));
      if (name === 'snapshots') return section(lines, only(snapshots, reached));
      return name === 'catalogs' ? catalogs(lines, catalog) : lines.join('\n');
    })
    .join('\n');
}

/** @param {string} text */
function sectionsOf(text) {
  /** @type {Map<string, string[]>} */
  const sections = new Map();
  /** @type {string[]} */
  let lines = [];
  for (const line of text.split('\n')) {
    const name = /^(\w+):/.exec(line)?.[1];
    if (name) sections.set(name, (lines = []));
    lines.push(line);
  }
  return sections;
}

/**
 * @param {string[]} lines
 * @returns {Entries}
 */
function entriesOf(lines) {
  /** @type {Entries} */
  const entries = new Map();
  /** @type {string[]} */
  let entry = [];
  for (const line of lines) {
    const key = /^ {2}(?<key>'[^']+'|[^\s':][^:]*):/.exec(line)?.groups?.key;
    if (key) entries.set(unquoted(key), (entry = []));
    if (key || line.startsWith('   ')) entry.push(line);
  }
  return entries;
}

/**
 * Keys of `snapshots` that these importers need, directly or not.
 *
 * @param {string[]} importers
 * @param {Entries} snapshots
 */
function reach(importers, snapshots) {
  /** @type {Set<string>} */
  const reached = new Set();
  const waiting = dependenciesIn(importers);
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const key = [`${next.name}@${next.version}`, next.version].find((it) => snapshots.has(it));
    if (!key || reached.has(key)) continue;
    reached.add(key);
    waiting.push(...dependenciesIn(snapshots.get(key) ?? []));
  }
  return reached;
}

/** @param {string[]} lines of importers (`name:`, `version:` below) or of snapshots (`name: version`) */
function dependenciesIn(lines) {
  /** @type {{ name: string, version: string }[]} */
  const found = [];
  let name = '';
  for (const line of lines) {
    const direct = /^ {6}(?<name>'[^']+'|[^\s'][^:]*):(?: (?<version>.+))?$/.exec(line)?.groups;
    if (direct) name = unquoted(direct.name ?? '');
    const version = direct?.version ?? /^ {8}version: (?<version>.+)$/.exec(line)?.groups?.version;
    if (version) found.push({ name, version: unquoted(version) });
  }
  return found;
}

/** @param {Entries} importers */
function sortedImporters(importers) {
  return [...importers.values()].map((lines) =>
    lines
      .join('\n')
      .replaceAll(/(?<= {4}\w+:\n)(?: {6}.+(?:\n|$))+/g, (block) => {
        const rows = block.trimEnd().split(/\n(?= {6}\S)/);
        const byName = rows.toSorted((a, b) => (nameIn(a) < nameIn(b) ? -1 : 1));
        return byName.join('\n') + (block.endsWith('\n') ? '\n' : '');
      })
      .trimEnd(),
  );
}

/** @param {string} row */
function nameIn(row) {
  return unquoted(/^ {6}('[^']+'|[^:]+):/.exec(row)?.[1] ?? '');
}

/**
 * @param {Entries} entries
 * @param {ReadonlySet<string>} keys
 */
function only(entries, keys) {
  const kept = [...entries].filter(([key]) => keys.has(key));
  return kept.map(([, lines]) => lines.join('\n').trimEnd());
}

/**
 * @param {string[]} lines
 * @param {string[]} entries
 */
function section(lines, entries) {
  return `${lines[0]}\n\n${entries.map((entry) => `${entry}\n`).join('\n')}`;
}

/**
 * @param {string[]} lines
 * @param {ReadonlySet<string>} used
 */
function catalogs(lines, used) {
  const text = lines.join('\n');
  return text.replaceAll(/^ {4}('[^']+'|\S+):\n(?: {6}.+\n)+/gm, (entry, name) =>
    used.has(unquoted(name)) ? entry : '',
  );
}

/** @param {string} text */
function unquoted(text) {
  return text.replace(/^'(.*)'$/, '$1');
}

/** @param {string} key */
function withoutPeers(key) {
  return key.replace(/\(.*$/, '');
}
