const day = new Intl.DateTimeFormat('en', { dateStyle: 'medium', timeZone: 'UTC' });
const moment = new Intl.DateTimeFormat('en', {
  dateStyle: 'medium',
  timeStyle: 'medium',
  hourCycle: 'h23',
  timeZone: 'UTC',
});

interface TimeProps {
  /** A date, or ISO 8601 text. */
  date: Date | string;
}

/** A calendar day (UTC), the same on the server and in every browser. */
export function Day({ date }: TimeProps) {
  const value = new Date(date);
  return <time dateTime={value.toISOString()}>{day.format(value)}</time>;
}

/** A day with its time (UTC). */
export function Moment({ date }: TimeProps) {
  const value = new Date(date);
  return <time dateTime={value.toISOString()}>{moment.format(value)} UTC</time>;
}
