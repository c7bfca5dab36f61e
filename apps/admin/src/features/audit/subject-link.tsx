import type { AuditListItem } from '@repo/db/queries/audit';
import { TextLink } from '@repo/ui/text-link';
import Link from 'next/link';

const KINDS = [
  { actions: /^posts\.|Post$/, label: 'Post', path: '/posts' },
  { actions: /^webhooks\./, label: 'Event', path: '/webhooks' },
  { actions: /^account\.|User$/, label: 'Person', path: '/users' },
];

/** What a call was about, as a link to its page, and the team it was made in. */
export function SubjectLink({ event }: { event: AuditListItem }) {
  const { subjectId, action, org } = event;
  const kind = KINDS.find(({ actions }) => actions.test(action));
  if (!subjectId && !org) return null;
  return (
    <>
      {subjectId && kind && (
        <TextLink as={Link} href={`${kind.path}/${subjectId}`}>
          {kind.label} {subjectId.slice(-8)}
        </TextLink>
      )}
      {subjectId && !kind && subjectId}
      {subjectId && org && ' · '}
      {org}
    </>
  );
}
