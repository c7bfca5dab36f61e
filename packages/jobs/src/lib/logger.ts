/** Where the worker writes. Errors are given as they are: the logger knows what of them a log may hold. */
export interface Logger {
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}
