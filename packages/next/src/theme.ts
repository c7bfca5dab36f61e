import { cookies } from 'next/headers';

export type Theme = 'system' | 'light' | 'dark';

/** The colours that this browser chose; `system` follows the device. */
export async function getTheme(): Promise<Theme> {
  const chosen = (await cookies()).get('theme')?.value;
  return chosen === 'light' || chosen === 'dark' ? chosen : 'system';
}
