// The second argument of a handler, with the members of AWS's Node runtime.

export function createInvocationContext(invocation, { modern, called, waits, setWaits }) {
  const context = {
    functionVersion: process.env.AWS_LAMBDA_FUNCTION_VERSION,
    functionName: process.env.AWS_LAMBDA_FUNCTION_NAME,
    memoryLimitInMB: process.env.AWS_LAMBDA_FUNCTION_MEMORY_SIZE,
    logGroupName: process.env.AWS_LAMBDA_LOG_GROUP_NAME,
    logStreamName: process.env.AWS_LAMBDA_LOG_STREAM_NAME,
    clientContext: invocation.clientContext ? JSON.parse(invocation.clientContext) : undefined,
    identity: undefined,
    invokedFunctionArn: invocation.arn,
    awsRequestId: invocation.id,
    getRemainingTimeInMillis: () => invocation.deadline - Date.now(),
  }
  if (modern) return context
  Object.defineProperty(context, 'callbackWaitsForEmptyEventLoop', { enumerable: true, get: waits, set: setWaits })
  const atOnce = (error, value) => {
    setWaits(false)
    called(error, value)
  }
  return Object.assign(context, {
    succeed: (value) => atOnce(null, value),
    fail: (error) => atOnce(error ?? 'handled'),
    done: (error, value) => atOnce(error, value),
  })
}
