import type { ReactNode } from 'react';
import { OrgShell } from '@/shell/org-shell.tsx';

interface OrgLayoutProps {
  params: Promise<{ org: string }>;
  children: ReactNode;
}

export default async function OrgLayout({ params, children }: OrgLayoutProps) {
  return <OrgShell org={(await params).org}>{children}</OrgShell>;
}
