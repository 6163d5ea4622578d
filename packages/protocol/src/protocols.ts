import { awsJson } from './aws-json.ts'
import { awsQuery } from './aws-query.ts'
import type { ServiceName } from './call.ts'
import { modelOf } from './model.ts'
import { restJson } from './rest-json.ts'
import type { Protocol } from './wire.ts'

/** The wire form that a service speaks. */
export function protocolOf(service: ServiceName): Protocol {
  return { json: awsJson, query: awsQuery, 'rest-json': restJson }[modelOf(service).metadata.protocol]
}
