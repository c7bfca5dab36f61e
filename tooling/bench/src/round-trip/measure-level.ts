import { median } from '../lib/median.ts';
import { perWay, ways, type PerWay, type Way } from './ways.ts';

/** What one turn of one way was like. */
export interface Turn {
  perSecond: number;
  /** Milliseconds of each answer. */
  latencies: number[];
  /** Milliseconds of processor that the server used per post. */
  cpuMs: number;
}

/** Sends this many posts this way and waits for all answers. */
export type TakeTurn = (way: Way, connections: number, amount: number) => Promise<Turn>;

const WARM_UP_POSTS = 150;
const TURN_SECONDS = 0.4;
const LEVEL_SECONDS = 25;
const MIN_ROUNDS = 4;

/**
 * All ways have a short turn in every round, each round begins with another one: what else happens on the machine
 * hits all alike. Rounds go on for a fixed time, so that a slow machine gives fewer of them, not a longer run.
 */
export async function measureLevel(
  takeTurn: TakeTurn,
  connections: number,
): Promise<PerWay<Turn[]>> {
  const rates: number[] = [];
  for (const way of ways) rates.push((await takeTurn(way, connections, WARM_UP_POSTS)).perSecond);
  const amount = Math.max(3 * connections, Math.round(median(rates) * TURN_SECONDS));
  const turns = perWay<Turn[]>(() => []);
  const end = performance.now() + LEVEL_SECONDS * 1000;
  for (let round = 0; round < MIN_ROUNDS || performance.now() < end; round += 1) {
    for (let at = 0; at < ways.length; at += 1) {
      const way = ways[(at + round) % ways.length] as Way;
      turns[way].push(await takeTurn(way, connections, amount));
    }
  }
  return turns;
}
