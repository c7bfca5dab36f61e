import type { Metadata } from 'next';
import { MissingPage } from '@/shell/missing-page.tsx';

export const metadata: Metadata = { title: 'Not found' };

export default MissingPage;
