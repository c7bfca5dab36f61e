import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from './project.ts';

/** Reads `.env` of the project into this process. What is set already wins; blank means unset. */
export function loadEnvironment(): void {
  dropBlank();
  const file = join(projectRoot, '.env');
  if (existsSync(file)) process.loadEnvFile(file);
  dropBlank();
  process.env.NEXT_TELEMETRY_DISABLED = '1';
  process.env.TURBO_TELEMETRY_DISABLED = '1';
}

function dropBlank(): void {
  for (const [name, value] of Object.entries(process.env)) {
    if (value?.trim() === '') delete process.env[name];
  }
}
