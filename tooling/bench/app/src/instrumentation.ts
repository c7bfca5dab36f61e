export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return;
  // The other ways shall not carry what only ours needs: what a bundle holds twice makes drizzle slower.
  if (process.env.BENCH_WAY !== 'ours') return;
  const { startActions } = await import('@repo/actions/next');
  startActions({ app: 'web', exposes: ['member'] });
}
