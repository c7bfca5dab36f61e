import { withQuery } from '@repo/next/query';
import { TextLink } from '@repo/ui/text-link';
import Link from 'next/link';

interface CallsLinkProps {
  app: string;
  action: string;
  /** `done`, or the code of a refusal; all calls when left out. */
  outcome?: string;
  /** From this moment on. */
  since?: Date;
  children: string;
}

/** Leads to the calls behind a number, in the audit log: each has the id that the log knows it by. */
export function CallsLink({ app, action, outcome, since, children }: CallsLinkProps) {
  const from = since?.toISOString().slice(0, 16);
  return (
    <TextLink as={Link} href={withQuery('/audit', { app, action, outcome, from })}>
      {children}
    </TextLink>
  );
}
