import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';

/** Fails when axe finds something serious or critical on the page as it stands. */
export async function expectAccessible(page: Page): Promise<void> {
  const serious = await withScripts(page, () => findSerious(page));
  expect(serious, `accessibility of ${page.url()}`).toEqual([]);
}

async function findSerious(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, help, nodes }) => `${id}: ${help} ${nodes.map(({ html }) => html).join(' ')}`);
}

// axe is a script. Scripts of the page that were skipped while it loaded stay skipped.
async function withScripts<T>(page: Page, run: () => Promise<T>): Promise<T> {
  if (test.info().project.use.javaScriptEnabled !== false) return run();
  const session = await page.context().newCDPSession(page);
  const disable = (value: boolean) =>
    session.send('Emulation.setScriptExecutionDisabled', { value });
  await disable(false);
  try {
    return await run();
  } finally {
    await disable(true);
    await session.detach();
  }
}
