import { clearReports, type Counts, readReports, type ReportKind } from './test-reports.ts';
import { type CommandOutcome } from './turbo.ts';

/** One part of a test run. */
export interface Stage {
  name: string;
  run: () => Promise<CommandOutcome>;
  /** The reports that its tests write. */
  reports?: ReportKind;
  /** Names of the stages that have to be ok for this one to make sense. */
  needs?: string[];
}

/** How a stage went. */
export interface StageOutcome {
  name: string;
  result: 'ok' | 'FAILED' | 'not run';
  seconds: number;
  note: string;
  counts: Counts | null;
}

/** Runs all stages in their order, also after a failure, except those whose needs failed. */
export async function runStages(stages: Stage[], signal: AbortSignal): Promise<StageOutcome[]> {
  const outcomes: StageOutcome[] = [];
  for (const stage of stages) {
    const broken = (stage.needs ?? []).filter((need) =>
      outcomes.some(({ name, result }) => name === need && result !== 'ok'),
    );
    if (signal.aborted || broken.length > 0) {
      const note = signal.aborted ? 'interrupted' : `needs ${broken.join(', ')}`;
      outcomes.push({ name: stage.name, result: 'not run', seconds: 0, note, counts: null });
    } else {
      console.log(`\n== ${stage.name}`);
      outcomes.push(await runStage(stage));
    }
  }
  return outcomes;
}

async function runStage(stage: Stage): Promise<StageOutcome> {
  const start = performance.now();
  if (stage.reports) clearReports(stage.reports);
  let { ok, note } = await stage.run().catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    return { ok: false, note: '' };
  });
  let counts: Counts | null = null;
  if (stage.reports) {
    const { missing, ...counted } = readReports(stage.reports);
    counts = counted;
    if (ok && missing.length > 0) note = `no report from ${missing.join(', ')}`;
    ok = ok && missing.length === 0 && counted.failed.length === 0;
  }
  const seconds = (performance.now() - start) / 1000;
  return { name: stage.name, result: ok ? 'ok' : 'FAILED', seconds, note, counts };
}
