/** The connections of the client of KMS for functions, to servers that write bytes of their own. */
import assert from 'node:assert/strict'
import { once } from 'node:events'
import { type AddressInfo, createServer, type Socket } from 'node:net'
import { describe, type TestContext, test } from 'node:test'
import { connectionsDuring, harmless, input, kmsClient, opened } from './kms-client.ts'

/** A server of bytes. @param each is told of every connection, whose errors do not matter. @returns its URL. */
async function serveBytes(t: TestContext, each: (socket: Socket) => void): Promise<string> {
  const sockets: Socket[] = []
  const server = createServer((socket) => {
    sockets.push(socket.on('error', () => {}))
    each(socket)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  t.after(() => {
    for (const socket of sockets) socket.destroy()
    server.close()
  })
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

describe('a kept connection', () => {
  test('whose answer is late is closed, and counts as an attempt', async (t) => {
    const closed: Promise<unknown>[] = []
    const body = JSON.stringify(opened.body)
    const url = await serveBytes(t, (socket) => {
      closed.push(once(socket, 'close'))
      socket.once('data', () => {
        socket.write(`HTTP/1.1 200 OK\r\ncontent-length: ${body.length}\r\n\r\n${body}`)
        socket.once('data', () => client.ring(3_000))
      })
    })
    const client = kmsClient(url)
    await client.decrypt()
    assert.equal((await client.decrypt()).KeyId, input.KeyId)
    await closed[0]
    assert.deepEqual([closed.length, client.pauses, client.pending()], [2, [20], []])
  })

  test('that was closed meanwhile costs no attempt and no pause', async (t) => {
    const url = await serveBytes(t, (socket) =>
      socket.once('data', () => {
        const body = JSON.stringify(opened.body)
        socket.write(`HTTP/1.1 200 OK\r\ncontent-length: ${body.length}\r\n\r\n${body}`)
        socket.on('data', () => socket.resetAndDestroy())
      }),
    )
    const client = kmsClient(url)
    const connections = await connectionsDuring(async () => {
      await Promise.all([client.decrypt(), client.decrypt()])
      for (let call = 0; call < 3; call++) assert.equal((await client.decrypt()).KeyId, input.KeyId)
    })
    assert.deepEqual([client.pauses, client.pending()], [[], []])
    assert.equal(connections, 5)
  })
})

describe('an answer', () => {
  test('that ends within itself is asked for again', async (t) => {
    const begun = `HTTP/1.1 200 OK\r\ncontent-length: 1000\r\n\r\n${JSON.stringify(opened.body)}`
    const url = await serveBytes(t, (socket) => socket.once('data', () => socket.end(begun)))
    const client = kmsClient(url)
    const { name, message } = await harmless(client.decrypt())
    assert.equal(name, 'TimeoutError')
    assert.match(message, /could not be reached: aborted\.$/)
    assert.deepEqual([client.pauses, client.pending()], [[20, 40], []])
  })

  test('that is not even HTTP is not quoted', async (t) => {
    const url = await serveBytes(t, (socket) =>
      socket.once('data', () => socket.end(`HTTP/9 ${opened.body.Plaintext}\r\n\r\n`)),
    )
    const client = kmsClient(url)
    const { message } = await harmless(client.decrypt())
    assert.match(message, /could not be reached: Parse Error/)
    assert.deepEqual([client.pauses, client.pending()], [[], []])
  })
})
