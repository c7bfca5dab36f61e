import type { BrowserContext } from '@playwright/test';

/** What went wrong in the pages of a test without an assertion noticing. */
export interface PageErrors {
  /** Watches all pages of a context, present and future. */
  watch(context: BrowserContext): void;
  /** Expects errors that match: they no longer fail the test. */
  allow(pattern: RegExp): void;
  /** What was seen and not allowed. */
  unexpected(): string[];
}

/**
 * Collects `console.error`, uncaught exceptions and violations of the content security policy (the
 * browser writes those to the console, with JavaScript off too).
 */
export function pageErrors(): PageErrors {
  const seen: string[] = [];
  const allowed: RegExp[] = [];
  return {
    watch(context) {
      context.on('console', (message) => {
        if (message.type() === 'error') seen.push(`${message.text()} (${message.location().url})`);
      });
      context.on('weberror', (error) => seen.push(String(error.error())));
    },
    allow(pattern) {
      allowed.push(pattern);
    },
    unexpected() {
      return seen.filter((text) => !allowed.some((pattern) => pattern.test(text)));
    },
  };
}
