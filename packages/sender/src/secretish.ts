import { AsyncLocalStorage } from 'node:async_hooks'
import { SenderError } from './errors.ts'
import { fetchSecretish } from './secretish-sources.ts'
import { system } from './system.ts'

/** A credential: itself, or where it lies. A parameter or secret is fetched once and kept for 5 minutes. */
export type Secretish = string | { ssm: string } | { secretsManager: string; key?: string }

interface Kept {
  text: Promise<string>
  /** Milliseconds since 1970. */
  fetchedAt: number
}

/** Milliseconds for which a fetched credential is used. */
const keptMs = 5 * 60_000

/** Credentials are the function's, not a user's, so all invocations of a container share them. */
const kept = new Map<string, Kept>()

interface Use {
  now: () => number
  names: Map<string, number>
}

const uses = /* @__PURE__ */ new AsyncLocalStorage<Use>()

const nameOf = (secretish: Exclude<Secretish, string>) =>
  'ssm' in secretish ? `ssm ${secretish.ssm}` : `secret ${secretish.secretsManager} ${secretish.key ?? ''}`

/**
 * The text of a credential. Callers that ask at the same time share one fetch, and a failed fetch is not kept.
 * @param now milliseconds since 1970; by default the time of the sender that is at work.
 * @throws {SenderError} `Configuration`, naming the parameter or secret and AWS's error, when it cannot be had.
 */
export async function resolveSecretish(secretish: Secretish, now?: () => number): Promise<string> {
  if (typeof secretish === 'string') return secretish
  const use = uses.getStore()
  const at = (now ?? use?.now ?? system.now)()
  const name = nameOf(secretish)
  let found = kept.get(name)
  if (found === undefined || at - found.fetchedAt >= keptMs) {
    found = { text: fetchSecretish(secretish), fetchedAt: at }
    kept.set(name, found)
    const mine = found
    found.text.catch(() => kept.get(name) === mine && kept.delete(name))
  }
  use?.names.set(name, found.fetchedAt)
  try {
    return await found.text
  } catch (error) {
    if (error instanceof SenderError) throw error
    throw new SenderError(
      'Configuration',
      `The credential in ${name.trim()} could not be read (${wordOf(error)}).`,
      error,
    )
  }
}

/** An error's name, which in AWS's SDK is the error's code; its message may repeat what was asked. */
const wordOf = (error: unknown) =>
  error instanceof Error && /^\w{1,80}$/.test(error.name) ? error.name : 'unknown error'

/**
 * Runs a provider's attempt, and once more where `refused` says that the service did not take the credentials and some of
 * them had been fetched before the attempt began: they may have been rotated since.
 */
export async function withFreshSecrets<T>(
  now: () => number,
  run: () => Promise<T>,
  refused: (result: T) => boolean,
): Promise<T> {
  const began = now()
  const use: Use = { now, names: new Map() }
  const result = await uses.run(use, run)
  if (!refused(result)) return result
  const stale = [...use.names].filter(
    ([name, fetchedAt]) => fetchedAt < began && kept.get(name)?.fetchedAt === fetchedAt,
  )
  if (stale.length === 0) return result
  for (const [name] of stale) kept.delete(name)
  return uses.run(use, run)
}
