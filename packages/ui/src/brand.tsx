import type { LinkComponent } from './lib/link.ts';

export interface BrandProps {
  name: string;
  /** A word after the name that tells apps apart, such as "Admin". */
  suffix?: string;
  href: string;
  /** Renders the link; `'a'` by default. */
  as?: LinkComponent;
}

/** The product's mark and name, as a link home. Re-brand: change the drawing here. */
export function Brand({ name, suffix, href, as: Link = 'a' }: BrandProps) {
  return (
    <Link
      href={href}
      className="inline-flex min-h-10 min-w-0 items-center gap-2.5 rounded-md font-semibold tracking-[-0.01em]"
    >
      <svg viewBox="0 0 24 24" aria-hidden="true" className="size-6 shrink-0">
        <rect width="24" height="24" rx="6" className="fill-primary" />
        <path
          d="M6.5 9.2V8A1.5 1.5 0 0 1 8 6.5h1.2m5.6 0H16A1.5 1.5 0 0 1 17.5 8v1.2m0 5.6V16a1.5 1.5 0 0 1-1.5 1.5h-1.2m-5.6 0H8A1.5 1.5 0 0 1 6.5 16v-1.2"
          className="fill-none stroke-primary-foreground stroke-[1.6] [stroke-linecap:round]"
        />
        <circle cx="12" cy="12" r="2.1" className="fill-primary-foreground" />
      </svg>
      <span className="flex min-w-0 flex-wrap gap-x-1.5 leading-tight">
        <span className="truncate">{name}</span>{' '}
        {suffix && <span className="font-normal text-muted-foreground">{suffix}</span>}
      </span>
    </Link>
  );
}
