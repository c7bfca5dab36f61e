import { type StageOutcome } from './stages.ts';

/** The table that ends a test run; its last line is exactly `N passed, N failed[, N skipped]`. */
export function summarise(outcomes: StageOutcome[]): { text: string; failed: number } {
  const passed = outcomes.reduce((sum, { counts }) => sum + (counts?.passed ?? 0), 0);
  const failed = outcomes.reduce((sum, outcome) => sum + failuresOf(outcome), 0);
  const skipped = outcomes.flatMap(({ counts }) => counts?.skipped ?? []);
  const titles = outcomes.flatMap(({ counts }) => counts?.failed ?? []);
  const last = `${passed} passed, ${failed} failed`;
  const text = [
    '',
    ...outcomes.map(row),
    ...list('Failed:', titles),
    ...list('Skipped:', skipped),
    '',
    skipped.length > 0 ? `${last}, ${skipped.length} skipped` : last,
  ].join('\n');
  return { text, failed };
}

function list(heading: string, titles: string[]): string[] {
  return titles.length > 0 ? ['', heading, ...titles.map((title) => `  ${title}`)] : [];
}

/** Failed tests; 1 for a stage that failed without a failed test to show, or could not run. */
function failuresOf({ result, counts }: StageOutcome): number {
  return result === 'ok' ? 0 : Math.max(counts?.failed.length ?? 0, 1);
}

function row({ name, result, seconds, note, counts }: StageOutcome): string {
  const tests = counts
    ? `${counts.passed} passed, ${counts.failed.length} failed, ${counts.skipped.length} skipped`
    : '';
  const cells = [name.padEnd(12), result.padEnd(8), `${seconds.toFixed(1)} s`.padStart(8), note];
  return `  ${[...cells, tests].filter(Boolean).join('  ')}`;
}
