/** What the environment says of the keys of Next's action ids. */
export interface Keys {
  current: string;
  /** Newest first. */
  previous: readonly string[];
}

const [CURRENT, PREVIOUS] = [
  'NEXT_SERVER_ACTIONS_ENCRYPTION_KEY',
  'SERVER_ACTIONS_PREVIOUS_ENCRYPTION_KEYS',
] as const;

/** The keys after a rotation: the new one is current, the old one goes first into the window. */
export function rotate({ current, previous }: Keys, fresh: string): Keys {
  return { current: fresh, previous: [current, ...previous] };
}

/** The lines of an environment that say so. */
export function environmentLines({ current, previous }: Keys): string[] {
  return [`${CURRENT}=${current}`, `${PREVIOUS}=${previous.join(',')}`];
}

/** What to set where, in order: `#` lines are for people, the others for the environment. */
export function instructions(before: Keys, after: Keys): string {
  return [
    '# 1. Only where old and new instances answer side by side for a while (a rolling deploy): restart the running',
    '#    ones with this. They need no build, and then know the ids of the pages to come.',
    `${PREVIOUS}=${[after.current, ...before.previous].join(',')}`,
    '',
    '# 2. Build with these, and run what was built with these.',
    ...environmentLines(after),
    '',
    '# 3. Once nobody has a page open from before (a week later, say): end the window, and restart. No build is needed.',
    `${PREVIOUS}=`,
  ].join('\n');
}

/**
 * The text of a `.env` file with other values for some lines, wherever they stand; a variable that it lacks is added at
 * its end.
 */
export function withLines(text: string, lines: readonly string[]): string {
  return lines.reduce((file, line) => {
    const [name = ''] = line.split('=', 1);
    const set = new RegExp(`^${name}=.*$`, 'gm');
    if (file.search(set) >= 0) return file.replace(set, () => line);
    return `${file}${file === '' || file.endsWith('\n') ? '' : '\n'}${line}\n`;
  }, text);
}
