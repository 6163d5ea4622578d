import type { Message } from '../message.ts'

/** The E.164 number a message goes to; undefined where it goes to something else. */
export function phoneOf({ to }: Message): string | undefined {
  return to !== undefined && /^\+\d{2,15}$/.test(to) ? to : undefined
}

/** The domain a message's e-mail goes to, in lower case and without a final dot; undefined where it goes to something else. */
export function domainOf({ to }: Message): string | undefined {
  const at = to?.lastIndexOf('@') ?? -1
  if (to === undefined || at < 1) return undefined
  return plainDomain(to.slice(at + 1)) || undefined
}

/** A domain as it is compared. */
export function plainDomain(domain: string): string {
  return domain.trim().toLowerCase().replace(/\.$/, '')
}

/** A domain and each that it lies in: `a.b.c`, `b.c`, `c`. */
export function domainsAbove(domain: string): string[] {
  const labels = domain.split('.')
  return labels.map((_, index) => labels.slice(index).join('.'))
}

/** A recipient as it is counted: mail hosts do not tell upper from lower case, and neither do limits. */
export function recipientOf({ to }: Message): string | undefined {
  return to === undefined || to === '' ? undefined : to.toLowerCase()
}
