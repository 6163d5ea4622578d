import { SenderError } from './errors.ts'
import { loadSdk } from './providers/aws-call.ts'
import type { Secretish } from './secretish.ts'

/** A credential that does not come must not hold up the message's other provider, nor the function until its end. Milliseconds. */
const patience = {
  maxAttempts: 2,
  requestHandler: { connectionTimeout: 1000, requestTimeout: 1500, throwOnRequestTimeout: true },
}

/**
 * Reads a credential from Systems Manager or Secrets Manager, with the region and rights of the function's environment.
 * @throws {SenderError} `Configuration` when the client's package is missing or what is stored is not text; else AWS's error.
 */
export function fetchSecretish(secretish: Exclude<Secretish, string>): Promise<string> {
  return 'ssm' in secretish ? readParameter(secretish.ssm) : readSecret(secretish.secretsManager, secretish.key)
}

async function readParameter(name: string): Promise<string> {
  const { SSMClient, GetParameterCommand } = await loadSdk('@aws-sdk/client-ssm', () => import('@aws-sdk/client-ssm'))
  const client = new SSMClient(patience)
  try {
    const { Parameter } = await client.send(new GetParameterCommand({ Name: name, WithDecryption: true }))
    if (!Parameter?.Value) throw new SenderError('Configuration', `The parameter ${name} is empty.`)
    return Parameter.Value
  } finally {
    client.destroy()
  }
}

async function readSecret(id: string, key: string | undefined): Promise<string> {
  const { SecretsManagerClient, GetSecretValueCommand } = await loadSdk(
    '@aws-sdk/client-secrets-manager',
    () => import('@aws-sdk/client-secrets-manager'),
  )
  const client = new SecretsManagerClient(patience)
  try {
    const { SecretString } = await client.send(new GetSecretValueCommand({ SecretId: id }))
    if (!SecretString) throw new SenderError('Configuration', `The secret ${id} holds no text.`)
    return key === undefined ? SecretString : memberOf(SecretString, key, id)
  } finally {
    client.destroy()
  }
}

function memberOf(text: string, key: string, id: string): string {
  let member: unknown
  try {
    member = (JSON.parse(text) as Record<string, unknown>)[key]
  } catch {
    // A parser's error repeats a piece of the text.
    throw new SenderError('Configuration', `The secret ${id} is not JSON, so it has no member ${key}.`)
  }
  if (typeof member === 'string' && member !== '') return member
  throw new SenderError('Configuration', `The secret ${id} has no text under ${key}.`)
}
