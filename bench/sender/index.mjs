/** The bench's sender: decrypts with the AWS Encryption SDK, as the documents do, and tells the bench that it has the code. */
import { Agent, request } from 'node:http'
import { buildClient, CommitmentPolicy, KmsKeyringNode } from '@aws-crypto/client-node'

const { decrypt } = buildClient(CommitmentPolicy.REQUIRE_ENCRYPT_ALLOW_DECRYPT)
const keyring = new KmsKeyringNode({ keyIds: [process.env.KEY_ARN] })
const agent = new Agent({ keepAlive: true })

export const handler = async (event) => {
  const { plaintext } = await decrypt(keyring, Buffer.from(event.request.code, 'base64'))
  if (!/^\d{6}$/.test(plaintext.toString())) throw new Error('This is no code.')
  await new Promise((resolve, reject) => {
    const report = request(`${process.env.REPORT_TO}/${encodeURIComponent(event.userName)}`, { agent, method: 'POST' })
    report.on('response', (response) => response.resume().on('end', resolve))
    report.on('error', reject)
    report.end()
  })
}
