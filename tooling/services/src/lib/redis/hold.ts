// For tests: starts Redis, prints its URL, and holds it until it is killed.
import { startRedis } from '../../redis.ts';

const redis = await startRedis();
console.log(redis?.url);
setInterval(() => {}, 60_000);
