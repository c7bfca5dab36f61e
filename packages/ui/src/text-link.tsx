import { clsx } from 'clsx/lite';
import type { LinkAttributes, LinkComponent } from './lib/link.ts';

export type TextLinkProps = LinkAttributes & {
  /** The element or component that renders the link; `'a'` by default. */
  as?: LinkComponent;
};

/** A link inside text. */
export function TextLink({ as: Link = 'a', className, ...props }: TextLinkProps) {
  return (
    <Link
      className={clsx(
        'rounded-sm font-medium text-primary-text underline decoration-primary-text/35 underline-offset-3 transition-colors hover:decoration-primary-text',
        className,
      )}
      {...props}
    />
  );
}
