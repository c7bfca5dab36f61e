import { fastStages } from '../lib/fast-stages.ts';
import { runAndReport } from '../lib/run-and-report.ts';

await runAndReport(fastStages);
