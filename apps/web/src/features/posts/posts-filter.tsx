import { Button } from '@repo/ui/button';
import { FilterBar } from '@repo/ui/filter-bar';
import { SearchField } from '@repo/ui/search-field';
import { Select } from '@repo/ui/select';
import Form from 'next/form';

export const STATUSES = ['draft', 'published', 'hidden'] as const;

const OPTIONS = [
  { value: '', label: 'Any status' },
  { value: 'draft', label: 'Draft' },
  { value: 'published', label: 'Published' },
  { value: 'hidden', label: 'Hidden by staff' },
];

interface PostsFilterProps {
  path: string;
  search: string | undefined;
  status: string | undefined;
}

export function PostsFilter({ path, search, status }: PostsFilterProps) {
  return (
    <FilterBar as={Form} action={path} label="Filter posts">
      <SearchField label="Search titles" name="search" defaultValue={search} key={search} />
      <Select
        label="Status"
        hideLabel
        name="status"
        options={OPTIONS}
        defaultValue={status ?? ''}
        key={status}
      />
      <Button type="submit">Filter</Button>
    </FilterBar>
  );
}
