/** Where log lines go; any of the usual loggers fits. Members never hold a secret, nor a full address. */
export interface Log {
  debug(message: string, members?: object): void
  info(message: string, members?: object): void
  warn(message: string, members?: object): void
  error(message: string, members?: object): void
}
