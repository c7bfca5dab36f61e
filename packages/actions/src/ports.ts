export { createLimiter } from './lib/limit/create-limiter.ts';
export { memoryAlgorithm } from './lib/limit/memory.ts';
export { createLogger } from './lib/logger.ts';
export { installPorts, type Ports } from './lib/ports.ts';
