import { setPriority } from 'node:os'
import { workerData } from 'node:worker_threads'
import {
  AlgorithmSuiteIdentifier,
  buildClient,
  CommitmentPolicy,
  getClient,
  KMS,
  KmsKeyringNode,
} from '@aws-crypto/client-node'
import type { ServiceCredentials } from './create-cryptography.ts'
import type { SealRequest } from './cryptography.ts'
import { workOnJobs } from './worker-jobs.ts'

export type SealTask = SealRequest & { endpoint: string }

/** Keyrings kept ready; making one is cheap, its KMS client is not. */
const MOST_KEYRINGS = 100
const CONNECT_MILLISECONDS = 2_000
const ANSWER_MILLISECONDS = 10_000

// Nobody waits for a message as a caller waits for a reply. On Linux the priority is the thread's own, elsewhere the process's.
if (process.platform === 'linux') setPriority(0, 19)

const credentials = workerData as ServiceCredentials
const { encrypt } = buildClient(CommitmentPolicy.FORBID_ENCRYPT_ALLOW_DECRYPT)
const keyrings = new Map<string, KmsKeyringNode>()

/** A KMS client that says for which pool it calls, as AWS services do: policies and grants may name it. */
function kmsClientFor(task: SealTask) {
  return getClient(KMS, {
    endpoint: task.endpoint,
    credentials,
    maxAttempts: 2,
    requestHandler: { connectionTimeout: CONNECT_MILLISECONDS, requestTimeout: ANSWER_MILLISECONDS },
  })
}

function keyringFor(task: SealTask): KmsKeyringNode {
  const name = `${task.endpoint} ${task.userPoolArn} ${task.keyArn}`
  const known = keyrings.get(name)
  if (known) return known
  const makeClient = kmsClientFor(task)
  const account = task.userPoolArn.split(':')[4] ?? ''
  const clientProvider: typeof makeClient = (region) => {
    const client = makeClient(region)
    if (client) {
      client.middlewareStack.add(
        (next) => async (args) => {
          const { headers } = args.request as { headers: Record<string, string> }
          headers['x-amz-source-arn'] = task.userPoolArn
          headers['x-amz-source-account'] = account
          return next(args)
        },
        { step: 'build', name: 'sourceHeaders', override: true },
      )
    }
    return client
  }
  const keyring = new KmsKeyringNode({ generatorKeyId: task.keyArn, clientProvider })
  const oldest = keyrings.keys().next()
  if (keyrings.size >= MOST_KEYRINGS && !oldest.done) keyrings.delete(oldest.value)
  keyrings.set(name, keyring)
  return keyring
}

/**
 * Encrypts as Cognito does, observed on live pools: format version 1, suite 0x0378 (AES-256-GCM, signed, without key
 * commitment), frames of 4096 bytes, one data key of KMS, and the pool's id in the encryption context.
 */
async function seal(task: SealTask): Promise<string> {
  const { result } = await encrypt(keyringFor(task), task.plaintext, {
    encryptionContext: { 'userpool-id': task.userPoolId },
    suiteId: AlgorithmSuiteIdentifier.ALG_AES256_GCM_IV12_TAG16_HKDF_SHA384_ECDSA_P384,
    frameLength: 4096,
  })
  return result.toString('base64')
}

workOnJobs(seal)
