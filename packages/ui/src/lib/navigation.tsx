import { cn } from '../cn.ts';
import type { Icon } from '../icons.tsx';
import type { LinkComponent } from './link.ts';

export interface NavItem {
  href: string;
  label: string;
  icon?: Icon;
  /** Marks the page one is on. A link component passed as `as` may set `aria-current="page"` itself instead. */
  current?: boolean;
}

interface NavigationProps {
  items: readonly NavItem[];
  layout: 'sidebar' | 'bar';
  as: LinkComponent;
  className: string;
}

const link =
  'flex h-9 items-center gap-2.5 rounded-md px-2.5 font-medium whitespace-nowrap text-muted-foreground transition-colors ' +
  'hover:bg-accent hover:text-foreground aria-[current=page]:bg-accent aria-[current=page]:text-foreground forced-colors:aria-[current=page]:underline pointer-coarse:h-11 ' +
  // The row begins where one is, also without JavaScript.
  'aria-[current=page]:[scroll-initial-target:nearest]';

/** The links of a shell: a row that scrolls sideways, or a column in a wide sidebar. */
export function Navigation({ items, layout, as: Link, className }: NavigationProps) {
  return (
    <nav
      aria-label="Main"
      className={cn('col-span-2 -mx-2.5 min-w-0 overflow-x-auto p-1 lg:mx-0', className)}
    >
      <ul className={cn('flex gap-1', layout === 'sidebar' && 'lg:flex-col lg:gap-0.5')}>
        {items.map(({ href, label, icon: ItemIcon, current }) => (
          <li key={href} className="shrink-0">
            <Link href={href} aria-current={current ? 'page' : undefined} className={link}>
              {ItemIcon && <ItemIcon />}
              {label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
