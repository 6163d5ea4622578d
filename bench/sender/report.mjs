/** Tells the bench that a user's code is in the handler. */
import { Agent, request } from 'node:http'

const agent = new Agent({ keepAlive: true })

export function report(userName, code) {
  if (!/^\d{6}$/.test(code)) throw new Error('This is no code.')
  return new Promise((resolve, reject) => {
    const sent = request(`${process.env.REPORT_TO}/${encodeURIComponent(userName)}`, { agent, method: 'POST' })
    sent.on('response', (response) => response.resume().on('end', resolve))
    sent.on('error', reject)
    sent.end()
  })
}
