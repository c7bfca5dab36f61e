/** One page of a list. `page` counts from 1 and is already brought into range. */
export interface Page<Row> {
  rows: Row[];
  page: number;
  pageCount: number;
  total: number;
}

export const PAGE_SIZE = 20;

/** Brings a wanted page into range and says where it begins. */
export function pageOf(total: number, wanted: number) {
  const pageCount = Math.max(1, Math.ceil(total / PAGE_SIZE));
  const page = Math.min(Math.max(1, Math.trunc(wanted) || 1), pageCount);
  return { page, pageCount, total, offset: (page - 1) * PAGE_SIZE };
}
