import { fileURLToPath } from 'node:url';
import { checkWorkspaces } from '../check-workspaces.ts';

const problems = await checkWorkspaces(fileURLToPath(new URL('../../../..', import.meta.url)));
for (const problem of problems) console.error(problem);
if (problems.length > 0) process.exitCode = 1;
else console.log('Every workspace has its scripts, tag, licence, tsconfig, README and tests.');
