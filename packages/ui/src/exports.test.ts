import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const root = new URL('.', import.meta.url);
const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter(
  (file) => /\.tsx?$/u.test(file) && !file.includes('.test.'),
);

test('the doors of the package and what they give', async () => {
  const doors: Record<string, string> = {};
  for (const file of files.filter((name) => !name.includes('/')))
    doors[file.replace(/\.tsx?$/u, '')] = Object.keys(
      (await import(new URL(file, root).href)) as object,
    ).join(' ');
  expect(doors).toMatchInlineSnapshot(`
    {
      "alert": "Alert",
      "avatar": "Avatar",
      "badge": "Badge",
      "bar-chart": "BarChart",
      "brand": "Brand",
      "button": "buttonClass Button ButtonLink",
      "card": "Card",
      "centered-page": "CenteredPage",
      "checkbox": "Checkbox",
      "cn": "cn",
      "description-list": "DescriptionList",
      "empty-state": "EmptyState",
      "error-page": "ErrorPage",
      "field": "controlProps Field FieldDescription FieldErrors",
      "filter-bar": "FilterBar",
      "form-error": "FormError",
      "icons": "IconAlert IconArrowLeft IconArrowRight IconCheck IconChevronDown IconChevronLeft IconChevronRight IconCircleCheck IconCircleX IconClock IconDocument IconExternal IconEye IconHome IconInbox IconInfo IconList IconMonitor IconMoon IconPencil IconPlus IconSearch IconShield IconSun IconTrash IconUser IconUsers",
      "input": "Input",
      "menu": "Menu menuItemClass",
      "page-header": "PageHeader",
      "pagination": "Pagination",
      "prose": "Prose",
      "search-field": "SearchField",
      "select": "Select",
      "share-bar": "ShareBar",
      "shell": "Shell",
      "skeleton": "Skeleton",
      "stat": "Stat Stats",
      "submit-button": "SubmitButton",
      "table": "Table",
      "text-link": "TextLink",
      "textarea": "Textarea",
      "theme-switch": "ThemeSwitch",
      "visually-hidden": "VisuallyHidden",
    }
  `);
});

test('private folders and tests are no doors', async () => {
  const manifest = (await import('../package.json', { with: { type: 'json' } })).default;
  expect(manifest.exports).toMatchInlineSnapshot(`
    {
      "./*": "./src/*.tsx",
      "./*.test": null,
      "./cn": "./src/cn.ts",
      "./lib/*": null,
      "./styles.css": "./src/styles.css",
    }
  `);
});

test('only the submit button needs the client', () => {
  expect(files.filter((file) => read(file).startsWith("'use client'"))).toEqual([
    'submit-button.tsx',
  ]);
});

test('no component writes an inline style, so that the style-src of the apps stays at self', () => {
  expect(files.filter((file) => /\bstyle=|<style/u.test(read(file)))).toEqual([]);
});

test('no component imports another workspace package or Next', () => {
  const imports = files.flatMap((file) =>
    Array.from(read(file).matchAll(/from '([^'.][^']*)'/gu), ([, name]) => name),
  );
  const allowed = ['clsx', 'clsx/lite', 'react', 'react-dom', 'tailwind-merge'];
  expect(new Set(imports)).toEqual(new Set(allowed));
});

function read(file: string): string {
  return readFileSync(new URL(file, root), 'utf8');
}
