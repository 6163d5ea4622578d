import { createHash } from 'node:crypto'
import type { CreateGrantRequest } from '@herald/protocol/kms'
import { admit } from '../admit.ts'
import { keyArn, rootArn } from '../arns.ts'
import { callerAccount } from '../caller-account.ts'
import { type GrantDoc, grantKeyOf, grantNames, grants, keyOf, keys } from '../collections.ts'
import { constraintsOf, granteeOf, retiringOf } from '../grant-request.ts'
import { writeGrantToken } from '../grant-token.ts'
import { grantableOperations } from '../key-specs.ts'
import { isGone, requireEnabled } from '../key-state.ts'
import type { KmsOperation } from '../parts.ts'
import { refusals } from '../refusals.ts'

/**
 * Lets a principal use the key beside its policy. A request with a `Name` that is repeated with the same parameters gives
 * the same grant; the token is a new one each time (AWS documents both).
 */
export const CreateGrant: KmsOperation<'CreateGrant'> = (kms) => async (call, input) => {
  const grantee = granteeOf(input)
  const retiring = retiringOf(input)
  const constraints = constraintsOf(input)
  const operations = [...new Set(input.Operations)]
  if (operations.length === 0) throw refusals.validation('Operations must name at least one operation.')
  const key = await admit(kms, call, input.KeyId, {
    action: 'CreateGrant',
    otherAccounts: true,
    grantTokens: input.GrantTokens,
    newGrant: { operations, constraints },
    encryptionContext: { ...constraints?.EncryptionContextSubset, ...constraints?.EncryptionContextEquals },
    conditions: {
      'kms:GranteePrincipal': grantee.name,
      'kms:RetiringPrincipal': retiring?.name,
      'kms:GrantOperations': operations,
      'kms:GrantConstraintType': constraintType(input),
      // Only an AWS service makes grants for an AWS service, with the authority of who called it.
      'kms:GrantIsForAWSResource': grantee.isService,
      'kms:ViaService': grantee.isService
        ? grantee.name.replace('.amazonaws.com', `.${call.region}.amazonaws.com`)
        : undefined,
    },
  })
  requireEnabled(key)
  const possible = grantableOperations(key.keySpec, key.keyUsage)
  const impossible = operations.filter((operation) => !possible.includes(operation))
  if (impossible.length > 0) {
    throw refusals.validation(
      `Grant operations [${impossible.join(', ')}] are not valid for a key of key spec ${key.keySpec} and key usage ${key.keyUsage}.`,
    )
  }
  if (input.DryRun) throw refusals.dryRun()
  const grant: GrantDoc = {
    accountId: key.accountId,
    region: key.region,
    keyId: key.keyId,
    grantId: kms.environment.random.bytes(32).toString('hex'),
    name: input.Name ?? null,
    operations,
    grantee: grantee.name,
    granteeIsServiceMember: grantee.member,
    retiring: retiring?.name ?? null,
    retiringIsServiceMember: retiring?.member ?? false,
    constraints,
    issuingAccount: rootArn(callerAccount(call), key.region),
    createdAt: kms.environment.clock.now(),
    fingerprint: null,
  }
  if (input.Name !== undefined) grant.fingerprint = fingerprint(grant)
  const grantId = await kms.store.transaction(async (tx) => {
    const current = await tx.get(keys, keyOf(key))
    if (!current || isGone(current, kms.environment.clock.now())) throw refusals.noSuchKey(keyArn(key))
    requireEnabled(current)
    if (grant.fingerprint !== null) {
      const earlier = await tx.get(grantNames, grantKeyOf(key, grant.fingerprint))
      if (earlier) return earlier.grantId
      tx.insert(grantNames, grantKeyOf(key, grant.fingerprint), { grantId: grant.grantId })
    }
    tx.insert(grants, grantKeyOf(key, grant.grantId), grant)
    tx.put(keys, keyOf(key), { ...current, grantsVersion: current.grantsVersion + 1 })
    return grant.grantId
  })
  return { GrantId: grantId, GrantToken: writeGrantToken(kms.vault, kms.environment.random, key, grantId) }
}

function constraintType(input: CreateGrantRequest): string | undefined {
  if (input.Constraints?.EncryptionContextEquals) return 'EncryptionContextEquals'
  return input.Constraints?.EncryptionContextSubset ? 'EncryptionContextSubset' : undefined
}

/** What makes two requests the same, whatever the order of their lists and maps. */
function fingerprint(grant: GrantDoc): string {
  const sorted = (map: Record<string, string> | undefined) => Object.entries(map ?? {}).sort()
  const { EncryptionContextEquals, EncryptionContextSubset, SourceArn } = grant.constraints ?? {}
  const parts = [
    grant.name,
    grant.grantee,
    grant.retiring,
    [...grant.operations].sort(),
    [EncryptionContextEquals !== undefined, sorted(EncryptionContextEquals)],
    [EncryptionContextSubset !== undefined, sorted(EncryptionContextSubset)],
    SourceArn ?? null,
    grant.issuingAccount,
  ]
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex')
}
