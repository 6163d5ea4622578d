/**
 * The documentation's handler with what ours gives besides, done by hand: the same e-mail with its HTML part, a connection of its own
 * for each message (one that died while the container slept would lose it) with a time limit, a line of log and one of metrics.
 * MAIL is a file with the parts of our e-mail for the code 000000.
 */
require('aws-sdk')
const { readFileSync } = require('node:fs')
const base64 = require('base64-js')
const { buildClient, CommitmentPolicy, KmsKeyringNode } = require('@aws-crypto/client-node')

const { decrypt } = buildClient(CommitmentPolicy.REQUIRE_ENCRYPT_ALLOW_DECRYPT)
const keyring = new KmsKeyringNode({ generatorKeyId: process.env.KEY_ARN, keyIds: [process.env.KEY_ARN] })
const mail = JSON.parse(readFileSync(process.env.MAIL, 'utf8'))

exports.handler = async (event, { awsRequestId }) => {
  const began = Date.now()
  const { plaintext } = await decrypt(keyring, base64.toByteArray(event.request.code))
  const code = plaintext.toString()
  const response = await fetch(`${process.env.PROVIDER_URL}/emails`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: 'Bearer re_bench', connection: 'close' },
    signal: AbortSignal.timeout(4000),
    body: JSON.stringify({
      from: 'Acme <no-reply@acme.dev>',
      to: [event.request.userAttributes.email],
      subject: mail.subject,
      text: mail.text.replaceAll('000000', code),
      html: mail.html.replaceAll('000000', code),
    }),
  })
  const { id } = await response.json()
  const latencyMs = Date.now() - began
  console.log(JSON.stringify({ level: 'info', message: 'sent', requestId: awsRequestId, id, latencyMs }))
  const Metrics = [
    { Name: 'Accepted', Unit: 'Count' },
    { Name: 'LatencyMs', Unit: 'Milliseconds' },
  ]
  const CloudWatchMetrics = [{ Namespace: 'Bench', Dimensions: [['channel']], Metrics }]
  console.log(
    JSON.stringify({ _aws: { Timestamp: Date.now(), CloudWatchMetrics }, channel: 'email', Accepted: 1, LatencyMs: latencyMs }),
  )
}
