import { modelOf, protocolOf, type ServiceName, serviceNames } from '@herald/protocol'
import { fuzzInputs, fuzzRequest } from '@herald/protocol/testing'
import { type HttpSender, signed } from '../setting/http.ts'

export interface BuiltOperation {
  service: ServiceName
  operation: string
}

/** Asks a running Herald for every operation of every model, with nothing in it, and gives back those that it has. */
export async function builtOperations(sender: HttpSender, url: string): Promise<BuiltOperation[]> {
  const found: BuiltOperation[] = []
  for (const service of serviceNames) {
    for (const operation of Object.keys(modelOf(service).operations)) {
      const [first] = fuzzInputs(service, operation, { seed: 0, valid: 1, depth: 1 })
      const request = fuzzRequest(service, operation, first!.input)
      if (!request) throw new Error(`${service}.${operation} cannot be asked for`)
      const answer = await sender.send(signed(request, service, url))
      const code = answer.status < 300 ? undefined : protocolOf(service).readError(service, answer).code
      if (!code?.startsWith('OperationNotBuilt')) found.push({ service, operation })
    }
  }
  return found
}
