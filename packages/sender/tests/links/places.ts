import { createHmac } from 'node:crypto'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Readable } from 'node:stream'
import { type ConfirmOptions, confirmHandler } from '@herald/sender'

const listen = async (server: Server): Promise<string> => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

export interface Call {
  operation: string
  input: Record<string, string>
}

/** Cognito's side of the wire: each code is good once, and wrong ones are answered as Cognito does. */
export async function cognitoPlace(secrets: Record<string, string> = {}) {
  const codes = new Set<string>()
  const confirmed = new Set<string>()
  const calls: Call[] = []
  const answer = ({ operation, input }: Call): [number, object] => {
    const refuse = (type: string, message: string): [number, object] => [400, { __type: type, message }]
    const secret = secrets[input.ClientId!]
    const hash =
      secret &&
      createHmac('sha256', secret)
        .update(input.Username! + input.ClientId!)
        .digest('base64')
    if (hash !== undefined && input.SecretHash !== hash) {
      return refuse(
        'NotAuthorizedException',
        `Client ${input.ClientId} is configured with secret but SECRET_HASH was not received`,
      )
    }
    if (operation === 'ConfirmSignUp' && confirmed.has(input.Username!)) {
      return refuse('NotAuthorizedException', 'User cannot be confirmed. Current status is CONFIRMED')
    }
    if (input.Username === 'busy')
      return refuse('LimitExceededException', 'Attempt limit exceeded, please try after some time.')
    if (!codes.has((input.ConfirmationCode ?? input.Code)!)) {
      return refuse('ExpiredCodeException', 'Invalid code provided, please request a code again.')
    }
    if (operation === 'ConfirmForgotPassword' && input.Password!.length < 8) {
      return refuse('InvalidPasswordException', 'Password did not conform with policy: Password not long enough')
    }
    codes.delete((input.ConfirmationCode ?? input.Code)!)
    if (operation === 'ConfirmSignUp') confirmed.add(input.Username!)
    return [200, {}]
  }
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    const operation = String(request.headers['x-amz-target']).split('.')[1]!
    const call = { operation, input: JSON.parse(Buffer.concat(chunks).toString()) }
    calls.push(call)
    const [status, body] = answer(call)
    response.writeHead(status, { 'content-type': 'application/x-amz-json-1.1' }).end(JSON.stringify(body))
  })
  return { url: await listen(server), codes, calls, close: () => server.close() }
}

/** The page behind a server, as an application has it. */
export async function pagePlace(options: ConfirmOptions) {
  const handle = confirmHandler(options)
  const server = createServer(async (request, response) => {
    const { method = 'GET', headers } = request
    const hasBody = method !== 'GET' && method !== 'HEAD'
    const answer = await handle(
      new Request(`http://${headers.host}${request.url}`, {
        method,
        headers: headers as Record<string, string>,
        ...(hasBody && { body: Readable.toWeb(request) as ReadableStream, duplex: 'half' as const }),
      }),
    )
    response.writeHead(answer.status, Object.fromEntries(answer.headers)).end(await answer.text())
  })
  return { url: await listen(server), close: () => server.close() }
}

const unescaped = (value: string) =>
  value.replace(
    /&(amp|lt|gt|quot|#39);/g,
    (_, name: string) => ({ amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" })[name]!,
  )

/** What a browser sends when the page's button is pressed, without JavaScript. */
export async function submit(
  link: string,
  page: string,
  typed: Record<string, string> = {},
  headers: Record<string, string> = {},
) {
  const action = /<form method="post" action="([^"]*)"/.exec(page)![1]!
  const fields = [...page.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g)].map(
    ([, name, value]) => [unescaped(name!), unescaped(value!)] as [string, string],
  )
  const body = new URLSearchParams([...fields, ...Object.entries(typed)])
  return fetch(new URL(action, link), { method: 'POST', body, redirect: 'manual', headers })
}
