import type { Transaction } from '@herald/storage'
import { functions, versions } from './collections.ts'
import type { FunctionRecord, VersionRecord } from './function-record.ts'
import { versionKeyOf } from './function-target.ts'
import type { LambdaParts } from './lambda-parts.ts'
import { refusals } from './refusals.ts'
import { keyOf } from './stored-functions.ts'

/**
 * Makes the function as it is a version. As on AWS, none is made where nothing has changed since the last one.
 * @param description of the version; the function's own when left out
 * @throws {ServiceError} InvalidParameterValueException for a mounted folder, whose code does not stay as it is
 */
export async function publish(
  parts: LambdaParts,
  tx: Transaction,
  record: FunctionRecord,
  description?: string,
): Promise<VersionRecord> {
  if (record.folder !== undefined) throw refusals.notBuilt('A version of a mounted folder')
  const number = record.lastVersion ?? 0
  const last = number > 0 ? await tx.get(versions, versionKeyOf(record, String(number))) : undefined
  if (last?.deployment === record.deployment) return last
  const { statements: _statements, tags: _tags, eventInvoke: _events, eventInvokeOf: _eventsOf, ...settings } = record
  const made: VersionRecord = {
    ...settings,
    description: description ?? record.description,
    statements: [],
    tags: {},
    revisionId: parts.environment.random.uuid(),
    version: number + 1,
  }
  tx.put(versions, versionKeyOf(record, String(made.version)), made)
  tx.put(functions, keyOf(record), { ...record, lastVersion: made.version })
  return made
}
