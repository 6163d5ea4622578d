// Speaks the Lambda Runtime API. It takes node:http before the function's code can change it.
import { Agent, request } from 'node:http'

const PREFIX = '/2018-06-01/runtime'

/**
 * @param {string} address host and port
 * @param {string} token tells this process from others on the machine
 */
export function createRuntimeClient(address, token) {
  const [host, port] = address.split(':')
  const agent = new Agent({ keepAlive: true, maxSockets: 2 })

  function call(method, path, body, headers = {}) {
    return new Promise((resolve, reject) => {
      const sent = request(
        { host, port, method, path: PREFIX + path, agent, headers: { ...headers, 'x-herald-sandbox': token } },
        (response) => {
          const chunks = []
          response.on('data', (chunk) => chunks.push(chunk))
          response.on('end', () =>
            resolve({ status: response.statusCode, headers: response.headers, body: Buffer.concat(chunks) }),
          )
          response.on('error', reject)
        },
      )
      sent.on('error', reject)
      sent.end(body)
    })
  }

  const reportHeaders = (report) => ({
    'content-type': 'application/json',
    'lambda-runtime-function-error-type': encodeURI(String(report.errorType)).slice(0, 256),
  })

  /** The invocation that came as the answer to a response. */
  let come

  return {
    async next() {
      const { status, headers, body } = come ?? (await call('GET', '/invocation/next'))
      come = undefined
      if (status !== 200) throw new Error(`The runtime API answered ${status}.`)
      return {
        id: headers['lambda-runtime-aws-request-id'],
        deadline: Number(headers['lambda-runtime-deadline-ms']),
        arn: headers['lambda-runtime-invoked-function-arn'],
        trace: headers['lambda-runtime-trace-id'],
        clientContext: headers['lambda-runtime-client-context'],
        body,
      }
    },
    /** Answers an invocation, and asks for the next in the same breath: it resolves once that is there. */
    async respond(id, text) {
      const headers = { 'content-type': 'application/json', 'x-herald-next': 'yes' }
      const answer = await call('POST', `/invocation/${id}/response`, text, headers)
      if (answer.headers['lambda-runtime-aws-request-id']) come = answer
    },
    fail: (id, report) => call('POST', `/invocation/${id}/error`, JSON.stringify(report), reportHeaders(report)),
    failInit: (report) => call('POST', '/init/error', JSON.stringify(report), reportHeaders(report)),
  }
}
