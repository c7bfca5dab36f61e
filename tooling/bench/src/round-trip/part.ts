import type { Part } from '../lib/part.ts';
import { createKeys } from './keys.ts';
import { putUnderLoad } from './load.ts';
import { measureLevel, type TakeTurn, type Turn } from './measure-level.ts';
import { createPosts } from './posts.ts';
import { report } from './report.ts';
import { requireSameWork } from './same-work.ts';
import { openSite, type Site } from './site.ts';
import { createVisitors } from './visitors.ts';
import { perWay, ways, type PerWay } from './ways.ts';

const CONNECTIONS = [1, 16, 64];
const VISITORS = 256;

/** Real posts to real actions in a production build: ours, beside the same work written twice more. */
export async function roundTripPart(): Promise<Part> {
  const site = await openSite();
  try {
    return report(await measureLevels(site));
  } finally {
    await site.stop();
  }
}

async function measureLevels(site: Site): Promise<Map<number, PerWay<Turn[]>>> {
  const keys = createKeys(site.urls.ours);
  const next = createPosts(site, await createVisitors(VISITORS), keys.next);
  const sent = perWay(() => 0);
  const takeTurn: TakeTurn = async (way, connections, amount) => {
    sent[way] += amount;
    await keys.fetch(way, amount + connections);
    const url = site.urls[way];
    const before = await cpuMsOf(url);
    const load = await putUnderLoad({ url, connections, amount, next: () => next(way) });
    return { ...load, cpuMs: ((await cpuMsOf(url)) - before) / amount };
  };
  for (const way of ways) await takeTurn(way, 1, 1);
  await requireSameWork(sent);
  const levels = new Map<number, PerWay<Turn[]>>();
  for (const connections of CONNECTIONS)
    levels.set(connections, await measureLevel(takeTurn, connections));
  await requireSameWork(sent);
  return levels;
}

async function cpuMsOf(url: string): Promise<number> {
  const answer = await fetch(`${url}/cpu`);
  return Number(await answer.text()) / 1000;
}
