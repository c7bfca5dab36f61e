import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Plan } from './plan.ts';

const folder = fileURLToPath(new URL('../../templates', import.meta.url));

/** Values for the `{{names}}` of a template. */
export type Values = Record<string, string>;

/** One file of the templates, filled in. */
export function fillTemplate(path: string, values: Values): string {
  return fill(readFileSync(join(folder, `${path}.tmpl`), 'utf8'), values);
}

/** Plans every file of a folder of the templates, at the same place below `target`. */
export function createFrom(plan: Plan, template: string, target: string, values: Values): void {
  const files = readdirSync(join(folder, template), { recursive: true, encoding: 'utf8' });
  for (const file of files.filter((path) => statSync(join(folder, template, path)).isFile())) {
    const path = fill(file.replaceAll('\\', '/').replace(/\.tmpl$/, ''), values);
    const text = readFileSync(join(folder, template, file), 'utf8');
    plan.create(`${target}/${path}`, fill(text, values));
  }
}

/** A line that is nothing but an empty value goes. */
function fill(text: string, values: Values): string {
  const lines = text.replaceAll(/^ *\{\{(\w+)\}\}\n/gm, (line, name: string) =>
    values[name] === '' ? '' : line,
  );
  return lines.replaceAll(/\{\{(\w+)\}\}/g, (_, name: string) => {
    const value = values[name];
    if (value === undefined)
      throw new Error(`The template asks for {{${name}}}, which nobody gave.`);
    return value;
  });
}
