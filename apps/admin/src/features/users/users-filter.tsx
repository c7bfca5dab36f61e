import { ListFilter, type ListFilterProps } from '@repo/next/list-filter';

/** The states of a person that an address may name. */
export const USER_STATUSES = ['active', 'disabled'] as const;

const OPTIONS = [
  { value: 'active', label: 'Active' },
  { value: 'disabled', label: 'Disabled' },
];

export function UsersFilter(props: Pick<ListFilterProps, 'path' | 'search' | 'status'>) {
  return (
    <ListFilter
      label="Filter people"
      searchLabel="Search names and addresses"
      statuses={OPTIONS}
      {...props}
    />
  );
}
