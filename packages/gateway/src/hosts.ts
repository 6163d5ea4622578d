import { isIPv4, isIPv6 } from 'node:net'

/**
 * Whether a `Host` header names this machine as Herald is known: a loopback name or address, or one of `others`.
 * A web page that points a name of its own at 127.0.0.1 is caught here. Off loopback any IP address counts as well: a page
 * cannot make a browser send a foreign address as Host.
 */
export function isKnownHost(header: string | undefined, others: readonly string[], loopback: boolean): boolean {
  const name = hostName(header)
  if (name === undefined) return false
  if (isLoopbackName(name) || others.some((other) => hostName(other.toLowerCase()) === name)) return true
  return !loopback && (isIPv4(name) || isIPv6(name.replace(/^\[|\]$/g, '')))
}

/** The name in a `Host` header, in lower case and without port; undefined when it has not that form. */
export function hostName(header: string | undefined): string | undefined {
  const found = /^(\[[0-9a-f:.]{2,45}\]|[a-z0-9._-]{1,253}?)\.?(:\d{1,5})?$/i.exec(header ?? '')
  return Number(found?.[2]?.slice(1) ?? 0) <= 65_535 ? found?.[1]?.toLowerCase() : undefined
}

/** `localhost`, any name under it, 127.0.0.0/8 and `[::1]`. */
export function isLoopbackName(name: string): boolean {
  if (name === 'localhost' || name.endsWith('.localhost') || name === '[::1]') return true
  return isIPv4(name) && name.startsWith('127.')
}
