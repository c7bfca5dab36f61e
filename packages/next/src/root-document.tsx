import type { ReactNode } from 'react';
import { getTheme } from './theme.ts';

/** The document of every page, in the colours that this browser chose. It reads a cookie, so all pages are dynamic. */
export async function RootDocument({ children }: { children: ReactNode }) {
  const theme = await getTheme();
  return (
    <html lang="en" data-theme={theme === 'system' ? undefined : theme}>
      <body>{children}</body>
    </html>
  );
}
