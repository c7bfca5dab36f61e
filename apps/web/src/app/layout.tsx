import './globals.css';
import { getTheme } from '@repo/next/theme';
import type { Metadata } from 'next';
import type { ReactNode } from 'react';

export const metadata: Metadata = {
  title: { default: 'Perimeter', template: '%s · Perimeter' },
  description: 'A small publishing product, built to show the Perimeter starter kit at work.',
};

export default async function RootLayout({ children }: { children: ReactNode }) {
  const theme = await getTheme();
  return (
    <html lang="en" data-theme={theme === 'system' ? undefined : theme}>
      <body>{children}</body>
    </html>
  );
}
