/**
 * A provider's base URL, checked when the provider is made.
 * @param given the user's own: a proxy, a test's server, a regional host. Must be https, unless it is of this machine.
 * @param allowHttp lets http through to any host.
 * @throws {TypeError} when it is no such URL. The message does not repeat it, since URLs hold credentials.
 */
export function baseUrl(given: string | undefined, usual: string, allowHttp = false): string {
  const text = given ?? usual
  let url: URL
  try {
    url = new URL(text)
  } catch {
    throw new TypeError('baseUrl is not a URL')
  }
  if (url.username || url.password) throw new TypeError('baseUrl must not hold a user name or password')
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && (allowHttp || isLoopback(url.hostname)))) {
    throw new TypeError('baseUrl must begin with https://, unless it is of this machine (localhost, 127.0.0.1, [::1])')
  }
  return text.replace(/\/+$/, '')
}

/** Whether a host name means this machine. */
export function isLoopback(hostname: string): boolean {
  return /^(localhost|.+\.localhost|127(\.\d{1,3}){3}|\[::1\])$/.test(hostname)
}
