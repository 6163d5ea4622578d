import { hash, timingSafeEqual } from 'node:crypto'
import type { Clock, Randomness } from '@herald/environment'
import type { Caller } from '@herald/protocol'
import { createCredentialText } from './credential-text.ts'

/** Keys that Herald gave out itself. They live in memory: a restart ends them, as it ends the functions that hold them. */
export interface IssuedCredentials {
  /** `ASIA` and 16 more characters. */
  readonly accessKeyId: string
  readonly secretAccessKey: string
  /** Unguessable; without it the access key is worth nothing. */
  readonly sessionToken: string
  /** Ends the credentials at once. */
  revoke(): void
}

export interface FunctionSession {
  readonly roleArn: string
  readonly functionArn: string
  readonly functionName: string
  readonly sandboxId: string
  /** The trace of the invocation that the sandbox works on at this moment. */
  readonly currentTraceId: () => string | undefined
}

/** What a request's credentials say. */
export type Lookup =
  /** Issued here, and the token is right. */
  | { readonly caller: Caller; readonly traceId?: string | undefined; readonly refusal?: undefined }
  /** Issued here, but the token is wrong or the time is over: the request is to be refused with this error. */
  | { readonly refusal: 'UnrecognizedClientException' | 'ExpiredTokenException'; readonly message: string }

export interface Credentials {
  /** For one sandbox of the local Lambda: its calls come from the function's role, and join the trace it works on. */
  issueForFunction(session: FunctionSession): IssuedCredentials
  /**
   * For a part of Herald that acts as an AWS service. Its requests may say for which resource and account they act,
   * in the headers `x-amz-source-arn` and `x-amz-source-account`; from anybody else those headers mean nothing.
   */
  issueForService(session: { service: string }): IssuedCredentials
  /** For somebody who assumed a role or asked for a session. @param lifetime milliseconds */
  issueSession(arn: string, lifetime: number): IssuedCredentials & { readonly expiresAt: number }
  /**
   * Who stands behind an access key; undefined when Herald did not issue it.
   * @param headers lower-case names
   */
  lookup(
    accessKeyId: string,
    sessionToken: string | undefined,
    headers?: Readonly<Record<string, string | readonly string[] | undefined>>,
  ): Lookup | undefined
}

/** Sessions that people asked for are many and forgotten; the oldest give way. */
const SESSION_LIMIT = 10_000

interface Entry {
  readonly tokenDigest: Buffer
  readonly caller: (header: (name: string) => string | undefined) => Caller
  readonly traceId?: () => string | undefined
  readonly expiresAt?: number
}

/** The directory of credentials that this process issued. */
export function createCredentials(environment: { random: Randomness; clock: Clock }): Credentials {
  const { random, clock } = environment
  const text = createCredentialText(random)
  const entries = new Map<string, Entry>()
  const sessions = new Set<string>()

  function issue(entryFor: (accessKeyId: string) => Omit<Entry, 'tokenDigest'>): IssuedCredentials {
    const accessKeyId = text.accessKeyId()
    const sessionToken = text.sessionToken()
    entries.set(accessKeyId, { ...entryFor(accessKeyId), tokenDigest: digest(sessionToken) })
    return {
      accessKeyId,
      secretAccessKey: text.secretAccessKey(),
      sessionToken,
      revoke() {
        entries.delete(accessKeyId)
        sessions.delete(accessKeyId)
      },
    }
  }

  return {
    issueForFunction({ roleArn, functionArn, functionName, sandboxId, currentTraceId }) {
      const caller: Caller = {
        kind: 'function',
        arn: sessionArn(roleArn, functionName),
        roleArn,
        functionArn,
        sandboxId,
      }
      return issue(() => ({ caller: () => caller, traceId: currentTraceId }))
    },

    issueForService({ service }) {
      return issue(() => ({
        caller: (header) => {
          const sourceArn = header('x-amz-source-arn')
          const sourceAccount = header('x-amz-source-account')
          return {
            kind: 'service',
            service,
            ...(sourceArn === undefined ? {} : { sourceArn }),
            ...(sourceAccount === undefined ? {} : { sourceAccount }),
          }
        },
      }))
    },

    issueSession(arn, lifetime) {
      const expiresAt = clock.now() + lifetime
      for (const accessKeyId of sessions) {
        if (sessions.size < SESSION_LIMIT) break
        sessions.delete(accessKeyId)
        entries.delete(accessKeyId)
      }
      const issued = issue((accessKeyId) => ({ caller: () => ({ kind: 'account', arn, accessKeyId }), expiresAt }))
      sessions.add(issued.accessKeyId)
      return { ...issued, expiresAt }
    },

    lookup(accessKeyId, sessionToken, headers = {}) {
      const entry = entries.get(accessKeyId)
      if (!entry) return undefined
      if (!timingSafeEqual(entry.tokenDigest, digest(sessionToken ?? ''))) {
        return {
          refusal: 'UnrecognizedClientException',
          message: 'The security token included in the request is invalid.',
        }
      }
      if (entry.expiresAt !== undefined && entry.expiresAt <= clock.now()) {
        return { refusal: 'ExpiredTokenException', message: 'The security token included in the request is expired' }
      }
      const header = (name: string) => {
        const value = headers[name]
        return typeof value === 'string' ? value : value?.[0]
      }
      return { caller: entry.caller(header), traceId: entry.traceId?.() }
    },
  }
}

const ROLE = /^arn:([\w-]+):iam::(\d{12}):role\/(?:.*\/)?([^/]+)$/

/** The ARN of a role's session: `arn:aws:sts::<account>:assumed-role/<role, without its path>/<session>`. */
export function sessionArn(roleArn: string, sessionName: string): string {
  const role = ROLE.exec(roleArn)
  return role ? `arn:${role[1]}:sts::${role[2]}:assumed-role/${role[3]}/${sessionName}` : roleArn
}

function digest(text: string): Buffer {
  return hash('sha256', text, 'buffer')
}
