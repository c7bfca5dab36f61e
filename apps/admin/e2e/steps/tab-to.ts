import type { Page } from '@repo/testing/fixtures';

/** Presses Tab until the focus is on this element. */
export async function tabTo(
  page: Page,
  role: 'textbox' | 'searchbox' | 'button' | 'link',
  name: string,
): Promise<void> {
  const target = page.getByRole(role, { name, exact: true });
  for (let i = 0; i < 60; i += 1) {
    await page.keyboard.press('Tab');
    if (await target.evaluate((element) => element === document.activeElement)) return;
  }
  throw new Error(`Tab never reached the ${role} "${name}"`);
}
