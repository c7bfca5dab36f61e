import type { RuleCases } from '../rule-cases.ts';

const code = 'export const value = 1;';

export const cases: RuleCases = {
  valid: [
    { file: 'packages/ui/src/format-date.ts', code },
    { file: 'packages/ui/src/commonmark.ts', code },
    { file: 'packages/ui/src/not-common.ts', code },
  ],
  invalid: [
    { file: 'packages/ui/src/utils.ts', code, says: 'name the file after its one export' },
    { file: 'packages/ui/src/helper.test.ts', code },
    { file: 'packages/ui/src/lib/common/date.ts', code },
    { file: 'apps/web/src/misc.tsx', code },
  ],
};
