import { createHash, timingSafeEqual } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { type Inbox, rootOfTraceHeader } from '@herald/inbox'
import type { Credentials } from '@herald/local-aws/sts'
import type { Log } from './log.ts'
import { isLoopback, type StartOptions } from './options.ts'

export interface RunningSmtp {
  /** `127.0.0.1:1025` */
  address: string
  close(): Promise<void>
}

interface SmtpParts {
  inbox: Inbox
  credentials: Credentials
  /** Where the certificate is written for whoever wants to trust it. */
  certificateFile: string
  log: Log
}

/**
 * Starts SMTP capture beside the one port. Where its port is taken, Herald says so and goes on without it: undefined.
 * Off loopback a password is asked for: the token, or what a function of Herald's was given.
 */
export async function startSmtp(options: StartOptions, parts: SmtpParts): Promise<RunningSmtp | undefined> {
  const { credentials, log } = parts
  // Loaded here, so that other commands do not wait for it.
  const { createSmtpCapture } = await import('@herald/smtp')
  const { token } = options
  const knownUser = (user: string, password: string) => {
    const found = credentials.lookup(user, password)
    return found && !found.refusal ? found : undefined
  }
  const smtp = createSmtpCapture({
    inbox: parts.inbox,
    hosts: options.hosts.map((host) => host.replace(/:\d+$/, '')).filter((host) => /^[\w.-]+$/.test(host)),
    traceOf: (user, password) => rootOfTraceHeader(knownUser(user, password)?.traceId ?? undefined),
    onTrouble: (error) => log.error('Taking in a mail by SMTP', error),
    ...(!isLoopback(options.host) && {
      authenticate: (user: string, password: string) =>
        (token !== undefined && sameSecret(password, token)) || knownUser(user, password) !== undefined,
    }),
  })
  const host = options.host.replace(/^\[(.*)\]$/, '$1')
  try {
    const port = await smtp.listen({ host, port: options.smtpPort })
    await writeFile(parts.certificateFile, smtp.certificate)
    return { address: `${host.includes(':') ? `[${host}]` : host}:${port}`, close: () => smtp.close() }
  } catch (error) {
    await smtp.close()
    const { code } = error as NodeJS.ErrnoException
    // An address that is none of this machine's is told of by the one port, which cannot do without it.
    if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') return undefined
    const why = code === 'EADDRINUSE' ? 'is taken' : `cannot be listened on (${code})`
    log.warn(`Port ${options.smtpPort} ${why}, so mail by SMTP is not captured. Choose another one with --smtp-port.`)
    return undefined
  }
}

/** Compares in a time that does not depend on where the two differ. */
function sameSecret(one: string, other: string): boolean {
  const [a, b] = [one, other].map((text) => createHash('sha256').update(text).digest())
  return timingSafeEqual(a!, b!)
}
