import { identifierOf } from './choices.mjs';

/** @import { Choices } from './choices.mjs' */

/**
 * What would be made, for people.
 *
 * @param {{ choices: Choices, target: string, files: number, options: { git: boolean, install: boolean } }} plan
 */
export function describe({ choices, target, files, options }) {
  const { name, title, scope, port, sample } = choices;
  const identifier = identifierOf(name);
  const rows = [
    ['folder', `${target}, about ${files} files`],
    ['title', title],
    ['packages', `${scope}/actions, ${scope}/db, ...`],
    ['web', `http://localhost:${port}, cookie ${identifier}_session`],
    ['admin', `http://localhost:${port + 1}, cookie ${identifier}_admin_session`],
    ['database', identifier],
    [
      'sample',
      sample ? 'posts, moderation, public pages' : 'none: accounts and one example action',
    ],
    ['secrets', 'new ones, in .data (not in git)'],
    ['git', options.git ? 'a repository with a first commit' : 'none'],
    ['install', options.install ? 'yes' : 'no'],
  ];
  return [
    'Nothing is made (--dry-run). It would be:',
    '',
    ...rows.map(([key = '', text]) => `  ${key.padEnd(10)}${text}`),
  ].join('\n');
}
