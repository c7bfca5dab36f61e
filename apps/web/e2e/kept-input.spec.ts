import { readFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { fileURLToPath } from 'node:url';
import { expect, test, type Page } from '@repo/testing/fixtures';

const sources = fileURLToPath(new URL('../../../packages/actions/src/', import.meta.url));

const CONTROLS = `
  <input type="hidden" name="row" value="1">
  <input name="title" value="start">
  <input name="line"><input name="line">
  <textarea name="body"></textarea>
  <select name="topic"><option>news<option>guide<option>release</select>
  <select name="tags" multiple><option>a<option selected>b<option>c</select>
  <input type="checkbox" name="mail" value="daily"><input type="checkbox" name="mail" value="weekly" checked>
  <input type="radio" name="plan" value="free" checked><input type="radio" name="plan" value="paid">
  <input type="file" name="picture"><input type="hidden" name="_key" value="signed">
  <input type="password" name="phrase"><input name="apiToken"><input name="pin">
  <button>Save</button><button name="then" value="publish">Save and publish</button>`;

/** Two plain forms on a page of the app's own origin, joined to the code that the hook uses. */
async function openForms(page: Page, forms: string, later: string = forms): Promise<void> {
  let opened = 0;
  await page.route('**/__forms', (route) => {
    opened += 1;
    const body = `<!doctype html><title>Forms</title>${opened === 1 ? forms : later}
      <script type="module">
        import { reloadWithInput, restoreKept } from '/__source/lib/react/keep-input.ts';
        for (const form of document.forms) {
          form.addEventListener('submit', (event) => {
            event.preventDefault();
            const data = new FormData(form, event.submitter);
            if (!reloadWithInput(form, data, ['pin'])) document.title = 'Not loaded again';
          });
          await restoreKept(form);
        }
        document.body.dataset.ready = '';
      </script>`;
    return route.fulfill({ body, contentType: 'text/html' });
  });
  await page.route('**/__source/**', (route) => {
    const [, path = ''] = new URL(route.request().url()).pathname.split('/__source/');
    const code = readFileSync(`${sources}${path}`, 'utf8');
    return route.fulfill({ body: stripTypeScriptTypes(code), contentType: 'text/javascript' });
  });
  await page.goto('/__forms');
  await ready(page);
}

const ready = (page: Page) => expect(page.locator('body[data-ready]')).toBeVisible();
const status = (page: Page) => page.getByRole('status');
const field = (page: Page, name: string, form = 0) =>
  page.locator('form').nth(form).locator(`[name="${name}"]`);

async function submit(page: Page, name = 'Save', form = 0): Promise<void> {
  await page.locator('form').nth(form).getByRole('button', { name, exact: true }).click();
  await expect(status(page)).toBeVisible();
}

test.describe('what is kept of a form over a reload', { tag: '@js-only' }, () => {
  test('every kind of field, and the button that was pressed', async ({ page }) => {
    await openForms(page, `<form>${CONTROLS}</form>`);
    await field(page, 'title').fill('');
    await field(page, 'line').first().fill('one');
    await field(page, 'line').last().fill('two');
    await field(page, 'body').fill('<b>&\n"x"');
    await field(page, 'topic').selectOption('guide');
    await field(page, 'tags').selectOption(['a', 'c']);
    await page.locator('[value="daily"]').check();
    await page.locator('[value="weekly"]').uncheck();
    await page.locator('[value="paid"]').check();
    await submit(page, 'Save and publish');
    await expect(field(page, 'title')).toHaveValue('');
    await expect(field(page, 'line').first()).toHaveValue('one');
    await expect(field(page, 'line').last()).toHaveValue('two');
    await expect(field(page, 'body')).toHaveValue('<b>&\n"x"');
    await expect(field(page, 'topic')).toHaveValue('guide');
    await expect(field(page, 'tags')).toHaveValues(['a', 'c']);
    await expect(page.locator('[value="daily"]')).toBeChecked();
    await expect(page.locator('[value="weekly"]')).not.toBeChecked();
    await expect(page.locator('[value="paid"]')).toBeChecked();
    await expect(page.getByRole('button', { name: 'Save and publish' })).toBeFocused();
  });

  test('no secret, no file and no key is written down', async ({ page }) => {
    await page.addInitScript(() => {
      window.name = JSON.stringify(sessionStorage);
    });
    await openForms(page, `<form>${CONTROLS}</form>`);
    await field(page, 'title').fill('visible');
    for (const name of ['phrase', 'apiToken', 'pin']) await field(page, name).fill('opens-a-door');
    const picture = { name: 'picture.png', mimeType: 'image/png', buffer: Buffer.from('pixels') };
    await field(page, 'picture').setInputFiles(picture);
    await submit(page);
    const kept = await page.evaluate(() => window.name);
    expect(kept, 'it looks at what was kept').toContain('visible');
    expect(kept).not.toMatch(/opens-a-door|picture\.png|signed/);
    for (const name of ['phrase', 'apiToken', 'pin'])
      await expect(field(page, name)).toHaveValue('');
  });

  test('of a form that is another one in the new build: what still exists', async ({ page }) => {
    const later = `<form><input type="hidden" name="row" value="1"><input type="hidden" name="new" value="1">
      <input name="title"><input type="checkbox" name="agreed" checked>
      <select name="topic"><option>news<option selected>release</select>
      <input type="radio" name="plan" value="free" checked><button>Save</button></form>`;
    await openForms(page, `<form>${CONTROLS}</form>`, later);
    await field(page, 'title').fill('kept');
    await field(page, 'topic').selectOption('guide');
    await page.locator('[value="paid"]').check();
    await submit(page);
    await expect(field(page, 'title')).toHaveValue('kept');
    await expect(field(page, 'agreed')).toBeChecked();
    await expect(field(page, 'topic')).toHaveValue('release');
    await expect(page.locator('[value="free"]')).toBeChecked();
  });

  test('of several forms the same one gets it, by its hidden fields, then by its place', async ({
    page,
  }) => {
    const row = (value: number) =>
      `<form><input type="hidden" name="row" value="${value}"><input name="title"><button>Save</button></form>`;
    await openForms(page, row(1) + row(2) + row(2), row(3) + row(2) + row(2) + row(1));
    await field(page, 'title', 2).fill('third');
    await submit(page, 'Save', 2);
    await expect(field(page, 'title', 2)).toHaveValue('third');
    for (const other of [0, 1, 3]) await expect(field(page, 'title', other)).toHaveValue('');
  });

  test('a row that is gone leaves its text to no other', async ({ page }) => {
    const row = (value: number) =>
      `<form><input type="hidden" name="row" value="${value}"><input name="title"><button>Save</button></form>`;
    await openForms(page, row(1) + row(2), row(2));
    await field(page, 'title').fill('of the first');
    await page.getByRole('button').first().click();
    await expect(page.locator('form')).toHaveCount(1);
    await ready(page);
    await expect(field(page, 'title')).toHaveValue('');
    await expect(status(page)).toHaveCount(0);
  });

  test('of one person, for no other: it is gone when somebody else has signed in', async ({
    page,
  }) => {
    const pageOf = (visitor: string) => `<p data-visitor="${visitor}"></p><form>${CONTROLS}</form>`;
    const kept = () => page.evaluate(() => sessionStorage.getItem('kept-input'));
    await openForms(page, pageOf('1'), pageOf('2'));
    await field(page, 'title').fill('of the first person');
    const loaded = page.waitForEvent('load');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await loaded;
    await ready(page);
    await expect(field(page, 'title')).toHaveValue('start');
    expect(await kept()).toBeNull();
  });

  test('after five minutes nothing is left of it', async ({ page }) => {
    await page.clock.install();
    await openForms(page, `<form>${CONTROLS}</form>`, '<p>Maintenance</p>');
    await field(page, 'title').fill('kept');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await expect(page.getByText('Maintenance')).toBeVisible();
    const kept = () => page.evaluate(() => sessionStorage.getItem('kept-input'));
    expect(await kept()).toContain('kept');
    await page.unrouteAll();
    await page.clock.fastForward('05:01');
    await openForms(page, `<form>${CONTROLS}</form>`);
    await expect(field(page, 'title')).toHaveValue('start');
    expect(await kept()).toBeNull();
  });

  test('more than 250 000 characters are not kept, and the page stays as it is', async ({
    page,
  }) => {
    await openForms(page, `<form>${CONTROLS}</form>`);
    const text = 'x'.repeat(250_000);
    await field(page, 'body').evaluate((area: HTMLTextAreaElement, typed) => {
      area.value = typed;
    }, text);
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await expect(page).toHaveTitle('Not loaded again');
    await expect(field(page, 'body')).toHaveValue(text);
  });

  test('what is typed while the page loads is not overwritten', async ({ page }) => {
    await openForms(
      page,
      `<form>${CONTROLS}</form>`,
      `<form>${CONTROLS}</form>
      <script>document.forms[0].title.value = 'typed since'</script>`,
    );
    await field(page, 'title').fill('typed before');
    await field(page, 'body').fill('kept');
    await submit(page);
    await expect(field(page, 'title')).toHaveValue('typed since');
    await expect(field(page, 'body')).toHaveValue('kept');
  });
});
