import { closeDatabase, database } from '@repo/db/client';
import { revokeSessions } from '../sessions.ts';

/** Run by `pnpm sessions:revoke`: `revoke-sessions.ts [email]`, everybody's without one. */
const email = process.argv[2]?.trim().toLowerCase();

const ended = await revokeSessions(database(), email);
if (ended) {
  for (const [app, { sessions, people }] of Object.entries(ended))
    console.log(`${app}: ${sessions} sessions of ${people} people ended`);
} else {
  console.error(`Nobody has the address ${email}; no session was ended.`);
  process.exitCode = 1;
}
await closeDatabase();
