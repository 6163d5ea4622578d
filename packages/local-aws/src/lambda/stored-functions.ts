import { ServiceError } from '@herald/protocol'
import type { FunctionConfiguration } from '@herald/protocol/lambda'
import type { Reader } from '@herald/storage'
import { functions, layerVersions, versions } from './collections.ts'
import { configurationOf, type NamedVersion } from './configuration.ts'
import { openVariables } from './function-environment.ts'
import type { NamedFunction } from './function-name.ts'
import { type FunctionRecord, functionArn, functionKey } from './function-record.ts'
import { readTarget } from './function-target.ts'
import type { LambdaParts } from './lambda-parts.ts'
import { refusals } from './refusals.ts'
import type { RunnableFunction } from './runtime/invocation.ts'

type Place = { accountId: string; region: string; name: string; qualifier?: string | undefined }

export const keyOf = (place: Place) => [place.accountId, place.region, place.name] as const

/** @throws {ServiceError} ResourceNotFoundException */
export async function readFunction(reader: Reader, named: Omit<NamedFunction, 'arn'>): Promise<FunctionRecord> {
  const record = await reader.get(functions, keyOf(named))
  if (!record) throw refusals.notFound(named.askedArn)
  return record
}

/**
 * Changes a function under a new revision. `change` runs inside the transaction and may run again.
 * @param revisionId what the caller believes to be the latest, where it said so
 * @throws {ServiceError} ResourceNotFoundException, PreconditionFailedException
 */
export function changeFunction(
  parts: LambdaParts,
  named: NamedFunction,
  revisionId: string | undefined,
  change: (record: FunctionRecord) => FunctionRecord,
): Promise<{ before: FunctionRecord; after: FunctionRecord }> {
  return parts.store.transaction(async (tx) => {
    const before = await readFunction(tx, named)
    if (revisionId !== undefined && revisionId !== before.revisionId) throw refusals.staleRevision()
    const after = { ...change(before), revisionId: parts.environment.random.uuid() }
    tx.put(functions, keyOf(named), after)
    return { before, after }
  })
}

/**
 * As `changeFunction`, for what is kept with the function for one of its versions or aliases, which must be there.
 * @throws {ServiceError} ResourceNotFoundException, PreconditionFailedException
 */
export function changeTarget(
  parts: LambdaParts,
  named: NamedFunction,
  revisionId: string | undefined,
  change: (record: FunctionRecord) => FunctionRecord,
): Promise<{ before: FunctionRecord; after: FunctionRecord }> {
  return parts.store.transaction(async (tx) => {
    const { record: before } = await readTarget(tx, named)
    if (revisionId !== undefined && revisionId !== before.revisionId) throw refusals.staleRevision()
    const after = { ...change(before), revisionId: parts.environment.random.uuid() }
    tx.put(functions, keyOf(named), after)
    return { before, after }
  })
}

/** The function's configuration, with its environment variables opened. */
export function describe(parts: LambdaParts, record: FunctionRecord, named?: NamedVersion): FunctionConfiguration {
  return configurationOf(record, openVariables(parts.vault, record), named)
}

/** A function as it is now, a version of it or what an alias leads to, ready to be run; undefined where there is none. */
export async function loadRunnable(
  parts: LambdaParts,
  place: Place,
): Promise<{ record: FunctionRecord; runnable: RunnableFunction } | undefined> {
  const sequence = parts.nextSequence()
  const named = { qualifier: undefined, ...place, askedArn: functionArn(place) }
  const target = await readTarget(parts.store, named).catch((error: unknown) => {
    if (error instanceof ServiceError) return undefined
    throw error
  })
  if (!target) return undefined
  const { record, code, version } = target
  const runnable = await runnableOf(parts, code, version, sequence)
  return { record, runnable: { ...runnable, reservedConcurrency: record.reservedConcurrency } }
}

/** Everything a sandbox needs to run the function; unpacks its code where that is missing. */
async function runnableOf(
  parts: LambdaParts,
  record: FunctionRecord,
  version: string,
  sequence: number,
): Promise<RunnableFunction> {
  const key = functionKey(record, version === '$LATEST' ? undefined : version)
  const layers = record.layers?.map(({ codeHash }) => codeHash) ?? []
  return {
    key,
    sequence,
    deployment: `${record.deployment}.${parts.reloads.get(key) ?? 0}`,
    name: record.name,
    arn: functionArn(record),
    version,
    region: record.region,
    roleArn: record.role,
    runtime: record.runtime,
    handler: record.handler,
    timeout: record.timeout,
    memorySize: record.memorySize,
    folder: record.folder ?? (await parts.code.folderOf(record.codeHash)),
    mounted: record.folder !== undefined,
    layersFolder: layers.length > 0 ? await parts.code.mergedFolderOf(layers) : undefined,
    variables: openVariables(parts.vault, record) ?? {},
    logGroup: record.logging.LogGroup ?? `/aws/lambda/${record.name}`,
    logFormat: record.logging.LogFormat ?? 'Text',
    logLevel: record.logging.ApplicationLogLevel,
    reservedConcurrency: record.reservedConcurrency,
  }
}

/** Lets sandboxes of an earlier deployment go, and then the package that only they needed. */
export async function deployAnew(parts: LambdaParts, before: FunctionRecord): Promise<void> {
  const { accountId, region, name } = before
  const loaded = await loadRunnable(parts, { accountId, region, name }).catch(() => undefined)
  if (!loaded) return
  const gone = parts.sandboxes.renew(loaded.runnable)
  if (before.codeHash !== loaded.record.codeHash)
    void gone.then(() => forgetCode(parts, before.codeHash)).catch(() => {})
}

/** Forgets a package that no function, version or layer has any more. */
export async function forgetCode(parts: LambdaParts, hash: string): Promise<void> {
  if (hash) await parts.code.forget(hash, () => isCodeUsed(parts, hash))
}

export async function isCodeUsed(parts: Pick<LambdaParts, 'store'>, hash: string): Promise<boolean> {
  const query = { where: [{ column: 'codeHash', equals: hash }], limit: 1 }
  const users = await Promise.all([
    parts.store.find(functions, query),
    parts.store.find(versions, query),
    parts.store.find(layerVersions, query),
  ])
  return users.some(({ docs }) => docs.length > 0)
}
