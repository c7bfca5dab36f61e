import { afterAll, vi } from 'vitest';

const before = { ...process.env };

// The hooks of a file run before this one. Files can share a process (`isolate: false`).
afterAll(() => {
  vi.unstubAllEnvs();
  for (const name of Object.keys(process.env)) if (!(name in before)) delete process.env[name];
  Object.assign(process.env, before);
});
