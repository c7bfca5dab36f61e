import { format } from 'node:util';
import { afterAll, afterEach } from 'vitest';

let written: string[] = [];

console.error = (...values: unknown[]) => {
  written.push(format(...values));
};

function failIfWritten(): void {
  if (written.length === 0) return;
  const text = written.join('\n');
  written = [];
  throw new Error(
    `console.error was called. Fix the cause, or expect it with vi.spyOn(console, 'error'):\n${text}`,
  );
}

afterEach(failIfWritten);
afterAll(failIfWritten);
