import { createPage } from '@repo/next/page';
import { MissingPage } from '@/shell/missing-page.tsx';

/** Wraps pages of this app that can end in `notFound()`. */
export const page = createPage(MissingPage);
