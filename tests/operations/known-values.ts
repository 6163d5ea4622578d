import type { Chance } from '@herald/protocol/testing'

/** Values that mean something to the Herald under test, by the name of the member that they belong into. */
export interface KnownValues {
  add(name: string, ...values: unknown[]): void
  pick(chance: Chance, name: string): unknown
  /** Keeps what an answer named, so that later requests name it too. */
  harvest(output: unknown): void
}

/** As many of each name are kept. */
const MOST = 24
const same: Record<string, string> = { NextMarker: 'Marker', FunctionArn: 'FunctionName', RevisionId: 'RevisionId' }
const harvested =
  /^(UserPoolId|ClientId|Username|AccessToken|RefreshToken|Session|(Next|Pagination)Token|(Next)?Marker|KeyId|CiphertextBlob|Grant(Id|Token)|FunctionArn|RevisionId|ClientSecretId)$/

export function createKnownValues(): KnownValues {
  const values = new Map<string, unknown[]>()

  function add(name: string, ...more: unknown[]): void {
    values.set(name, [...more, ...(values.get(name) ?? [])].slice(0, MOST))
  }

  function harvest(output: unknown): void {
    if (typeof output !== 'object' || output === null || output instanceof Uint8Array) return
    for (const [name, value] of Object.entries(output)) {
      if (harvested.test(name) && value) add(same[name] ?? name, value)
      harvest(value)
    }
  }

  return {
    add,
    harvest,
    pick: (chance, name) => {
      const found = values.get(name)
      return found && chance.pick(found)
    },
  }
}

/** Puts known values into an input, seven times out of ten where there are any; `fixed` stays as it is. */
export function withKnownValues(chance: Chance, known: KnownValues, input: unknown, fixed?: string): unknown {
  if (Array.isArray(input)) return input.map((entry) => withKnownValues(chance, known, entry))
  if (typeof input !== 'object' || input === null || input instanceof Date || input instanceof Uint8Array) return input
  return Object.fromEntries(
    Object.entries(input).map(([name, value]) => {
      if (name === fixed) return [name, value]
      const replaced = chance.below(10) < 7 ? known.pick(chance, name) : undefined
      return [name, replaced ?? withKnownValues(chance, known, value)]
    }),
  )
}
