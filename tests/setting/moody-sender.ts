import { join } from 'node:path'
import type { CreateUserPoolCommandInput } from '@aws-sdk/client-cognito-identity-provider'
import { AddPermissionCommand } from '@aws-sdk/client-lambda'
import type { Clients } from './herald.ts'
import { createFunction, createKey, createPool, senders, smsConfiguration } from './pool.ts'

/** What the sender below reports as it begins. */
export interface Began {
  event: { triggerSource: string; userName: string; request: { type: string } }
  requestId: string
}

/** A sender of both channels that reports each beginning, and throws the first THROWS times. */
const source = `
import { createRequire } from 'node:module'
import { SESv2Client, SendEmailCommand } from '@aws-sdk/client-sesv2'
import { PublishCommand, SNSClient } from '@aws-sdk/client-sns'
const { buildClient, CommitmentPolicy, KmsKeyringNode } = createRequire(process.env.MODULES)('@aws-crypto/client-node')
const { decrypt } = buildClient(CommitmentPolicy.REQUIRE_ENCRYPT_ALLOW_DECRYPT)
const keyring = new KmsKeyringNode({ keyIds: [process.env.KEY_ARN] })
export const handler = async (event, { awsRequestId: requestId }) => {
  const answer = await fetch(process.env.REPORT, { method: 'POST', body: JSON.stringify({ event, requestId }) })
  if (Number(answer.headers.get('x-count')) <= Number(process.env.THROWS)) throw new RangeError('The provider is down.')
  const { plaintext } = await decrypt(keyring, Buffer.from(event.request.code, 'base64'))
  const { email, phone_number } = event.request.userAttributes
  const text = 'Your code: ' + plaintext
  if (event.request.type === 'customSMSSenderRequestV1')
    return new SNSClient().send(new PublishCommand({ PhoneNumber: phone_number, Message: text }))
  return new SESv2Client().send(new SendEmailCommand({
    FromEmailAddress: 'sender@example.com',
    Destination: { ToAddresses: [email] },
    Content: { Simple: { Subject: { Data: 'Code' }, Body: { Text: { Data: text } } } },
  }))
}
`

interface Moods {
  /** How often it throws before it does its work. */
  throws?: number
  permission?: boolean
  pool?: Partial<CreateUserPoolCommandInput>
}

export const senderName = 'moody-sender'
export const senderArn = `arn:aws:lambda:us-east-1:000000000000:function:${senderName}`

/** Creates the function, as late as the test likes. */
export async function createMoodySender(clients: Clients, keyArn: string, report: string, moods: Moods = {}) {
  return createFunction(clients, senderName, source, {
    environment: {
      KEY_ARN: keyArn,
      REPORT: report,
      THROWS: String(moods.throws ?? 0),
      MODULES: join(import.meta.dirname, 'any.js'),
    },
    ...(moods.permission === undefined ? {} : { permission: moods.permission }),
  })
}

/** A pool whose sender of both channels the function is, whether it is there yet or not. */
export async function poolOfMoodySender(clients: Clients, moods: Moods = {}) {
  const keyArn = await createKey(clients)
  const pool = await createPool(clients, {
    SmsConfiguration: smsConfiguration,
    LambdaConfig: senders(senderArn, keyArn),
    ...moods.pool,
  })
  return { ...pool, keyArn }
}

/** Both together. */
export async function moodySender(clients: Clients, report: string, moods: Moods = {}) {
  const pool = await poolOfMoodySender(clients, moods)
  await createMoodySender(clients, pool.keyArn, report, moods)
  return pool
}

/** Lets Cognito invoke the function, for the pool of `sourceArn` alone where one is given. */
export async function allowInvoke({ lambda }: Clients, statementId: string, sourceArn?: string): Promise<void> {
  await lambda.send(
    new AddPermissionCommand({
      FunctionName: senderName,
      StatementId: statementId,
      Action: 'lambda:InvokeFunction',
      Principal: 'cognito-idp.amazonaws.com',
      ...(sourceArn === undefined ? {} : { SourceArn: sourceArn }),
    }),
  )
}
