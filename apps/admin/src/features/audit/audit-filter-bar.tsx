import { Button } from '@repo/ui/button';
import { FilterBar } from '@repo/ui/filter-bar';
import { Input } from '@repo/ui/input';
import { Select } from '@repo/ui/select';
import Form from 'next/form';
import type { AuditQuery } from './audit-query.ts';

interface AuditFilterBarProps extends AuditQuery {
  /** Ids of all actions that were called. */
  actions: readonly string[];
}

/** Who, what and when, as parameters of the address. */
export function AuditFilterBar({ actions, actor, action, from, to }: AuditFilterBarProps) {
  const options = [
    { value: '', label: 'Any action' },
    ...actions.map((id) => ({ value: id, label: id })),
  ];
  return (
    <FilterBar as={Form} action="/audit" label="Filter audit events" className="*:first:min-w-36">
      <Input
        label="Email"
        name="actor"
        type="search"
        defaultValue={actor}
        key={`actor-${actor}`}
        placeholder="Anybody"
      />
      <Select
        label="Action"
        name="action"
        options={options}
        defaultValue={action ?? ''}
        key={`action-${action}`}
      />
      <Input
        label="From, UTC"
        name="from"
        type="datetime-local"
        defaultValue={from}
        key={`from-${from}`}
      />
      <Input label="To, UTC" name="to" type="datetime-local" defaultValue={to} key={`to-${to}`} />
      <Button type="submit">Filter</Button>
    </FilterBar>
  );
}
