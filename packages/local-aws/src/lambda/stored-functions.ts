import type { FunctionConfiguration } from '@herald/protocol/lambda'
import type { Reader } from '@herald/storage'
import { functions } from './collections.ts'
import { configurationOf } from './configuration.ts'
import { openVariables } from './function-environment.ts'
import type { NamedFunction } from './function-name.ts'
import { type FunctionRecord, functionArn, functionKey } from './function-record.ts'
import type { LambdaParts } from './lambda-parts.ts'
import { refusals } from './refusals.ts'
import type { RunnableFunction } from './runtime/invocation.ts'

type Place = { accountId: string; region: string; name: string }

export const keyOf = (place: Place) => [place.accountId, place.region, place.name] as const

/** @throws {ServiceError} ResourceNotFoundException */
export async function readFunction(reader: Reader, named: NamedFunction): Promise<FunctionRecord> {
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

/** The function's configuration, with its environment variables opened. */
export function describe(parts: LambdaParts, record: FunctionRecord): FunctionConfiguration {
  return configurationOf(record, openVariables(parts.vault, record))
}

/** A function as it is now, ready to be run; undefined where there is none. */
export async function loadRunnable(
  parts: LambdaParts,
  place: Place,
): Promise<{ record: FunctionRecord; runnable: RunnableFunction } | undefined> {
  const sequence = parts.nextSequence()
  const record = await parts.store.get(functions, keyOf(place))
  return record && { record, runnable: await runnableOf(parts, record, sequence) }
}

/** Everything a sandbox needs to run the function; unpacks its code where that is missing. */
async function runnableOf(parts: LambdaParts, record: FunctionRecord, sequence: number): Promise<RunnableFunction> {
  const key = functionKey(record)
  return {
    key,
    sequence,
    deployment: `${record.deployment}.${parts.reloads.get(key) ?? 0}`,
    name: record.name,
    arn: functionArn(record),
    region: record.region,
    roleArn: record.role,
    runtime: record.runtime,
    handler: record.handler,
    timeout: record.timeout,
    memorySize: record.memorySize,
    folder: record.folder ?? (await parts.code.folderOf(record.codeHash)),
    mounted: record.folder !== undefined,
    variables: openVariables(parts.vault, record) ?? {},
    logGroup: record.logging.LogGroup ?? `/aws/lambda/${record.name}`,
    logFormat: record.logging.LogFormat ?? 'Text',
    logLevel: record.logging.ApplicationLogLevel,
    reservedConcurrency: record.reservedConcurrency,
  }
}

/** Lets sandboxes of an earlier deployment go, and then the package that only they needed. */
export async function deployAnew(parts: LambdaParts, before: FunctionRecord): Promise<void> {
  const loaded = await loadRunnable(parts, before).catch(() => undefined)
  if (!loaded) return
  const gone = parts.sandboxes.renew(loaded.runnable)
  if (before.codeHash !== loaded.record.codeHash)
    void gone.then(() => forgetCode(parts, before.codeHash)).catch(() => {})
}

/** Forgets a package that no function has any more. */
export async function forgetCode(parts: LambdaParts, hash: string): Promise<void> {
  if (hash) await parts.code.forget(hash, () => isCodeUsed(parts, hash))
}

export async function isCodeUsed(parts: Pick<LambdaParts, 'store'>, hash: string): Promise<boolean> {
  const page = await parts.store.find(functions, { where: [{ column: 'codeHash', equals: hash }], limit: 1 })
  return page.docs.length > 0
}
