import { createPage } from '@repo/next/page';
import NotFoundPage from '@/app/not-found.tsx';

/** Wraps pages of this app that can end in `notFound()`. */
export const page = createPage(NotFoundPage);
