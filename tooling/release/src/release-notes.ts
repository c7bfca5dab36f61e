/** How large a step a change is for its reader. */
export type Step = 'major' | 'minor' | 'patch';

/** What a file of `.changeset` says. */
export interface Changeset {
  summary: string;
  releases: readonly { name: string; type: string }[];
}

const HEADINGS: readonly [Step, heading: string][] = [
  ['major', 'You have to do something'],
  ['minor', 'You gain'],
  ['patch', 'Mended'],
];

/**
 * What a version brings its readers, as Markdown: each change once, whatever number of packages it touches, below the
 * heading of its largest step.
 */
export function releaseNotes(changesets: readonly Changeset[]): string {
  const sections = HEADINGS.map(([step, heading]) => {
    const entries = changesets.filter((changeset) => stepOf(changeset) === step).map(entryOf);
    return entries.length > 0 ? [`### ${heading}`, ...entries.toSorted()].join('\n\n') : '';
  });
  return sections.filter(Boolean).join('\n\n');
}

/** The changelog with a version on top. */
export function withRelease(changelog: string, version: string, notes: string): string {
  const [, older = ''] = /(?<older>^## [^]*)/m.exec(changelog) ?? [];
  const sections = [`# Changelog`, `## ${version}`, notes.trim(), older.trim()];
  return `${sections.filter(Boolean).join('\n\n')}\n`;
}

function stepOf({ releases }: Changeset): Step | null {
  const found = HEADINGS.find(([step]) => releases.some(({ type }) => type === step));
  return found ? found[0] : null;
}

function entryOf({ summary, releases }: Changeset): string {
  const [first = '', ...rest] = summary.trim().split('\n');
  const packages = releases.map(({ name }) => name).join(', ');
  const more = rest.map((line) => (line ? `  ${line}` : '')).join('\n');
  return `- **${first.replace(/\.$/, '')}** (${packages})${more.trimEnd() ? `\n${more.trimEnd()}` : ''}`;
}
