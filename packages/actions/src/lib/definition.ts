import type { StandardSchemaV1 } from '@standard-schema/spec';
import type { Access, SessionOf } from '@repo/auth/access';
import type { Audience } from '@repo/auth/session';
import type { Database, Transaction } from '@repo/db/client';
import type { BuiltInCode, ORG_FIELD, Result, State } from '../result.ts';
import type { ErrorMap, Fail } from './fail.ts';
import type { InputSchema } from './form-data/shape.ts';
import type { Invalidation } from './invalidation.ts';
import type { RateLimit, unlimited, Window } from './limit/limiter.ts';
import type { CookieWriter } from './ports.ts';

type In<S extends InputSchema> = StandardSchemaV1.InferInput<S>;
type Out<S extends InputSchema> = StandardSchemaV1.InferOutput<S>;
export type FieldOf<S extends InputSchema> = keyof In<S> & string;

/** Runs when the transaction is committed: the only place for cookies. It cannot change the outcome any more. */
export type AfterCommit = (work: (to: { cookies: CookieWriter }) => void | Promise<void>) => void;

/**
 * A declared mutation. Write the properties in this order: TypeScript infers from the top down, so that `session` is
 * typed by `access`, `fail` by `errors`, `prepared` by `prepare`, `data` by `handler`.
 */
export interface ActionDefinition<
  A extends Access,
  S extends InputSchema,
  E extends ErrorMap<FieldOf<S>>,
  P,
  D,
> {
  /** `subject.verb`, unique: names the log line, the limit bucket, the audit event. */
  id: string;
  /** Who may call. */
  access: A;
  /** How often one caller may call: per user when signed in, else, and where `anyone` may call, per address. */
  rateLimit: RateLimit | typeof unlimited;
  /**
   * A form of this action has its effect once, however often it is submitted: the page renders a key into it
   * (`idempotencyKey`), and a second call with that key is answered like the first. `data` is kept as JSON, less
   * secrets: anything else in it (a Date, say) is a mistake and fails. Default: no.
   */
  idempotent?: true;
  /**
   * How long a call may take: then `signal` aborts, a statement in the transaction is cancelled, and the answer is
   * TIMEOUT with nothing saved. A handler that waits for anything but the database has to listen
   * to `signal`: else it holds its connection until it ends, and is rolled back then.
   * Default: the database's own statement timeout only.
   */
  timeout?: Window;
  /** Schema of the input. It reads forms and objects alike. */
  input: S;
  /**
   * A second limit, after validation, on what the call is about: `by` names it. Callers at many addresses share it.
   * Case, outer spaces and the Unicode form of that name do not matter. Default: none.
   */
  rateLimitAlso?: RateLimit & { by: (call: { input: Out<S>; session: SessionOf<A> }) => string };
  /** Fields that never travel back to the form or into a log, beside those that are secret by name. */
  secrets?: readonly FieldOf<S>[];
  /**
   * Fields that a form gets by `.bind(null, { id })` and from nowhere else: a field of the form with such a name is
   * dropped. The schema validates them with the rest. A call with an object names them itself.
   */
  bound?: readonly FieldOf<S>[];
  /** This action's own errors: code, sentence, and the field they belong to. */
  errors?: E;
  /** Rules about this very row, after validation. `false` answers FORBIDDEN. */
  authorize?: (call: {
    input: Out<S>;
    session: SessionOf<A>;
    db: Database;
    fail: Fail<NoInfer<E>>;
    signal: AbortSignal;
  }) => boolean | Promise<boolean>;
  /** Slow work outside of the transaction: hashing, files, calls to others. */
  prepare?: (call: {
    input: Out<S>;
    session: SessionOf<A>;
    db: Database;
    fail: Fail<NoInfer<E>>;
    signal: AbortSignal;
  }) => P | Promise<P>;
  /** The effect, in one transaction with its audit event. No cookies and no redirects here: it may roll back. */
  handler: (call: {
    input: Out<S>;
    session: SessionOf<A>;
    tx: Transaction;
    prepared: P;
    fail: Fail<NoInfer<E>>;
    /** Aborts when the action's `timeout` is over. */
    signal: AbortSignal;
    afterCommit: AfterCommit;
    /** The app that this call came in by. */
    app: Audience;
  }) => D | Promise<D>;
  /** Id of the row that the audit event names. */
  subject?: (call: { input: Out<S>; session: SessionOf<A>; data: Awaited<D> }) => string;
  /** Cached data that is stale now. */
  invalidates?: (call: {
    input: Out<S>;
    session: SessionOf<A>;
    data: Awaited<D>;
  }) => readonly Invalidation[];
  /** Where to go after success. Default, and for undefined: stay, and return the result. */
  redirectTo?: (call: {
    input: Out<S>;
    session: SessionOf<A>;
    data: Awaited<D>;
  }) => string | undefined;
}

/** A definition whose types no longer matter: what the engine runs and tools list. */
// oxlint-disable-next-line typescript/no-explicit-any -- handlers of all inputs are held in one type
export type AnyDefinition = ActionDefinition<any, any, any, any, any>;

/** The org that an object call is about: required where access depends on it. */
type Named<A extends Access> = A extends { kind: 'member' }
  ? { [ORG_FIELD]: string }
  : { [ORG_FIELD]?: string };

/** What `.bind()` takes: fields that the definition names in `bound`, and the org. */
type Bound<S extends InputSchema> = { readonly [Name in FieldOf<S>]?: In<S>[Name] } & {
  readonly [ORG_FIELD]?: string;
};

/** An action in a form: as the `action` of a plain one, in `useActionState`. Inference reads the last one. */
export interface FormAction<S extends InputSchema, E, D> {
  (form: FormData): Promise<void>;
  (
    previous: unknown,
    form: FormData,
  ): Promise<State<D, BuiltInCode | (keyof E & string), FieldOf<S>>>;
}

/** A server action in all its call shapes: with an object, in forms, and bound to fields for a form. */
export interface Action<A extends Access, S extends InputSchema, E, D> {
  (input: In<S> & Named<A>): Promise<Result<D, BuiltInCode | (keyof E & string), FieldOf<S>>>;
  (form: FormData): Promise<void>;
  (
    previous: unknown,
    form: FormData,
  ): Promise<State<D, BuiltInCode | (keyof E & string), FieldOf<S>>>;
  /** The same action with fields that its form neither shows nor changes. It works without JavaScript. */
  bind(nothing: null, fields: Bound<S>): FormAction<S, E, D>;
}
