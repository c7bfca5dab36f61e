// oxlint-disable jsx-a11y/no-redundant-roles, jsx-a11y/no-interactive-element-to-noninteractive-role -- a table whose
// `display` is not `table` loses its roles in some browsers: they are written out.
import type { ReactNode } from 'react';

import { cn } from './cn.ts';

export interface TableColumn<Row> {
  /** Also the label of the value where the table is narrow and each row becomes a card. */
  header: string;
  cell: (row: Row) => ReactNode;
  /** Keeps the header for assistive technology only: for columns of buttons. */
  hideHeader?: boolean;
  align?: 'start' | 'end';
  className?: string;
}

export interface TableProps<Row> {
  /** Says what the rows are; for assistive technology. */
  caption: string;
  /** The first column names its row. */
  columns: readonly TableColumn<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  /** Shown instead of the table when there are no rows: an `EmptyState`. */
  empty?: ReactNode;
  className?: string;
}

/**
 * A list of things with the same properties. Where its container is narrower than 42rem, each row becomes a card.
 */
export function Table<Row>({ caption, columns, rows, rowKey, empty, className }: TableProps<Row>) {
  if (rows.length === 0 && empty) return empty;
  return (
    <div className={cn('@container', className)}>
      <table role="table" className="block w-full @2xl:table">
        <caption className="sr-only">{caption}</caption>
        <thead role="rowgroup" className="sr-only @2xl:not-sr-only @2xl:table-header-group">
          <tr role="row" className="border-b">
            {columns.map((column) => (
              <th
                key={column.header}
                scope="col"
                role="columnheader"
                className={headerClass(column)}
              >
                {column.hideHeader ? (
                  <span className="sr-only">{column.header}</span>
                ) : (
                  column.header
                )}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup" className="block divide-y @2xl:table-row-group">
          {rows.map((row) => (
            <tr
              key={rowKey(row)}
              role="row"
              className="block px-5 py-4 @2xl:table-row @2xl:hover:bg-muted/50"
            >
              {columns.map((column, index) => {
                const label = column.hideHeader ? undefined : column.header;
                return index === 0 ? (
                  <th
                    key={column.header}
                    scope="row"
                    role="rowheader"
                    className={cn(cellClass(column), rowName)}
                  >
                    {column.cell(row)}
                  </th>
                ) : (
                  <td
                    key={column.header}
                    role="cell"
                    data-label={label}
                    className={cn(cellClass(column), labelled)}
                  >
                    <div className={column.hideHeader ? actions : 'min-w-0'}>
                      {column.cell(row)}
                    </div>
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const rowName =
  'font-medium [&>a]:rounded-sm [&>a]:hover:underline [&>a]:underline-offset-3 ' +
  'pointer-coarse:[&>a]:-my-3 pointer-coarse:[&>a]:block pointer-coarse:[&>a]:py-3';

const labelled =
  'mt-1.5 flex items-baseline gap-3 before:w-24 before:shrink-0 before:text-[0.8125rem] before:text-muted-foreground ' +
  'before:content-[attr(data-label)/""] not-data-label:before:hidden @2xl:before:hidden';

/** A column without a header holds quiet buttons: their text, not their padding, lines up with the rest. */
const actions = '-mx-2.5 -mb-2 flex flex-wrap gap-1 @2xl:mb-0 @2xl:justify-end';

function headerClass<Row>(column: TableColumn<Row>): string {
  return cn(
    'h-10 px-3 text-left text-xs font-medium whitespace-nowrap text-muted-foreground first:pl-6 last:pr-6',
    column.align === 'end' && 'text-right',
    column.className,
  );
}

function cellClass<Row>(column: TableColumn<Row>): string {
  return cn(
    'block text-left @2xl:table-cell @2xl:px-3 @2xl:py-3 @2xl:align-middle @2xl:first:pl-6 @2xl:last:pr-6',
    column.align === 'end' && '@2xl:text-right',
    column.className,
  );
}
