import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';

import { Avatar } from './avatar.tsx';
import { BarChart } from './bar-chart.tsx';
import { Button, ButtonLink } from './button.tsx';
import { EmptyState } from './empty-state.tsx';
import { FilterBar } from './filter-bar.tsx';
import { FormError } from './form-error.tsx';
import type { LinkAttributes } from './lib/link.ts';
import { Menu } from './menu.tsx';
import { Prose } from './prose.tsx';
import { SearchField } from './search-field.tsx';
import { ShareBar } from './share-bar.tsx';
import { Shell } from './shell.tsx';
import { SubmitButton } from './submit-button.tsx';
import { Table } from './table.tsx';
import { ThemeSwitch } from './theme-switch.tsx';

const html = (node: ReactNode) => renderToStaticMarkup(node);

describe('buttons', () => {
  test('a button submits nothing unless it is told to', () => {
    expect(html(<Button>Go</Button>)).toContain('type="button"');
    expect(html(<SubmitButton>Go</SubmitButton>)).toContain('type="submit"');
  });

  test('a link renders through the component it is given, with the look of its variant', () => {
    const Route = ({ href, children, className }: LinkAttributes) => (
      <a href={`/base${href}`} className={className}>
        {children}
      </a>
    );
    const link = html(
      <ButtonLink as={Route} href="/posts" variant="danger">
        Go
      </ButtonLink>,
    );
    expect(link).toMatch(/href="\/base\/posts" class="[^"]*bg-destructive/u);
  });

  test('an idle submit button is enabled and holds both texts, so that its width stays', () => {
    const button = html(<SubmitButton pendingText="Saving…">Save</SubmitButton>);
    expect(button).not.toMatch(/aria-disabled=|aria-busy=| disabled=/u);
    expect(button).toMatch(/Save.*invisible.*Saving…/u);
  });
});

describe('errors', () => {
  test('a form without errors renders nothing', () => {
    expect(html(<FormError />)).toBe('');
    expect(html(<FormError errors={[]} errorId="e1" />)).toBe('');
  });

  test('errors of a form are announced, can take the focus, and show their reference', () => {
    const error = html(<FormError errors={['Try later.']} errorId="e1" />);
    expect(error).toContain('role="alert"');
    expect(error).toContain('tabindex="-1"');
    expect(error).toMatch(/Try later\..*Reference.*e1/u);
  });
});

describe('Table', () => {
  const columns = [
    { header: 'Title', cell: (row: { id: string }) => row.id },
    { header: 'Actions', hideHeader: true, cell: () => 'Edit' },
    { header: 'Status', cell: () => 'draft' },
  ];
  const table = html(
    <Table caption="Posts" columns={columns} rows={[{ id: 'a' }]} rowKey={(row) => row.id} />,
  );

  test('keeps its meaning when it is laid out as cards', () => {
    expect(table).toContain('<caption class="sr-only">Posts</caption>');
    expect(table).toMatch(/<th scope="row" role="rowheader"/u);
    expect(table).toMatch(/<td role="cell" data-label="Status"/u);
    expect(table).toMatch(/role="columnheader"[^>]*><span class="sr-only">Actions/u);
  });

  test('shows the empty state instead of a table without rows', () => {
    const empty = html(
      <Table
        caption="Posts"
        columns={columns}
        rows={[]}
        rowKey={(row) => row.id}
        empty={<EmptyState title="None" />}
      />,
    );
    expect(empty).toContain('None');
    expect(empty).not.toContain('<table');
  });
});

describe('Shell', () => {
  const shell = html(
    <Shell
      brand="P"
      nav={[
        { href: '/a', label: 'A', current: true },
        { href: '/b', label: 'B' },
      ]}
    >
      content
    </Shell>,
  );

  test('starts with a link to the content', () => {
    expect(shell).toMatch(/^<div[^>]*><a href="#main"/u);
    expect(shell).toMatch(/<main id="main" tabindex="-1"/u);
  });

  test('marks the current page and no other, each link once', () => {
    expect(shell.match(/aria-current="page"/gu)).toHaveLength(1);
    expect(shell.match(/href="\/b"/gu)).toHaveLength(1);
  });
});

test('the theme switch posts its values and tells which is in force', () => {
  const themes = html(<ThemeSwitch current="dark" />);
  expect(themes).toMatch(/type="submit" value="dark" aria-pressed="true"[^>]* name="theme"/u);
  expect(themes.match(/aria-pressed="false"/gu)).toHaveLength(2);
});

test('a menu opens without JavaScript', () => {
  const menu = html(
    <Menu id="m" trigger="Open">
      Item
    </Menu>,
  );
  expect(menu).toMatch(/<button type="button" popoverTarget="m"/u);
  expect(menu).toMatch(/<div id="m" popover="auto"/u);
});

test('filters are a search that a plain form sends', () => {
  const bar = html(
    <FilterBar action="/posts" label="Filter posts">
      <SearchField label="Search posts" defaultValue="x" />
    </FilterBar>,
  );
  expect(bar).toMatch(/<search aria-label="Filter posts"><form [^>]*action="\/posts"/u);
  expect(bar).toMatch(
    /<label for="q"[^>]*>Search posts<\/label>.*type="search" id="q"[^>]* name="q"/u,
  );
});

test('text of people is set in paragraphs and never taken as markup', () => {
  const prose = html(<Prose text={'one\nstill one\r\n\r\n<b>two</b>\n \n\nthree\n'} />);
  expect(prose.match(/<p /gu)).toHaveLength(3);
  expect(prose).toContain('one\nstill one');
  expect(prose).toContain('&lt;b&gt;two&lt;/b&gt;');
});

test.each([
  ['Author Of Northwind', 'AN'],
  ['staff@example.test', 'S'],
  ['  ', ''],
  ['😀 x', '😀X'],
])('the initials of %j are %j', (name, initials) => {
  expect(html(<Avatar name={name} />)).toContain(`>${initials}</span>`);
});

describe('charts', () => {
  const bars = (...values: number[]) =>
    html(<BarChart bars={values.map((value, day) => ({ label: `day ${day}`, value }))} />);

  test('the highest bar fills the height, the others have their share of it', () => {
    const heights = bars(4, 1, 0).matchAll(/height="([\d.]+)" class="fill-primary"/gu);
    expect(Array.from(heights, ([, height]) => height)).toEqual(['100', '25', '0']);
    expect(bars(4, 1)).toContain('<title>day 1: 1</title>');
  });

  test('nothing to show is drawn as nothing, and never as an impossible number', () => {
    expect(bars(0, 0)).not.toMatch(/NaN|Infinity/u);
    expect(bars()).not.toMatch(/NaN|Infinity|="-/u);
    expect(html(<ShareBar good={0} bad={0} of={0} />)).not.toMatch(/NaN|viewBox="0 0 0/u);
  });

  test('what went wrong stands behind what went well', () => {
    const bar = html(<ShareBar good={3} bad={2} of={10} />);
    expect(bar).toMatch(/viewBox="0 0 10 1".*<rect width="3".*<rect x="3" width="2"/u);
  });

  test('assistive technology reads the numbers beside them', () => {
    for (const chart of [bars(1), html(<ShareBar good={1} bad={1} of={2} />)])
      expect(chart).toMatch(/^<svg [^>]*aria-hidden="true"/u);
  });
});
