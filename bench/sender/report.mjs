/** Tells the bench that a user's code is in the handler: a line on one kept connection, for its cost is measured along. */
import { connect } from 'node:net'

const { hostname, port } = new URL(process.env.REPORT_TO)
const socket = connect(Number(port), hostname).setNoDelay(true).unref()

export function report(userName, code) {
  if (!/^\d{6}$/.test(code)) throw new Error('This is no code.')
  return new Promise((resolve, reject) => {
    socket.write(`${userName}\n`, (error) => (error ? reject(error) : resolve()))
  })
}
