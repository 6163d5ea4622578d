import type { Reader, Store } from '@herald/storage'
import { aliases, versions } from './collections.ts'
import type { NamedFunction } from './function-name.ts'
import { type AliasRecord, type FunctionRecord, functionArn, type VersionRecord } from './function-record.ts'
import { refusals } from './refusals.ts'
import { keyOf, readFunction } from './stored-functions.ts'

/** What a qualified name stands for. */
export interface FunctionTarget {
  /** The function itself: its policy and settings hold for all its versions. */
  record: FunctionRecord
  /** What is run: the function as it is, or a version. */
  code: FunctionRecord
  /** `$LATEST` or a number. */
  version: string
}

type Qualified = Pick<NamedFunction, 'accountId' | 'region' | 'name' | 'askedArn' | 'qualifier'>

export const versionKeyOf = (place: { accountId: string; region: string; name: string }, version: string) =>
  [...keyOf(place), version] as const

export const aliasKeyOf = (place: { accountId: string; region: string; name: string }, alias: string) =>
  [...keyOf(place), alias] as const

/**
 * Finds a function, one of its versions or what an alias points to.
 * @throws {ServiceError} ResourceNotFoundException
 */
export async function readTarget(reader: Reader, named: Qualified): Promise<FunctionTarget> {
  const record = await readFunction(reader, named)
  const { qualifier } = named
  if (qualifier === undefined) return { record, code: record, version: '$LATEST' }
  const version = isNumber(qualifier) ? qualifier : (await reader.get(aliases, aliasKeyOf(named, qualifier)))?.version
  if (version === '$LATEST') return { record, code: record, version }
  const code = version === undefined ? undefined : await reader.get(versions, versionKeyOf(named, version))
  if (!code || version === undefined) throw refusals.notFound(named.askedArn)
  return { record, code, version }
}

export function isNumber(qualifier: string): boolean {
  return /^\d+$/.test(qualifier)
}

/** @throws {ServiceError} ResourceNotFoundException */
export async function readAlias(reader: Reader, named: Qualified, alias: string): Promise<AliasRecord> {
  const found = await reader.get(aliases, aliasKeyOf(named, alias))
  if (!found) throw refusals.noAlias(`${named.askedArn}:${alias}`)
  return found
}

/** All versions of a function, oldest first. A function has few enough to be read at once. */
export async function versionsOf(store: Store, functionKey: string): Promise<VersionRecord[]> {
  return collect((after) =>
    store.find(versions, {
      where: [{ column: 'functionKey', equals: functionKey }],
      orderBy: 'ordinal',
      limit: 1000,
      ...(after ? { after } : {}),
    }),
  )
}

/** All aliases of a function, by name. */
export async function aliasesOf(store: Store, functionKey: string): Promise<AliasRecord[]> {
  return collect((after) =>
    store.find(aliases, {
      where: [{ column: 'functionKey', equals: functionKey }],
      orderBy: 'alias',
      limit: 1000,
      ...(after ? { after } : {}),
    }),
  )
}

async function collect<T>(page: (after?: string) => Promise<{ docs: T[]; next?: string }>): Promise<T[]> {
  const all: T[] = []
  for (let after: string | undefined, more = true; more; more = after !== undefined) {
    const found = await page(after)
    all.push(...found.docs)
    after = found.next
  }
  return all
}

/**
 * @param version as CreateAlias and UpdateAlias name it: `$LATEST` or a number
 * @throws {ServiceError} ResourceNotFoundException where the function or the version is not there
 */
export async function checkVersion(reader: Reader, named: NamedFunction, version: string): Promise<void> {
  await readFunction(reader, named)
  if (version === '$LATEST') return
  if (!(await reader.get(versions, versionKeyOf(named, version)))) throw refusals.notFound(`${named.arn}:${version}`)
}

/** The function without the permissions and settings of a version or alias that goes. */
export function withoutQualifier(record: FunctionRecord, qualifier: string): FunctionRecord {
  const arn = `${functionArn(record)}:${qualifier}`
  const { [qualifier]: _gone, ...eventInvokeOf } = record.eventInvokeOf ?? {}
  return { ...record, statements: record.statements.filter(({ Resource }) => Resource !== arn), eventInvokeOf }
}
