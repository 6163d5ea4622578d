import { type ClientRequest, Agent as HttpAgent, request as httpRequest, type IncomingHttpHeaders } from 'node:http'
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https'
import { answerMs, connectMs } from '../decrypt/kms-client-config.ts'
import type { Timer } from '../delivery/timer.ts'
import type { KmsEndpoint } from './kms-endpoint.ts'
import { type ConnectionError, connectionFailure, KmsFailure, lateFailure, wasLost } from './kms-failure.ts'

export interface KmsAnswer {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly body: string
}

/** KMS's own answers have some 400 bytes. */
const mostBytes = 65_536

/**
 * Makes what calls one KMS, over connections that are kept.
 * @returns a function that sends one request; its headers are names and values in turn, `host` and `content-length` among
 * them. It throws a `KmsFailure` when no answer comes in time, or not a whole one.
 */
export function kmsCaller(
  { secure, hostname, port, path, host }: KmsEndpoint,
  timer: Timer,
): (headers: string[], body: string) => Promise<KmsAnswer> {
  const agent = secure ? new HttpsAgent({ keepAlive: true }) : new HttpAgent({ keepAlive: true })
  const start = secure ? httpsRequest : httpRequest
  const options = { agent, hostname, port, path, method: 'POST' }

  return (headers, body) =>
    new Promise((resolve, reject) => {
      let call: ClientRequest
      let ended = false
      let connected = () => {}
      const end = () => {
        ended = true
        connected()
        cancel()
      }
      const giveUp = (failure: KmsFailure) => {
        end()
        reject(failure)
        call.destroy()
      }
      const send = () => {
        let answered = false
        call = start({ ...options, headers })
        const failed = (error: ConnectionError) => {
          if (ended) return
          // A kept connection was closed while the container slept. Decrypting twice would do no harm.
          if (!answered && call.reusedSocket && wasLost(error)) return send()
          giveUp(connectionFailure(host, error))
        }
        call.on('error', failed)
        call.on('socket', (socket) => {
          if (!socket.connecting) return
          connected = timer(connectMs, () => giveUp(lateFailure(host, 'connection', connectMs)))
          socket.once('connect', connected)
        })
        call.on('response', (response) => {
          answered = true
          const chunks: Buffer[] = []
          let size = 0
          response.on('error', failed)
          response.on('data', (chunk: Buffer) => {
            size += chunk.length
            chunks.push(chunk)
            if (size > mostBytes) giveUp(new KmsFailure('Error', `The answer of KMS has more than ${mostBytes} bytes.`))
          })
          response.on('end', () => {
            end()
            resolve({ status: response.statusCode!, headers: response.headers, body: Buffer.concat(chunks).toString() })
          })
        })
        call.end(body)
      }
      send()
      const cancel = timer(answerMs, () => giveUp(lateFailure(host, 'answer', answerMs)))
    })
}
