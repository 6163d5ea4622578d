import { fictionalNumber } from './fictional-numbers.ts'
import { domainOf, domainsAbove, phoneOf } from './recipient.ts'
import type { Rule } from './rule.ts'

/** RFC 2606, section 3, and the names of RFC 2606, section 2, and RFC 6761 that never have a mail host. */
const reservedDomains = ['example.com', 'example.net', 'example.org', 'example', 'test', 'invalid', 'localhost']

/**
 * Never sends to what exists for documentation, films and tests only: `example.com`, `.test`, numbers of 555-01xx and those that
 * regulators set aside. A message there costs money, or a bounce, and reaches nobody.
 */
export function reserved(): Rule {
  return {
    name: 'reserved',
    needsStore: false,
    check(message) {
      const phone = phoneOf(message)
      if (phone !== undefined) return fictionalNumber(phone) ? { deny: 'reserved number' } : 'allow'
      const domain = domainOf(message)
      const within = domain === undefined ? [] : domainsAbove(domain)
      return within.some((each) => reservedDomains.includes(each)) ? { deny: 'reserved domain' } : 'allow'
    },
  }
}
