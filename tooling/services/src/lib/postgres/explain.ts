const OWN = 'or set DATABASE_URL to a Postgres of your own.';

const KNOWN: [RegExp, (match: RegExpMatchArray, home: string) => string][] = [
  [
    /No space left on device|ENOSPC/,
    (_, home) => `There is no disk space left for the database in ${home}. Free some, ${OWN}`,
  ],
  [
    /error while loading shared libraries: ([^:\s]+)/,
    (match) =>
      `Postgres needs the library ${match[1]}, which is missing. ` +
      `Run \`npx -y pnpm@12 rebuild\`, install the library, ${OWN}`,
  ],
  [
    /ENOENT/,
    () =>
      'The Postgres binaries do not run here (they need a system with glibc, which Alpine is not). ' +
      `Run \`npx -y pnpm@12 install\` again, ${OWN}`,
  ],
  [
    /initialized by PostgreSQL version (\d+)/,
    (match, home) =>
      `The database in ${home} was made by Postgres ${match[1]}, which this one cannot read. ` +
      'Move that directory away to start with an empty database.',
  ],
  [
    /Permission denied|EACCES|EPERM/,
    (_, home) =>
      `The database directory ${home} cannot be used by the user that Postgres runs as. ` +
      `Correct its owner and mode, ${OWN}`,
  ],
];

/** Turns what a Postgres program printed into one sentence with its remedy. */
export function explain(output: string, home: string): string {
  for (const [pattern, sentence] of KNOWN) {
    const match = pattern.exec(output);
    if (match) return sentence(match, home);
  }
  const line =
    /(?:FATAL|PANIC|error):\s*(.+)/i.exec(output)?.[1] ?? output.trim().split('\n').at(-1);
  return `Postgres did not start: ${line || 'it gave no reason'}. Its log is ${home}/postgres.log.`;
}
