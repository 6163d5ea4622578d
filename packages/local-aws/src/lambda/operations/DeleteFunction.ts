import type { Operation } from '@herald/protocol'
import type { Operations } from '@herald/protocol/lambda'
import { aliases, functions, versions } from '../collections.ts'
import { type NamedFunction, nameQualified } from '../function-name.ts'
import { functionKey } from '../function-record.ts'
import { aliasesOf, aliasKeyOf, isNumber, versionKeyOf, versionsOf, withoutQualifier } from '../function-target.ts'
import type { LambdaParts } from '../lambda-parts.ts'
import { refusals } from '../refusals.ts'
import { forgetCode, keyOf, readFunction } from '../stored-functions.ts'

type Types = Operations['DeleteFunction']

/**
 * Deletes a function with its versions, aliases, policy and settings; with a number, that version only. What runs
 * finishes; events that wait are dropped when their turn comes.
 */
export function deleteFunction(parts: LambdaParts): Operation<Types['input'], Types['output']> {
  return async (call, input) => {
    const named = nameQualified(call, input.FunctionName, input.Qualifier)
    if (named.qualifier !== undefined) await deleteVersion(parts, named, named.qualifier)
    else if (named.askedArn === named.arn) await deleteAll(parts, named)
    else throw refusals.invalid('$LATEST version cannot be deleted without deleting the function.')
    return { StatusCode: 204 }
  }
}

async function deleteAll(parts: LambdaParts, named: NamedFunction): Promise<void> {
  const key = functionKey(named)
  const own = await versionsOf(parts.store, key)
  const names = await aliasesOf(parts.store, key)
  const record = await parts.store.transaction(async (tx) => {
    const found = await readFunction(tx, named)
    tx.delete(functions, keyOf(named))
    for (const { version } of own) tx.delete(versions, versionKeyOf(named, String(version)))
    for (const { alias } of names) tx.delete(aliases, aliasKeyOf(named, alias))
    return found
  })
  for (const { codeHash, version } of own) retire(parts, functionKey(named, String(version)), codeHash, named.arn)
  retire(parts, key, record.codeHash, named.arn)
}

async function deleteVersion(parts: LambdaParts, named: NamedFunction, version: string): Promise<void> {
  if (!isNumber(version)) throw refusals.invalid('Deletion of aliases is not currently supported.')
  const users = (await aliasesOf(parts.store, functionKey(named))).filter((alias) => alias.version === version)
  if (users.length > 0) throw refusals.versionInUse(users.map(({ alias }) => alias))
  const codeHash = await parts.store.transaction(async (tx) => {
    const record = await readFunction(tx, named)
    const found = await tx.get(versions, versionKeyOf(named, version))
    if (!found) throw refusals.notFound(named.askedArn)
    tx.delete(versions, versionKeyOf(named, version))
    tx.put(functions, keyOf(named), withoutQualifier(record, version))
    return found.codeHash
  })
  retire(parts, functionKey(named, version), codeHash, named.askedArn)
}

/** Ends the sandboxes, then forgets the package that only they needed. */
function retire(parts: LambdaParts, key: string, codeHash: string, arn: string): void {
  void parts.sandboxes
    .retire(key, parts.nextSequence(), refusals.notFound(arn))
    .then(() => forgetCode(parts, codeHash))
    .catch(() => {})
}
