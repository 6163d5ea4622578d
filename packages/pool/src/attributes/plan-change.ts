import type { PoolDoc } from '../pools/pool.ts'
import type { UserDoc } from '../users/user.ts'
import { type Address, addresses, flagOf } from './addresses.ts'
import { attributeRefusals } from './attribute-refusals.ts'

/** What a change of attributes comes to. */
export interface AttributeChange {
  /** As they are from now on. */
  attributes: Record<string, string>
  /** Addresses that changed, went, or need no proof any more: a code for what they were is good no more. */
  settled: Address[]
  /** Addresses that a code goes to. A pending one is not the user's until the code comes back. */
  unproved: { address: Address; to: string; pending: boolean }[]
}

/**
 * What becomes of a user's attributes. An address that changes counts as unverified, and a code goes there where the pool
 * verifies it by itself; where the pool demands proof before the change, the old one stays until then. With the flag set to
 * "true" in the same request it changes at once and nothing is sent: AWS documents all of it. An address that stays as it is
 * sends nothing: observed.
 * @param given checked; an empty value deletes. The flags count, so a user's own request must not hold them.
 * @throws InvalidParameterException where a flag is set for an address that the user does not have.
 */
export function planChange(pool: PoolDoc, user: UserDoc, given: Readonly<Record<string, string>>): AttributeChange {
  const change: AttributeChange = { attributes: { ...user.attributes }, settled: [], unproved: [] }
  const apart = new Set<string>(addresses.flatMap((address) => [address, flagOf(address)]))
  for (const [name, value] of Object.entries(given)) if (!apart.has(name)) assign(change.attributes, name, value)
  for (const address of addresses) planAddress(pool, user, given, address, change)
  return change
}

function planAddress(
  pool: PoolDoc,
  user: UserDoc,
  given: Readonly<Record<string, string>>,
  address: Address,
  { attributes, settled, unproved }: AttributeChange,
): void {
  const to = given[address]
  const verified = given[flagOf(address)]
  if (to === '') {
    delete attributes[address]
    delete attributes[flagOf(address)]
    settled.push(address)
  } else if (to !== undefined && to !== user.attributes[address]) {
    const proved = verified === 'true'
    if (!proved && waitsForProof(pool, address)) {
      unproved.push({ address, to, pending: true })
      return
    }
    attributes[address] = to
    attributes[flagOf(address)] = String(proved)
    settled.push(address)
    if (!proved && verifiesByItself(pool, address)) unproved.push({ address, to, pending: false })
  } else if (verified !== undefined) {
    if (!user.attributes[address]) throw attributeRefusals.nothingToVerify(address)
    assign(attributes, flagOf(address), verified)
    if (verified === 'true') settled.push(address)
  }
}

function assign(attributes: Record<string, string>, name: string, value: string): void {
  if (value === '') delete attributes[name]
  else attributes[name] = value
}

const verifiesByItself = ({ settings }: PoolDoc, address: Address) =>
  settings.AutoVerifiedAttributes?.includes(address) ?? false

const waitsForProof = ({ settings }: PoolDoc, address: Address) =>
  settings.UserAttributeUpdateSettings?.AttributesRequireVerificationBeforeUpdate?.includes(address) ?? false
