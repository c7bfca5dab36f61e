export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return;
  const { startActions } = await import('@repo/actions/next');
  startActions({ app: 'admin', exposes: ['anyone', 'authenticated', 'staff'] });
}
