import assert from 'node:assert/strict'
import { X509Certificate } from 'node:crypto'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { test } from 'node:test'
import { connect, createServer } from 'node:tls'
import { selfSigned } from '@herald/smtp'

test('the certificate is signed by its own key, for loopback names, for a year', () => {
  const now = Date.parse('2026-09-01T12:00:00Z')
  const read = new X509Certificate(selfSigned(now, ['herald.internal']).certificate)
  assert.ok(read.verify(read.publicKey))
  assert.equal(read.subject, 'CN=Herald SMTP capture')
  assert.equal(read.ca, false)
  assert.equal(
    read.subjectAltName,
    'DNS:localhost, DNS:herald.internal, IP Address:127.0.0.1, IP Address:0:0:0:0:0:0:0:1',
  )
  assert.equal(read.validFromDate.toISOString(), '2026-08-31T12:00:00.000Z')
  assert.equal(read.validToDate.toISOString(), '2027-09-01T12:00:00.000Z')
})

test('no two are alike', () => {
  const [one, other] = [selfSigned(0), selfSigned(0)].map(({ certificate }) => new X509Certificate(certificate))
  assert.notEqual(one?.serialNumber, other?.serialNumber)
})

for (const host of ['localhost', '127.0.0.1'])
  test(`a client that trusts it verifies ${host}, and one that does not refuses it`, async (t) => {
    const { certificate, key } = selfSigned(Date.now())
    const server = createServer({ cert: certificate, key }, (socket) => socket.end())
    server.on('tlsClientError', () => {})
    server.listen(0, '127.0.0.1')
    await once(server, 'listening')
    t.after(() => server.close())
    const { port } = server.address() as AddressInfo
    const trusting = connect({ host, port, ca: certificate, family: 4 } as object)
    await once(trusting, 'secureConnect')
    assert.equal(trusting.authorized, true)
    trusting.destroy()
    const stranger = connect({ host, port, family: 4 } as object)
    const [error] = (await once(stranger, 'error')) as [NodeJS.ErrnoException]
    assert.match(String(error.code), /SELF_SIGNED|UNABLE_TO_VERIFY/)
  })
