import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Where the word belongs: the perimeter is the list of what the apps expose, and the command that guards it; its
 * tools keep their names in every product.
 */
const TOOL = [
  // The concept, in prose and in the back office.
  /\b(?:the|a|this) perimeter\b/gi,
  /(?:The )?perimeter(?= (?:page|check|table|lock)\b)/gi,
  /(?:title: |title="|label: |name: |Admin, ")['"]?Perimeter\b/g,
  /\bname: Perimeter\b/g,
  /\bPerimeterPage\b|\bAppPerimeter(?:Props)?\b|\bReadonlyPerimeter\b/g,
  // Commands, packages, files and rules.
  /\bpnpm(?:@12)? (?:--silent )?perimeter\b/g,
  /`perimeter(?: \w+)?(?: HEAD\^1)?`/g,
  /@[\w-]+\/perimeter\b/g,
  /(?<=[\w./@-])\/perimeter\b/g,
  /\bperimeter(?=[/(]|\.(?:ts|md|json|spec)|-lock\b)/g,
  /['"]\/perimeter['"]|\bname: 'perimeter'|startActions\(perimeter\)|perimeter\\\(/g,
  /\[perimeter\]/g,
  /(?:import|export const) (?:\{ )?perimeter\b/g,
  /"perimeter"(?=: "node)/g,
  /^ +perimeter: ?\S*$/gm,
  /\.perimeter\.json|LICENSE-perimeter|the Perimeter starter kit|Perimeter contributors/g,
  // The program that brings later versions.
  /\bcreate-perimeter(?=@| update|-\d)/g,
  // Names in the environment, in spans and metrics, on globals, in headers.
  /\bPERIMETER_[A-Z_]+/g,
  /\bperimeter\.(?:action|app|exposes|outcome|error_id|rotation|definition)\b/g,
  /\bperimeter[A-Z]\w+|\bperimeter_row\b|\bx-perimeter-inside\b/g,
  // Where Postgres lives as root, for all products of a machine, and in the folder of temporary files.
  /\/var\/lib\/perimeter\b|\bperimeter-postgres-/g,
];
const CODE_OF_THE_TOOL =
  /^(?:tooling\/perimeter\/|tooling\/services\/src\/lib\/turbo|docs\/perimeter\.md)/;

/**
 * Lines of a product in which the kit's names stand where the team's should be.
 *
 * @param {string} root
 * @param {string[]} paths
 * @returns {string[]}
 */
export function traces(root, paths) {
  return paths.flatMap((path) => {
    const content = readFileSync(join(root, path));
    if (content.includes(0)) return [];
    const text = content.toString('utf8');
    const lines = text.split('\n');
    return lines.flatMap((line, at) =>
      traceIn(path, line) ? [`${path}:${at + 1}: ${line.trim()}`] : [],
    );
  });
}

/**
 * @param {string} path
 * @param {string} line
 */
function traceIn(path, line) {
  if (/@repo\b|\blocalhost:300[01]\b/.test(line)) return true;
  const rest = TOOL.reduce((left, tool) => left.replace(tool, ''), line);
  return (
    /perimeter/i.test(rest) && (!CODE_OF_THE_TOOL.test(path) || /(?<![a-z])Perimeter\b/.test(rest))
  );
}
