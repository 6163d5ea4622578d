import { loadPeer } from '../stores/load-peer.ts'

/** Reads a Parameter Store parameter with the function's own role and region; the client is made at the first reading. */
export function readParameter(name: string): () => Promise<string> {
  let client: Promise<{ get: () => Promise<string> }> | undefined
  async function connect() {
    const { GetParameterCommand, SSMClient } = await loadPeer(
      '@aws-sdk/client-ssm',
      'killSwitch({ ssm })',
      () => import('@aws-sdk/client-ssm'),
    )
    const ssm = new SSMClient({
      maxAttempts: 2,
      requestHandler: { connectionTimeout: 500, requestTimeout: 750, throwOnRequestTimeout: true },
    })
    const get = async () => {
      const { Parameter } = await ssm.send(new GetParameterCommand({ Name: name, WithDecryption: true }))
      return Parameter?.Value ?? ''
    }
    return { get }
  }
  return async () => {
    client ??= connect()
    return (await client).get()
  }
}
