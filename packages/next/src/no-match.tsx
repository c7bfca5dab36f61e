import { ButtonLink } from '@repo/ui/button';
import { EmptyState } from '@repo/ui/empty-state';
import Link from 'next/link';

interface NoMatchProps {
  title: string;
  /** The list without its filter. */
  all: { href: string; label: string };
}

/** What a filtered list says when nothing is left of it. */
export function NoMatch({ title, all }: NoMatchProps) {
  return (
    <EmptyState
      title={title}
      action={
        <ButtonLink as={Link} href={all.href}>
          {all.label}
        </ButtonLink>
      }
    >
      Try a shorter search, or another filter.
    </EmptyState>
  );
}
