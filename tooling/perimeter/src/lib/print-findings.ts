import { styleText } from 'node:util';
import { CODES } from './codes.ts';
import type { Finding } from './finding.ts';

/** Where each code has its section. */
const MANUAL = 'docs/perimeter.md';
/** So many names stand in the last line. */
const SHOWN = 3;
const COLOURS = { error: 'red', difference: 'yellow', unreadable: 'red' } as const;
/** What matters most comes first. */
const ORDER = Object.keys(CODES).toSorted((a, b) => weightOf(a) - weightOf(b));

/** Findings for people: what happened, why it matters, and below the last of its code what to do. */
export function printFindings(findings: Finding[]): string {
  const ordered = inOrder(findings);
  return ordered
    .map(({ app, code, happened, why }, index) => {
      const { severity, todo } = CODES[code];
      const title = styleText([COLOURS[severity], 'bold'], code);
      const isLast = ordered[index + 1]?.code !== code;
      return `${title}  ${app}  ${happened}\n  ${why}\n${isLast ? `\n  ${todo}\n` : ''}`;
    })
    .join('\n');
}

/** One line for the end: how many of which code, about what, and the manual. */
export function summariseFindings(findings: Finding[]): string {
  if (findings.length === 0) return 'in step with its locks';
  const byCode = Map.groupBy(inOrder(findings), ({ code }) => code);
  const told = [...byCode].map(([code, all]) => {
    const subjects = [...new Set(all.map(({ subject }) => subject))];
    const more = subjects.length > SHOWN ? ', …' : '';
    return `${all.length} ${code} (${subjects.slice(0, SHOWN).join(', ')}${more})`;
  });
  return `${told.join(', ')}; see ${MANUAL}`;
}

/** Findings as a Markdown table, for the summary of a CI job or a pull request. */
export function markdownFindings(findings: Finding[], since: string): string {
  const title = '### What this change does to the perimeter\n\n';
  if (findings.length === 0) return `${title}Nothing: all apps expose what ${since} say.\n`;
  const rows = inOrder(findings).map(({ app, code, subject, property, before, after, why }) => {
    const cells = [code, app, subject, property ?? '', before ?? '', after ?? '', why];
    return `| ${cells.map(escape).join(' | ')} |`;
  });
  const head = ['', 'app', 'what', 'property', 'before', 'after', 'why it matters'];
  const table = [`| ${head.join(' | ')} |`, `|${' --- |'.repeat(head.length)}`, ...rows];
  return `${title}Compared with ${since}.\n\n${table.join('\n')}\n`;
}

function inOrder(findings: Finding[]): Finding[] {
  return findings.toSorted((a, b) => ORDER.indexOf(a.code) - ORDER.indexOf(b.code));
}

function weightOf(code: string): number {
  const { severity } = CODES[code as keyof typeof CODES];
  return ['unreadable', 'error', 'difference'].indexOf(severity) + (code === 'WEAKER' ? -0.5 : 0);
}

/** Text that comes from sources and paths stays text. */
function escape(text: string): string {
  return text.replaceAll(/[\\|<>&`*_[\]]/g, (sign) => `\\${sign}`).replaceAll(/\s+/g, ' ');
}
