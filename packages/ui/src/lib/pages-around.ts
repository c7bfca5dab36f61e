/** The page numbers worth a link, in order: both ends and the neighbours; null stands for a gap. */
export function pagesAround(page: number, pageCount: number): (number | null)[] {
  const near = new Set([1, page - 1, page, page + 1, pageCount]);
  if (page <= 3) near.add(2).add(3).add(4);
  if (page >= pageCount - 2)
    near
      .add(pageCount - 1)
      .add(pageCount - 2)
      .add(pageCount - 3);
  const pages = [...near].filter((entry) => entry >= 1 && entry <= pageCount).sort((a, b) => a - b);
  return pages.flatMap((entry, index) => {
    const skipped = entry - (pages[index - 1] ?? 0) - 1;
    if (skipped === 0) return [entry];
    return skipped === 1 ? [entry - 1, entry] : [null, entry];
  });
}
