import type { TestEnv } from './run-and-report.ts';
import { type Stage } from './stages.ts';
import { runProgram, runTurbo } from './turbo.ts';

/** The stages that `check` and `test` share. `testEnv` is asked for when the tests begin. */
export function fastStages(testEnv: TestEnv, signal: AbortSignal): Stage[] {
  const turbo = (task: string) => () => runTurbo(task, { signal });
  return [
    { name: 'lint', run: turbo('//#lint') },
    { name: 'format', run: turbo('//#format:check') },
    { name: 'boundaries', run: () => runProgram('turbo', ['boundaries'], { signal }) },
    {
      name: 'workspaces',
      run: () => runProgram('node', ['tooling/lint/src/cli/check-workspaces.ts'], { signal }),
    },
    { name: 'unused', run: () => runProgram('knip', [], { signal }) },
    { name: 'types', run: turbo('types') },
    {
      name: 'test',
      reports: 'vitest',
      // More than there are cores: some of them wait most of the time, for servers to start and to end.
      run: async () => runTurbo('test', { env: await testEnv(), concurrency: '150%', signal }),
    },
  ];
}
