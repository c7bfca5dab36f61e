import { fileURLToPath } from 'node:url';
import { repositoryProblems } from '../repository-problems.ts';

// In a workflow: GitHub says where it runs.
const root = fileURLToPath(new URL('../../../..', import.meta.url));
const { GITHUB_SERVER_URL: server = 'https://github.com', GITHUB_REPOSITORY: repository } =
  process.env;
const problems = repositoryProblems(root, `${server}/${repository ?? '<owner>/<name>'}`);
for (const problem of problems) console.error(problem);
process.exitCode = problems.length > 0 ? 1 : 0;
