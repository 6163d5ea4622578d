import { domainOf, domainsAbove, plainDomain } from './recipient.ts'
import type { Rule } from './rule.ts'

type Domains = Iterable<string>

export interface DomainsOptions {
  /** E-mail goes to these only. */
  allow?: Domains
  deny?: Domains
  /** Domains of throw-away addresses: a list of your own, or what loads one. It is loaded once, at the first e-mail. */
  disposable?: Domains | (() => Promise<Domains>)
}

/**
 * Sends to some mail domains only, or not to others; each stands for those within it too. Phones pass.
 * @throws {TypeError} when no list is given.
 */
export function domains({ allow, deny = [], disposable }: DomainsOptions): Rule {
  const allowed = allow && plainSet(allow)
  const denied = plainSet(deny)
  if (!allowed && denied.size === 0 && disposable === undefined) {
    throw new TypeError('domains() needs "allow", "deny" or "disposable".')
  }
  let throwAway: Promise<ReadonlySet<string>> | undefined
  async function load(): Promise<ReadonlySet<string>> {
    return plainSet(typeof disposable === 'function' ? await disposable() : (disposable ?? []))
  }
  return {
    name: 'domains',
    needsStore: false,
    async check(message) {
      const domain = domainOf(message)
      if (domain === undefined) return 'allow'
      const within = domainsAbove(domain)
      if (within.some((each) => denied.has(each))) return { deny: 'domain denied' }
      if (allowed && !within.some((each) => allowed.has(each))) return { deny: 'domain not allowed' }
      throwAway ??= load()
      // A list that could not be loaded is asked for again at the next message.
      const listed = await throwAway.catch((error) => {
        throwAway = undefined
        throw error
      })
      return within.some((each) => listed.has(each)) ? { deny: 'disposable domain' } : 'allow'
    },
  }
}

function plainSet(domains: Domains): ReadonlySet<string> {
  return new Set([...domains].map((domain) => plainDomain(domain).replace(/^(\*?\.|@)/, '')))
}
