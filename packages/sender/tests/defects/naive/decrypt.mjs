// What all of these handlers get right: AWS's Encryption SDK, made once.
import { buildClient, CommitmentPolicy, KmsKeyringNode } from '@aws-crypto/client-node'

const { decrypt } = buildClient(CommitmentPolicy.REQUIRE_ENCRYPT_ALLOW_DECRYPT)
const keyring = new KmsKeyringNode({ keyIds: [process.env.KEY_ARN] })

export async function decryptCode(code) {
  const { plaintext } = await decrypt(keyring, Buffer.from(code, 'base64'))
  return plaintext.toString('utf8')
}
