import { connect, isIP, type Socket } from 'node:net'
import { connect as connectTls } from 'node:tls'

export interface SmtpConnectionOptions {
  host: string
  port: number
  /** TLS from the first byte. */
  secure: boolean
  /** A certificate authority of the user's own, PEM. */
  ca: string | undefined
  /** Milliseconds for the connection, with its TLS where that comes first. */
  timeoutMs: number
}

/** Nodemailer's word for a connection that it is given. */
interface Made {
  connection: Socket
  secured: boolean
}

/**
 * Makes the connection of one attempt in nodemailer's place, and ends it at once when the signal aborts: nodemailer itself looks
 * at a signal only since version 10, and an older one would go on to deliver a message that was reported as not sent.
 * @returns nodemailer's option `getSocket`. What it fails with has a code of Node's, as `ECONNREFUSED`, or `ETLS`.
 */
export function connectionFor({ host, port, secure, ca, timeoutMs }: SmtpConnectionOptions, signal: AbortSignal) {
  return (_options: unknown, done: (error: Error | null, made?: Made) => void): void => {
    if (signal.aborted) {
      done(new Error('aborted'))
      return
    }
    const socket: Socket = secure
      ? connectTls({ host, port, ...(isIP(host) ? {} : { servername: host }), ...(ca === undefined ? {} : { ca }) })
      : connect({ host, port })
    const close = () => void socket.destroy()
    const tooLate = () => void socket.destroy(Object.assign(new Error('no connection in time'), { code: 'ETIMEDOUT' }))
    signal.addEventListener('abort', close, { once: true })
    socket.once('close', () => signal.removeEventListener('abort', close))

    let failure = new Error('closed')
    // For good: older versions of nodemailer listen to no error of a connection that they are given.
    socket.on('error', (error: NodeJS.ErrnoException) => {
      failure = /^E[A-Z]+$/.test(error.code ?? '') ? error : Object.assign(error, { code: 'ETLS' })
    })
    const failed = () => done(failure)
    socket.once('close', failed)
    socket.setTimeout(timeoutMs, tooLate)
    socket.once(secure ? 'secureConnect' : 'connect', () => {
      socket.off('close', failed).off('timeout', tooLate).setTimeout(0)
      done(null, { connection: socket, secured: secure })
    })
  }
}
