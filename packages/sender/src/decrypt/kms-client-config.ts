/** Milliseconds for a connection to KMS. */
export const connectMs = 1_000
/** Milliseconds for an answer of KMS's, the connection included. */
export const answerMs = 3_000
/** How often KMS is asked for one data key, the first time included. */
export const maxAttempts = 3

/** How every decryptor's KMS client waits and tries again. @param endpoint another address of KMS, for local work. */
export const kmsClientConfig = (endpoint: string | undefined) => ({
  maxAttempts,
  // The SDK only warns of a late answer unless it is told to stop waiting.
  requestHandler: { connectionTimeout: connectMs, requestTimeout: answerMs, throwOnRequestTimeout: true },
  ...(endpoint !== undefined && { endpoint }),
})
