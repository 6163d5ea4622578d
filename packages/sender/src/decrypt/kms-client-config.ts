const connectMs = 1_000
const answerMs = 3_000

/** How every decryptor's KMS client waits and tries again. @param endpoint another address of KMS, for local work. */
export const kmsClientConfig = (endpoint: string | undefined) => ({
  maxAttempts: 3,
  // The SDK only warns of a late answer unless it is told to stop waiting.
  requestHandler: { connectionTimeout: connectMs, requestTimeout: answerMs, throwOnRequestTimeout: true },
  ...(endpoint !== undefined && { endpoint }),
})
