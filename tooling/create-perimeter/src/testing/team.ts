import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { edited } from './two-kits.ts';

/** Nobody's git configuration, and a name. */
export const SOMEBODY = {
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_SYSTEM: '/dev/null',
  GIT_AUTHOR_NAME: 'Author',
  GIT_AUTHOR_EMAIL: 'author@example.test',
  GIT_COMMITTER_NAME: 'Author',
  GIT_COMMITTER_EMAIL: 'author@example.test',
};

/** What the tests do to a product as its team would. */
export function createTeam(product: string) {
  const at = (path: string) => join(product, path);
  const team = {
    git(...args: string[]): string {
      const options = {
        cwd: product,
        env: { ...process.env, ...SOMEBODY },
        encoding: 'utf8',
      } as const;
      const { status, stdout, stderr } = spawnSync('git', args, { ...options, maxBuffer: 2 ** 27 });
      if (status !== 0) throw new Error(`git ${args.join(' ')}: ${stderr}`);
      return stdout;
    },
    paths: () => team.git('ls-files', '-z').split('\0').filter(Boolean),
    read: (path: string) => readFileSync(at(path), 'utf8'),
    write(path: string, text: string) {
      mkdirSync(dirname(at(path)), { recursive: true });
      writeFileSync(at(path), text);
    },
    edit(path: string, from: string | RegExp, to: string) {
      team.write(path, edited(team.read(path), from, to));
    },
    copy: (from: string, to: string) => cpSync(at(from), at(to), { recursive: true }),
    commit(message: string) {
      team.git('add', '--all');
      team.git('commit', '--quiet', '--no-verify', '-m', message);
    },
  };
  return team;
}
