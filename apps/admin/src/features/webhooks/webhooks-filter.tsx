import type { WebhookFilter } from '@repo/db/queries/webhook-events';
import { Button } from '@repo/ui/button';
import { FilterBar } from '@repo/ui/filter-bar';
import { SearchField } from '@repo/ui/search-field';
import { Select } from '@repo/ui/select';
import Form from 'next/form';

interface WebhooksFilterProps extends WebhookFilter {
  providers: readonly string[];
}

const STATUSES = [
  { value: '', label: 'Any status' },
  { value: 'failed', label: 'Failed' },
  { value: 'received', label: 'Waiting' },
  { value: 'applied', label: 'Applied' },
  { value: 'recorded', label: 'Recorded' },
];

/** Type or id, sender and status, as parameters of the address. */
export function WebhooksFilter({ providers, search, provider, status }: WebhooksFilterProps) {
  const senders = providers.map((name) => ({ value: name, label: name }));
  return (
    <FilterBar as={Form} action="/webhooks" label="Filter events">
      <SearchField
        label="Search types and ids"
        name="search"
        defaultValue={search}
        key={`search-${search}`}
      />
      <Select
        label="Sender"
        hideLabel
        name="provider"
        options={[{ value: '', label: 'Any sender' }, ...senders]}
        defaultValue={provider ?? ''}
        key={`provider-${provider}`}
      />
      <Select
        label="Status"
        hideLabel
        name="status"
        options={STATUSES}
        defaultValue={status ?? ''}
        key={`status-${status}`}
      />
      <Button type="submit">Filter</Button>
    </FilterBar>
  );
}
