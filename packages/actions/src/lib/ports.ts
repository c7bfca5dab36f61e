import { AsyncLocalStorage } from 'node:async_hooks';
import type { AccessKind } from '@repo/auth/access';
import type { Audience, Session } from '@repo/auth/session';
import type { Database, Transaction } from '@repo/db/client';
import type { WebhookSecrets } from '../env.ts';
import type { IdempotencyKeys } from './idempotency/keys.ts';
import type { IdempotencyStore } from './idempotency/store.ts';
import type { Limiter } from './limit/limiter.ts';

/** What the engine knows of the HTTP request. */
export interface CallRequest {
  header(name: string): string | null;
  /** The client's address, never one that the client wrote itself. */
  ip: string;
}

/** Deletes with an empty value, `maxAge: 0` and the same options: browsers compare them for `__Host-` names. */
export interface CookieWriter {
  set(name: string, value: string, options: object): void;
}

/** One line of the audit log, before it has an id and a time. */
export interface AuditEvent {
  app: Audience;
  action: string;
  outcome: string;
  actorId: string | null;
  orgId: string | null;
  subjectId: string | null;
  errorId: string | null;
}

/** What the intake of webhooks asks for. */
export interface WebhookPorts {
  /** The accepted secrets of a variable, newest first; none while it is unset. */
  secrets(variable: keyof WebhookSecrets): readonly string[];
  /**
   * Puts a kept event that has an effect into the queue, in the transaction that keeps it. Without a queue such events
   * stay `received`.
   */
  enqueue?: (
    tx: Transaction,
    event: { id: string; provider: string; type: string },
  ) => Promise<void>;
}

export interface Logger {
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

/** All that the engine asks of the world. Next is one implementation, the testing kit another. */
export interface Ports {
  app: Audience;
  /** Kinds of access that this app offers; others grant nothing here. */
  exposes: readonly AccessKind[];
  request(): Promise<CallRequest>;
  caller(): Promise<Session | null>;
  /**
   * The caller is known by what the request itself says (a key, a signature), not by a cookie that a browser adds to
   * any request: only then may a call come from anywhere.
   */
  cookieless?: true;
  limiter: Limiter;
  keys: IdempotencyKeys;
  idempotency: IdempotencyStore;
  /** The pool, for reads outside of the transaction. */
  database(): Database;
  /** @param statementMs how long each of its statements may take; null leaves the database's own limit */
  transaction<T>(work: (tx: Transaction) => Promise<T>, statementMs: number | null): Promise<T>;
  /** Without `tx` the line stands on its own. */
  audit(event: AuditEvent, tx?: Transaction): Promise<void>;
  cookies(): Promise<CookieWriter>;
  invalidateTag(tag: string): void;
  invalidatePath(path: string): void;
  /** Throws what the framework understands as a redirect, or keeps it as data: then the result is answered, too. */
  redirect(location: string): void;
  /** Throws again what is the framework's own control flow. */
  rethrowControlFlow(error: unknown): void;
  webhooks: WebhookPorts;
  logger: Logger;
  createErrorId(): string;
}

const scoped = new AsyncLocalStorage<Ports>();
const installed = globalThis as typeof globalThis & { perimeterPorts?: Ports };

/** Sets the ports of this process; an app does it once, in `instrumentation.ts`. */
export function installPorts(ports: Ports): void {
  installed.perimeterPorts = ports;
}

/** Runs `work` with other ports, and everything that it starts. */
export function withPorts<T>(ports: Ports, work: () => Promise<T>): Promise<T> {
  return scoped.run(ports, work);
}

/** @throws when neither was done */
export function currentPorts(): Ports {
  const ports = scoped.getStore() ?? installed.perimeterPorts;
  if (!ports)
    throw new Error('No ports: call startActions() in instrumentation.ts, or use call() in tests');
  return ports;
}
