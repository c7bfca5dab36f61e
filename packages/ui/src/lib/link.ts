import type { ComponentPropsWithoutRef, ElementType } from 'react';

/** What a component passed as `as` receives: the attributes of an anchor, `href` always. */
export type LinkAttributes = ComponentPropsWithoutRef<'a'> & { href: string };

/** `'a'`, or a component with an anchor's props, such as the default export of `next/link`. */
export type LinkComponent = ElementType<LinkAttributes>;
