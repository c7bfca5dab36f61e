import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/** Fails when axe finds something serious or critical on the page as it stands. */
export async function expectAccessible(page: Page): Promise<void> {
  await page.evaluate(letAxeRun);
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  const serious = violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, help, nodes }) => `${id}: ${help} ${nodes.map(({ html }) => html).join(' ')}`);
  expect(serious, `accessibility of ${page.url()}`).toEqual([]);
}

// Without JavaScript a page has no timers, but promises: axe asks for timers only to take turns.
function letAxeRun(): Promise<void> {
  const timer = window.setTimeout;
  const immediate = (run: () => void, delay = 0) => {
    if (delay < 100) void Promise.resolve().then(run);
    return 0;
  };
  window.setTimeout = immediate as typeof window.setTimeout;
  timer(() => (window.setTimeout = timer), 0);
  return Promise.resolve();
}
