import type { Outcome, Provider } from '../provider.ts'
import { resolveSecretish, type Secretish } from '../secretish.ts'
import { loadSdk } from './aws-call.ts'
import { domainOf, isOneAddress, type MailOptions, parseMailAddress, subjectOf } from './mail-address.ts'
import { notBegun } from './not-begun.ts'
import { outcomeOfSmtp, type SmtpError } from './outcome-of-smtp.ts'
import { connectionFor } from './smtp-connection.ts'
import { isLoopback } from './url-of.ts'

export interface SmtpOptions extends Omit<MailOptions, 'baseUrl'> {
  host: string
  /** Default 465 with `secure`, else 587. */
  port?: number
  /** TLS from the first byte. Default: for port 465. */
  secure?: boolean
  /** Sends nothing before STARTTLS has succeeded. Default true, except for this machine. */
  requireTls?: boolean
  user?: string
  password?: Secretish
  /** What the server is greeted with. Default: the machine's name. */
  clientName?: string
  /** A certificate authority of your own, PEM. */
  ca?: string
  headers?: Readonly<Record<string, string>>
  /** Milliseconds for the connection, and again for the greeting. Default 3000: less than an attempt has. */
  connectTimeoutMs?: number
}

/**
 * Sends e-mail by an SMTP server, with the package `nodemailer` (6 or later). Each message has a connection of its own, since
 * a function that is frozen between messages loses those that it keeps. Where time runs out, the connection is closed: a
 * message that was not written to its end is not sent any more, and its outcome is `retry`; else it is `unknown`.
 *
 * `Message-ID` follows from the idempotency key, so that two copies of a message are known as one.
 * @see https://nodemailer.com/smtp
 * @throws {TypeError} when `from` or `replyTo` is malformed.
 * @throws {SenderError} from `send` and `check`, when `nodemailer` is not installed.
 */
export function smtp(options: SmtpOptions): Provider {
  const { from, replyTo, host } = options
  for (const address of [from, replyTo]) if (address !== undefined) parseMailAddress(address)
  const secure = options.secure ?? options.port === 465
  const requireTLS = options.requireTls ?? !isLoopback(host === '::1' ? '[::1]' : host)

  async function open(signal: AbortSignal, log: (entry: unknown) => void) {
    const { createTransport } = await loadSdk('nodemailer', () => import('nodemailer'))
    const { user, password, ca, clientName, connectTimeoutMs = 3000 } = options
    const pass = password === undefined ? '' : await resolveSecretish(password)
    const port = options.port ?? (secure ? 465 : 587)
    return createTransport({
      host,
      port,
      secure,
      requireTLS,
      getSocket: connectionFor({ host, port, secure, ca, timeoutMs: connectTimeoutMs }, signal),
      greetingTimeout: connectTimeoutMs,
      // Ends a connection whose message was answered, and which the server leaves open.
      socketTimeout: 60_000,
      // A message is text that somebody may have had a say in: no part of it makes the function open a file or a URL.
      disableFileAccess: true,
      disableUrlAccess: true,
      logger: { level: () => {}, trace: log, debug: log, info: log, warn: log, error: log, fatal: log },
      ...(user === undefined ? {} : { auth: { user, pass } }),
      ...(clientName === undefined ? {} : { name: clientName }),
      ...(ca === undefined ? {} : { tls: { ca } }),
    })
  }

  return {
    name: 'smtp',
    channels: ['email'],

    async send(to, body, _message, { key, signal }) {
      if (!isOneAddress(to)) return { status: 'drop', reason: 'the recipient is not one e-mail address' }
      if (signal.aborted) return notBegun
      // Nodemailer logs that the whole message has been written; before that, the server cannot have accepted it.
      let left = false
      const notice = (entry: unknown) => {
        left ||= typeof entry === 'object' && entry !== null && 'outByteCount' in entry
      }
      const transport = await open(signal, notice)
      const abort = onAbort(signal)
      try {
        const mail = {
          from,
          to,
          ...(replyTo === undefined ? {} : { replyTo }),
          subject: subjectOf(body),
          text: body.text,
          ...(body.html === undefined ? {} : { html: body.html }),
          messageId: `<${key.slice(0, 40)}@${domainOf(from)}>`,
          headers: { 'Auto-Submitted': 'auto-generated', ...options.headers },
        }
        const { messageId } = await Promise.race([transport.sendMail(mail), abort.happened])
        return { status: 'accepted', id: messageId }
      } catch (error) {
        return outcomeOfSmtp(error as SmtpError, { left, aborted: signal.aborted })
      } finally {
        abort.stop()
      }
    },

    async check({ signal }) {
      const transport = await open(signal, () => {})
      const abort = onAbort(signal)
      try {
        await Promise.race([transport.verify(), abort.happened])
        return { ok: true }
      } catch (error) {
        const outcome: Outcome = outcomeOfSmtp(error as SmtpError, { left: false, aborted: signal.aborted })
        return { ok: false, detail: 'reason' in outcome ? outcome.reason : 'refused' }
      } finally {
        abort.stop()
      }
    },
  }
}

/** Rejects when the signal aborts: nodemailer need not notice that its connection is gone, nor has it one yet, perhaps. */
function onAbort(signal: AbortSignal): { happened: Promise<never>; stop: () => void } {
  let stop = () => {}
  const happened = new Promise<never>((_resolve, reject) => {
    const abort = () => reject(new Error('aborted'))
    signal.addEventListener('abort', abort, { once: true })
    stop = () => signal.removeEventListener('abort', abort)
    if (signal.aborted) abort()
  })
  happened.catch(() => {})
  return { happened, stop }
}
