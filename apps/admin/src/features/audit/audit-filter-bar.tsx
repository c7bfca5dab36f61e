import { APP_NAMES } from '@repo/db/apps';
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

const APPS = [
  { value: '', label: 'All apps' },
  ...APP_NAMES.map((app) => ({ value: app, label: app })),
];

const OUTCOMES = [
  { value: '', label: 'Any outcome' },
  { value: 'done', label: 'Done' },
  { value: 'refused', label: 'Refused' },
];

/** What an address may name beyond them: the code of a refusal, an action that nobody has called yet. */
function withCurrent(options: readonly { value: string; label: string }[], current = '') {
  if (options.some(({ value }) => value === current)) return options;
  return [...options, { value: current, label: current }];
}

/** Who, what, how it ended and when, as parameters of the address. */
export function AuditFilterBar({ actions, from, to, ...query }: AuditFilterBarProps) {
  const { actor, action, app, outcome, reference } = query;
  const options = [
    { value: '', label: 'Any action' },
    ...actions.map((id) => ({ value: id, label: id })),
  ];
  return (
    <FilterBar
      as={Form}
      action="/audit"
      label="Filter audit events"
      className="*:first:min-w-36 max-sm:*:grow"
    >
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
        options={withCurrent(options, action)}
        defaultValue={action ?? ''}
        key={`action-${action}`}
      />
      <Select
        label="Outcome"
        name="outcome"
        options={withCurrent(OUTCOMES, outcome)}
        defaultValue={outcome ?? ''}
        key={`outcome-${outcome}`}
      />
      <Select label="App" name="app" options={APPS} defaultValue={app ?? ''} key={`app-${app}`} />
      <Input
        label="Reference"
        name="reference"
        type="search"
        defaultValue={reference}
        key={`reference-${reference}`}
        placeholder="Any"
        className="w-36"
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
