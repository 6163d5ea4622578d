import type { Outcome } from '../provider.ts'

/** Codes of failures before a byte of the request has left: name resolution, connecting, the TLS handshake. */
const beforeSending =
  /^(ENOTFOUND|EAI_\w+|ECONNREFUSED|EHOSTUNREACH|EHOSTDOWN|ENETUNREACH|ENETDOWN|EADDRNOTAVAIL|EACCES|UND_ERR_CONNECT_TIMEOUT|EPROTO|CERT_\w+|DEPTH_ZERO_SELF_SIGNED_CERT|SELF_SIGNED_CERT_IN_CHAIN|UNABLE_TO_\w+|HOSTNAME_MISMATCH|ERR_TLS_\w+|ERR_SSL_\w+)$/

/**
 * What a rejected fetch means for the message.
 * @param aborted the attempt's time was over.
 */
export function failureOfFetch(error: unknown, aborted: boolean): Extract<Outcome, { status: 'retry' | 'unknown' }> {
  const cause = chain(error).find(({ code }) => typeof code === 'string')
  const code = String(cause?.code ?? '')
  const inHandshake = /before secure TLS connection/.test(String(cause?.message ?? ''))
  if (inHandshake || beforeSending.test(code) || cause?.syscall === 'connect')
    return { status: 'retry', reason: `could not connect (${code})` }
  if (aborted) return { status: 'unknown', reason: 'no answer in time' }
  return { status: 'unknown', reason: /^[A-Z_]+$/.test(code) ? `connection broken (${code})` : 'connection broken' }
}

/** An error and its causes: fetch wraps the system's error, and that may be one for each address that was tried. */
function chain(error: unknown): (Error & { code?: unknown; syscall?: unknown })[] {
  const found: Error[] = []
  for (let at = error; at instanceof Error && found.length < 5; at = at.cause) found.push(at)
  return found
}
