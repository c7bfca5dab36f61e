import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { ARCHIVE, type Template, type TemplateFile } from '../lib/template.mjs';
import { publish } from './published.mjs';

/** What the older version wrote by a rule that the newer one has no more. */
export const OLD_LINE = '\nWritten by the rules of 1.0.0.\n';

/** Most files are alike to a merge: with these alone it takes a fifth of the time. */
const ENOUGH =
  /^[^/]+$|\/package\.json$|^docs\/guides\/|^packages\/(?:ui\/src\/[^/]+|db\/(?:migrations|src\/schema)\/.*|actions\/(?:locks|src\/lib|src\/posts)\/[^/]+)$|^apps\/\w+\/src\/features\//;

/** Tarballs of two versions, made from this working tree; the second has what `change` does to the files of the first. */
export function publishTwo(
  change: (files: Map<string, string>) => void,
  { whole: all = false } = {},
) {
  const kit = publish();
  const place = join(kit.templateDir, '..');
  const archive = join(kit.templateDir, ARCHIVE);
  const whole = JSON.parse(gunzipSync(readFileSync(archive)).toString()) as Template;
  const template = {
    ...whole,
    files: whole.files.filter(({ path }) => all || ENOUGH.test(path)),
  };
  const pack = (version: string, files: TemplateFile[]) => {
    const manifest = join(place, 'package.json');
    const own = JSON.parse(readFileSync(manifest, 'utf8')) as object;
    writeFileSync(manifest, JSON.stringify({ ...own, version }));
    writeFileSync(archive, gzipSync(JSON.stringify({ ...template, kit: version, files })));
    const args = ['pack', '--ignore-scripts', '--silent', '--pack-destination', kit.root];
    execFileSync('npm', args, { cwd: place, stdio: 'pipe' });
    return join(kit.root, `create-perimeter-${version}.tgz`);
  };
  const renderer = join(place, 'src/render.mjs');
  const code = readFileSync(renderer, 'utf8');
  const rule = 'const rename = createRename(choices);';
  const oldRule = `const named = createRename(choices);
  const rename = (path, text) => named(path, text) + (path === 'AGENTS.md' ? ${JSON.stringify(OLD_LINE)} : '');`;
  writeFileSync(renderer, edited(code, rule, oldRule));
  const from = pack('1.0.0', template.files);
  writeFileSync(renderer, code);
  const texts = new Map(
    template.files.flatMap(({ path, text }) => (text === undefined ? [] : [[path, text]])),
  );
  change(texts);
  const others = template.files.filter(({ text }) => text === undefined);
  const changed = Array.from(texts, ([path, text]) => ({ path, text }));
  const executable = new Set(
    template.files.filter((file) => 'executable' in file).map(({ path }) => path),
  );
  const files: TemplateFile[] = [...others, ...changed].map((file) =>
    executable.has(file.path) ? { ...file, executable: true as const } : file,
  );
  const templates = {
    older: { ...template, kit: '1.0.0' },
    newer: { ...template, kit: '1.1.0', files },
  };
  return { ...kit, older: from, newer: pack('1.1.0', files), templates };
}

/** Replaces in a text; one that changes nothing is an error. */
export function edited(text: string | undefined, from: string | RegExp, to: string): string {
  const result = text?.replace(from, to);
  if (result === undefined || result === text)
    throw new Error(`Nothing to edit: ${String(from)}. Write the edit of the test anew.`);
  return result;
}
