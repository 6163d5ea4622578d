const isLocal = (hostname: string) => /^(localhost|127\.0\.0\.1|\[::1\])$/.test(hostname)

function parsed(address: string): URL | undefined {
  try {
    return new URL(address)
  } catch {
    return undefined
  }
}

/**
 * The address to go to afterwards, if it is one of those allowed: of the same origin, its path the same or below. What is
 * relative, has a user name in it, or is not `https:` (`http:` on the own machine) is never allowed, so that no link of
 * ours leads to a stranger's page.
 * @param allow absolute addresses: `https://app.example.com/welcome` allows that path, its query, and what is below it
 */
export function allowedRedirect(wanted: string | undefined, allow: readonly string[]): string | undefined {
  const url = wanted === undefined || wanted.length > 2048 ? undefined : parsed(wanted)
  if (url === undefined || url.username !== '' || url.password !== '') return undefined
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && isLocal(url.hostname))) return undefined
  // An encoded dot or slash is a path of its own to the parser, but not to every server.
  if (/%2e|%2f|%5c/i.test(url.pathname)) return undefined
  const found = allow.some((entry) => {
    const known = parsed(entry)
    if (known === undefined || known.origin !== url.origin) return false
    return url.pathname === known.pathname || url.pathname.startsWith(`${known.pathname.replace(/\/$/, '')}/`)
  })
  return found ? url.href : undefined
}
