import { ListFilter, type ListFilterProps } from './list-filter.tsx';

/** The states of a post that an address may name. */
export const POST_STATUSES = ['draft', 'published', 'hidden'] as const;

const OPTIONS = [
  { value: 'draft', label: 'Draft' },
  { value: 'published', label: 'Published' },
  { value: 'hidden', label: 'Hidden by staff' },
];

/** The search and the status of a list of posts. */
export function PostsFilter(props: Pick<ListFilterProps, 'path' | 'search' | 'status'>) {
  return (
    <ListFilter label="Filter posts" searchLabel="Search titles" statuses={OPTIONS} {...props} />
  );
}
