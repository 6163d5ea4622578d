import { join } from 'node:path'
import type { Clients } from './herald.ts'
import { createFunction, createKey, createPool, type PoolSetting, senders } from './pool.ts'

/** What the sender below tells its provider. */
export interface Report {
  userName: string
  source: string
  /** Decrypted. */
  code: string
}

/**
 * A custom sender as people write them: it opens the code, and posts it to its provider. Only the Encryption SDK, which would
 * make a large package, comes from this checkout.
 */
const source = `
import { createRequire } from 'node:module'
const { buildClient, CommitmentPolicy, KmsKeyringNode } = createRequire(process.env.MODULES)('@aws-crypto/client-node')
const { decrypt } = buildClient(CommitmentPolicy.REQUIRE_ENCRYPT_ALLOW_DECRYPT)
const keyring = new KmsKeyringNode({ keyIds: [process.env.KEY_ARN] })
export const handler = async (event) => {
  if (process.env.ENTERED) {
    const answer = await fetch(process.env.ENTERED, { method: 'POST', body: '"entered"' })
    if (answer.headers.get('x-count') === '1') await new Promise((resolve) => setTimeout(resolve, 600_000))
  }
  const { plaintext } = await decrypt(keyring, Buffer.from(event.request.code, 'base64'))
  const report = { userName: event.userName, source: event.triggerSource, code: plaintext.toString() }
  const answer = await fetch(process.env.PROVIDER, { method: 'POST', body: JSON.stringify(report) })
  if (!answer.ok) throw new Error('The provider refused the message.')
}
`

/**
 * A pool whose e-mail goes through a function that reports to `provider`.
 * @param options.stuckOnce a listener that is told of each invocation; the first one it hears of does not come to an end.
 */
export async function poolWithReportingSender(
  clients: Clients,
  provider: string,
  options: { stuckOnce?: string } = {},
): Promise<PoolSetting & { functionName: string }> {
  const keyArn = await createKey(clients)
  const functionName = 'reporting-sender'
  const functionArn = await createFunction(clients, functionName, source, {
    environment: {
      KEY_ARN: keyArn,
      PROVIDER: provider,
      ENTERED: options.stuckOnce ?? '',
      MODULES: join(import.meta.dirname, 'any.js'),
    },
    timeout: 60,
  })
  const pool = await createPool(clients, { LambdaConfig: senders(functionArn, keyArn) })
  return { ...pool, functionName }
}
