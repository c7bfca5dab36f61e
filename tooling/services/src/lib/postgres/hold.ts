// For tests: starts Postgres on the home named by the first argument (`--ephemeral`: a throw-away
// one), prints its URL and home as JSON, and holds it until it is killed.
import { startPostgres } from '../../postgres.ts';

const [target] = process.argv.slice(2);
const ephemeral = target === '--ephemeral';
const { url, dataDir } = await startPostgres(ephemeral ? { ephemeral } : { dataDir: target });
console.log(JSON.stringify({ url, dataDir }));
setInterval(() => {}, 60_000);
