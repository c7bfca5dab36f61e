/** An action of one contender, in the shape that its users call it. */
export type Send = (input: object) => Promise<unknown>;

/** What each contender offers: without checks and with three, by object and by form. */
export interface Contender {
  object: { 0: Send; 3: Send };
  form: { 0: Send; 3: Send };
}
