import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { type Delivery, type Inbox, readMail } from '@herald/inbox'
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server'
import { selfSigned } from './certificate.ts'

export interface SmtpCaptureOptions {
  inbox: Pick<Inbox, 'captured'>
  /**
   * Whether credentials are good. Without it any are taken, and none are needed; with it they are needed, and only go over TLS.
   */
  authenticate?: (user: string, password: string) => boolean
  /** The trace root that a user works on at this moment, for users that Herald knows: functions. */
  traceOf?: (user: string, password: string) => string | undefined
  /** Host names beside `localhost` that the certificate is for. */
  hosts?: readonly string[]
  /** Told of what went wrong here; clients that go away or speak wrongly are no trouble. */
  onTrouble?: (error: unknown) => void
}

export interface SmtpCapture {
  /** In PEM: who trusts it can demand TLS. New at each start. */
  readonly certificate: string
  /** @returns the port. @throws {Error} with the system's code where the address cannot be listened on. */
  listen(address: { host: string; port: number }): Promise<number>
  /** Ends connections, and waits for mails that are being taken in. */
  close(): Promise<void>
}

/** What SES takes in one mail. Bytes. */
const LARGEST_MAIL = 40 * 1024 * 1024
const MOST_RECIPIENTS = 100
const MOST_CLIENTS = 100

interface Login {
  user: string
  password: string
}

/** An SMTP server whose mail all lands in the inbox: STARTTLS with a certificate of its own, AUTH PLAIN and LOGIN. */
export function createSmtpCapture(options: SmtpCaptureOptions): SmtpCapture {
  const { certificate, key } = selfSigned(Date.now(), options.hosts)
  const { authenticate } = options
  const server = new SMTPServer({
    name: 'herald',
    banner: 'Herald captures everything',
    cert: certificate,
    key,
    size: LARGEST_MAIL,
    rejectOversized: true,
    maxRecipients: MOST_RECIPIENTS,
    maxClients: MOST_CLIENTS,
    authMethods: ['PLAIN', 'LOGIN'],
    authOptional: authenticate === undefined,
    allowInsecureAuth: authenticate === undefined,
    disableReverseLookup: true,
    logger: false,
    closeTimeout: 3000,
    onAuth({ username = '', password }, _session, done) {
      const login: Login = { user: username, password: password ?? '' }
      if (authenticate && !authenticate(login.user, login.password))
        return done(refusal(535, 'The password must be the token that Herald was started with.'))
      done(null, { user: login })
    },
    onData(stream, session, done) {
      take(stream, session).then(
        (id) => done(null, `Captured as ${id}`),
        (error) => {
          if (!(error as { responseCode?: number }).responseCode) options.onTrouble?.(error)
          done(
            (error as { responseCode?: number }).responseCode
              ? (error as Error)
              : refusal(451, 'Herald could not take this mail in, and says why on its own output.'),
          )
        },
      )
    },
  })
  // A connection that breaks or speaks no TLS is the client's matter.
  server.on('error', () => {})

  async function take(stream: SMTPServerDataStream, session: SMTPServerSession): Promise<string> {
    const mail = await readMail(await wholeOf(stream))
    if (!mail) throw refusal(554, 'The mail has no headers, or cannot be read as MIME.')
    const { mailFrom, rcptTo } = session.envelope
    const { recipients: _, from = mailFrom ? mailFrom.address : undefined, ...content } = mail
    const login = session.user as Login | undefined
    const traceRoot = login && options.traceOf?.(login.user, login.password)
    const delivery: Delivery = {
      channel: 'email',
      provider: 'SMTP',
      to: [...new Set(rcptTo.map(({ address }) => address))].join(', '),
      ...(from && { from }),
      ...content,
      ...(traceRoot !== undefined && { traceRoot }),
    }
    return options.inbox.captured(delivery)
  }

  return {
    certificate,
    async listen({ host, port }) {
      const listening = server.listen(port, host)
      await once(listening, 'listening')
      return (listening.address() as AddressInfo).port
    },
    close: () => new Promise((done) => server.close(() => done())),
  }
}

/** @throws {Error} a refusal, for a mail that is too large or whose client went away. */
async function wholeOf(stream: SMTPServerDataStream): Promise<Buffer> {
  const chunks: Buffer[] = []
  try {
    for await (const chunk of stream as AsyncIterable<Buffer>) if (!stream.sizeExceeded) chunks.push(chunk)
  } catch {
    throw refusal(451, 'The mail did not come in full.')
  }
  if (stream.sizeExceeded) throw refusal(552, `The mail is larger than ${LARGEST_MAIL} bytes.`)
  return Buffer.concat(chunks)
}

function refusal(responseCode: number, message: string): Error {
  return Object.assign(new Error(message), { responseCode })
}
