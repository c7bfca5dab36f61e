// A worker in a process of its own that delivers mail, to be killed.
import { deliverMail } from '../../mail/jobs.ts';
import { startWorker } from '../../worker.ts';

const logger = { info: () => {}, warn: () => {}, error: () => {} };
await startWorker({ jobs: [deliverMail], logger });
process.stdout.write('ready\n');
