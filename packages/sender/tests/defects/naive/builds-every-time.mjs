import { buildClient, CommitmentPolicy, KmsKeyringNode } from '@aws-crypto/client-node'
import { GetParameterCommand, SSMClient } from '@aws-sdk/client-ssm'
import { sendMail } from './send-mail.mjs'

export const handler = async (event) => {
  const ssm = new SSMClient({})
  const { Parameter } = await ssm.send(new GetParameterCommand({ Name: '/auth/mail', WithDecryption: true }))
  const { decrypt } = buildClient(CommitmentPolicy.REQUIRE_ENCRYPT_ALLOW_DECRYPT)
  const keyring = new KmsKeyringNode({ keyIds: [process.env.KEY_ARN] })
  const { plaintext } = await decrypt(keyring, Buffer.from(event.request.code, 'base64'))
  const mail = { to: event.request.userAttributes.email, subject: 'Your code', text: `Your code is ${plaintext}` }
  await sendMail(mail, Parameter.Value)
}
