import type { Outcome } from '../provider.ts'

/** Codes of failures before a byte of the request has left: name resolution, connecting, the TLS handshake. */
const beforeSending =
  /^(ENOTFOUND|EAI_\w+|ECONNREFUSED|EHOSTUNREACH|EHOSTDOWN|ENETUNREACH|ENETDOWN|EADDRNOTAVAIL|EACCES|UND_ERR_CONNECT_TIMEOUT|EPROTO|CERT_\w+|DEPTH_ZERO_SELF_SIGNED_CERT|SELF_SIGNED_CERT_IN_CHAIN|UNABLE_TO_\w+|HOSTNAME_MISMATCH|ERR_TLS_\w+|ERR_SSL_\w+)$/

/**
 * What a rejected fetch means for the message. Where several addresses were tried, it was certainly not sent only if none
 * of the attempts got as far as that.
 * @param aborted the attempt's time was over.
 */
export function failureOfFetch(error: unknown, aborted: boolean): Extract<Outcome, { status: 'retry' | 'unknown' }> {
  const failures = failuresIn(error)
  const sent = failures.find((failure) => !isBeforeSending(failure))
  if (!sent) {
    const codes = [...new Set(failures.map(({ code }) => String(code ?? '')))].join(', ')
    return { status: 'retry', reason: `could not connect (${codes})` }
  }
  if (aborted) return { status: 'unknown', reason: 'no answer in time' }
  const code = String(sent.code ?? '')
  return { status: 'unknown', reason: /^[A-Z_]+$/.test(code) ? `connection broken (${code})` : 'connection broken' }
}

interface Failure {
  code?: unknown
  syscall?: unknown
  message?: unknown
}

const isBeforeSending = ({ code, syscall, message }: Failure) =>
  syscall === 'connect' ||
  beforeSending.test(String(code ?? '')) ||
  /before secure TLS connection/.test(String(message ?? ''))

/** Causes, or errors within errors, that are followed. */
const deepest = 5

/**
 * The system's errors inside one: fetch wraps them as causes, and there is one for each address that was tried (RFC 8305).
 * An error that tells nothing more stands for itself.
 */
function failuresIn(error: unknown, depth = 0): Failure[] {
  let at = error
  for (let step = depth; at instanceof Error && step < deepest; step++) {
    const { errors, code } = at as { errors?: unknown; code?: unknown }
    if (Array.isArray(errors) && errors.length > 0) return errors.flatMap((inner) => failuresIn(inner, step + 1))
    if (typeof code === 'string') return [at as Failure]
    at = at.cause
  }
  return [{}]
}
