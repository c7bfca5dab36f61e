import type { Metadata } from 'next';
import { MissingPage } from '@/shell/missing-page.tsx';
import { OfficeShell } from '@/shell/office-shell.tsx';

export const metadata: Metadata = { title: 'Not found' };

export default function NotFoundPage() {
  return (
    <OfficeShell>
      <MissingPage />
    </OfficeShell>
  );
}
