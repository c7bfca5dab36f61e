import { createHash } from 'node:crypto';

/** @import { TemplateFile } from '../lib/template.mjs' */

const FOLDER = 'packages/db/migrations';

/**
 * One migration more, which drops the tables of the sample: migrations that are out are never edited, and a product
 * without the sample starts from the same ones.
 *
 * @param {TemplateFile[]} files
 * @param {{ tables: string[], functions: string[] }} sample
 * @returns {TemplateFile[]}
 */
export function migrationsWithout(files, { tables, functions }) {
  const read = (/** @type {string} */ path) =>
    JSON.parse(files.find((file) => file.path === `${FOLDER}/${path}`)?.text ?? '{}');
  const journal = read('meta/_journal.json');
  const last = journal.entries.at(-1);
  const number = (index = 0) => String(index).padStart(4, '0');
  const idx = last.idx + 1;
  const tag = `${number(idx)}_without_sample`;
  const snapshot = read(`meta/${number(last.idx)}_snapshot.json`);
  const next = { ...snapshot, id: idAfter(snapshot.id), prevId: snapshot.id };
  for (const table of tables) delete next.tables[`public.${table}`];
  journal.entries.push({ ...last, idx, when: last.when + 1, tag });
  const sql = [
    ...tables.map((table) => `DROP TABLE "${table}" CASCADE;`),
    ...functions.map((name) => `DROP FUNCTION "${name}";`),
  ];
  return [
    { path: `${FOLDER}/${tag}.sql`, text: sql.join('--> statement-breakpoint\n') },
    { path: `${FOLDER}/meta/${number(idx)}_snapshot.json`, text: JSON.stringify(next, null, 2) },
    { path: `${FOLDER}/meta/_journal.json`, text: JSON.stringify(journal, null, 2) },
  ];
}

/**
 * A uuid that follows from another one: the same template each time.
 *
 * @param {string} id
 */
function idAfter(id) {
  const hex = createHash('sha256').update(id).digest('hex');
  const [a, b, c, d, e] = [
    hex.slice(0, 8),
    hex.slice(8, 12),
    hex.slice(13, 16),
    hex.slice(17, 20),
    hex.slice(20, 32),
  ];
  return `${a}-${b}-4${c}-8${d}-${e}`;
}
