import { Button } from '@repo/ui/button';
import { FilterBar } from '@repo/ui/filter-bar';
import { Select } from '@repo/ui/select';
import Form from 'next/form';

/** The states of a job that an address may name. */
export const JOB_STATUSES = ['dead', 'waiting', 'running', 'done'] as const;

const OPTIONS = [
  { value: '', label: 'All that are not done' },
  { value: 'dead', label: 'Dead' },
  { value: 'waiting', label: 'Waiting' },
  { value: 'running', label: 'Running' },
  { value: 'done', label: 'Done' },
];

export function JobsFilter({ status }: { status: string | undefined }) {
  return (
    <FilterBar as={Form} action="/jobs" label="Filter jobs">
      <Select
        label="Status"
        hideLabel
        name="status"
        options={OPTIONS}
        defaultValue={status ?? ''}
        key={`status-${status}`}
      />
      <Button type="submit">Filter</Button>
    </FilterBar>
  );
}
