// For tests: starts Postgres on the home named by the first argument (`--ephemeral`: a throw-away
// one; `--default`: the project's), prints its URL and home as JSON, and holds it until it is killed.
import { startPostgres } from '../../postgres.ts';

const [target] = process.argv.slice(2);
const ephemeral = target === '--ephemeral';
const dataDir = target?.startsWith('--') ? undefined : target;
const postgres = await startPostgres({ ephemeral, dataDir });
console.log(JSON.stringify(postgres));
setInterval(() => {}, 60_000);
