/** Where log lines go; any of the usual loggers fits. Members never hold a secret, nor a full address. */
export interface Log {
  debug(message: string, members?: object): void
  info(message: string, members?: object): void
  warn(message: string, members?: object): void
  error(message: string, members?: object): void
}

/** What a level that is not written consists of: by it a caller knows that there is nothing to make ready for a line. */
export const silent = (): void => {}
