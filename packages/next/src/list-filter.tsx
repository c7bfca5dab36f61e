import { Button } from '@repo/ui/button';
import { FilterBar } from '@repo/ui/filter-bar';
import { SearchField } from '@repo/ui/search-field';
import { Select } from '@repo/ui/select';
import Form from 'next/form';

/** What `ListFilter` takes. */
export interface ListFilterProps {
  /** The page of the list. */
  path: string;
  /** What is filtered: "Filter posts". */
  label: string;
  /** What is searched: "Search titles". */
  searchLabel: string;
  statuses: readonly { value: string; label: string }[];
  /** What is filtered for now. */
  search: string | undefined;
  status: string | undefined;
}

/** A list's search and status, as parameters of its address: `search`, `status`. */
export function ListFilter({ path, label, searchLabel, statuses, ...current }: ListFilterProps) {
  return (
    <FilterBar as={Form} action={path} label={label}>
      <SearchField
        label={searchLabel}
        name="search"
        defaultValue={current.search}
        key={`search-${current.search}`}
      />
      <Select
        label="Status"
        hideLabel
        name="status"
        options={[{ value: '', label: 'Any status' }, ...statuses]}
        defaultValue={current.status ?? ''}
        key={`status-${current.status}`}
      />
      <Button type="submit">Filter</Button>
    </FilterBar>
  );
}
