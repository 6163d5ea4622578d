import type { AliasConfiguration, AliasRoutingConfiguration } from '@herald/protocol/lambda'
import { type AliasRecord, functionArn } from './function-record.ts'
import { refusals } from './refusals.ts'

export function aliasAnswer(record: AliasRecord): AliasConfiguration {
  return {
    AliasArn: `${functionArn(record)}:${record.alias}`,
    Name: record.alias,
    FunctionVersion: record.version,
    Description: record.description,
    RevisionId: record.revisionId,
  }
}

/** @throws {ServiceError} InvalidParameterValueException: an alias leads to one version here */
export function refuseRouting(routing: AliasRoutingConfiguration | undefined): void {
  if (Object.keys(routing?.AdditionalVersionWeights ?? {}).length > 0) throw refusals.notBuilt('RoutingConfig')
}
