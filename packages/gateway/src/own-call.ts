import {
  absentOperation,
  type Call,
  commonError,
  type DirectCall,
  modelOf,
  operationOf,
  ServiceError,
  validateInput,
} from '@herald/protocol'
import { identify, operationFor } from './aws-request.ts'
import type { GatewayOptions } from './gateway-options.ts'

/**
 * Answers a call of Herald's own parts as if it had come by the port, with the same checks of who calls and with what.
 * @throws {ServiceError} for every refusal; faults are reported and nothing of them is told.
 */
export async function answerOwnCall(options: GatewayOptions, call: DirectCall): Promise<object> {
  const { service, operation, input, region, credentials, headers } = call
  const { accessKeyId, sessionToken } = credentials
  const requestId = options.random.uuid()
  try {
    const model = modelOf(service)
    if (!operationOf(model, operation)) throw absentOperation(service, operation)
    const { signingName, endpointPrefix } = model.metadata
    const signature = { accessKeyId, region, service: signingName ?? endpointPrefix, sessionToken }
    const { caller, traceId } = identify(options, { service, open: false, signature, headers })
    const run = operationFor(options, service, operation)
    validateInput(service, operation, input)
    const known: Call = {
      requestId,
      region: region || options.region,
      accountId: options.accountId,
      caller,
      userAgent: '',
      sourceIp: '',
      traceId: headers['x-amzn-trace-id'] ?? traceId,
      endpoint: options.endpoint(),
    }
    return (await run(known, input)) ?? {}
  } catch (error) {
    if (error instanceof ServiceError) throw error
    options.onFault(error, { requestId, what: `${service}.${operation}` })
    throw commonError(service, 'internal', 'An internal error occurred. Herald reported it on its own output.')
  }
}
