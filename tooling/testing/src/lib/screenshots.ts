import type { Page } from '@playwright/test';
import { join } from 'node:path';

/**
 * Takes the page in light and dark, 1280 and 360 wide, into the folder that `PERIMETER_SCREENSHOTS`
 * names. Without that variable nothing happens.
 *
 * @param name - how the files start: `<name>-light-1280.png`
 */
export async function screenshots(page: Page, name: string): Promise<void> {
  const folder = process.env.PERIMETER_SCREENSHOTS;
  if (!folder) return;
  const size = page.viewportSize();
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    for (const width of [1280, 360]) {
      await page.setViewportSize({ width, height: 800 });
      const path = join(folder, `${name}-${colorScheme}-${width}.png`);
      await page.screenshot({ path, fullPage: true, animations: 'disabled' });
    }
  }
  await page.emulateMedia({ colorScheme: null });
  if (size) await page.setViewportSize(size);
}
