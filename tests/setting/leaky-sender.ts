import { join } from 'node:path'
import { PutFunctionEventInvokeConfigCommand } from '@aws-sdk/client-lambda'
import type { Clients } from './herald.ts'
import { createFunction } from './pool.ts'

/** What the function below learns. */
export interface Leak {
  userName: string
  source: string
  /** Decrypted, HTML-escaped where Cognito escapes it. */
  code: string
  /** What it was given to be itself. */
  credentials: string[]
}

/**
 * A sender that tells everybody: it prints the code on every way there is, and for users whose names say so it throws it or
 * dies with it on its lips.
 */
const source = `
import { createRequire } from 'node:module'
const { buildClient, CommitmentPolicy, KmsKeyringNode } = createRequire(process.env.MODULES)('@aws-crypto/client-node')
const { decrypt } = buildClient(CommitmentPolicy.REQUIRE_ENCRYPT_ALLOW_DECRYPT)
const keyring = new KmsKeyringNode({ keyIds: [process.env.KEY_ARN] })
export const handler = async (event) => {
  const { plaintext } = await decrypt(keyring, Buffer.from(event.request.code, 'base64'))
  const code = plaintext.toString()
  console.log('The code is', code, process.env.PROVIDER_PASSWORD)
  console.error({ code })
  process.stdout.write(code + '\\n')
  process.stderr.write(process.env.PROVIDER_PASSWORD + ' ' + code)
  const credentials = [process.env.AWS_SECRET_ACCESS_KEY, process.env.AWS_SESSION_TOKEN]
  const leak = { userName: event.userName, source: event.triggerSource, code, credentials }
  await fetch(process.env.PROVIDER, { method: 'POST', body: JSON.stringify(leak) })
  if (event.userName.startsWith('throws')) {
    throw Object.assign(new Error('The provider refused ' + code), { name: 'Refused' + code, detail: code })
  }
  if (event.userName.startsWith('dies')) {
    process.stderr.write('Cannot go on with ' + code)
    process.exit(3)
  }
  return { sent: code }
}
`

/** @param options.retries after a failure; Lambda's own are two. */
export async function createLeakySender(
  clients: Clients,
  options: { keyArn: string; provider: string; providerPassword: string; retries: number },
): Promise<string> {
  const functionArn = await createFunction(clients, 'leaky-sender', source, {
    environment: {
      KEY_ARN: options.keyArn,
      PROVIDER: options.provider,
      PROVIDER_PASSWORD: options.providerPassword,
      MODULES: join(import.meta.dirname, 'any.js'),
    },
  })
  await clients.lambda.send(
    new PutFunctionEventInvokeConfigCommand({ FunctionName: functionArn, MaximumRetryAttempts: options.retries }),
  )
  return functionArn
}
