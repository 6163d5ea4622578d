import { join } from 'node:path'
import { AddPermissionCommand } from '@aws-sdk/client-lambda'
import type { Setting } from './herald.ts'
import { createKey, createPool, senders, smsConfiguration } from './pool.ts'

/** Mounts `examples/custom-sender`, as the demo does, and lets Cognito invoke it. */
export async function exampleSender(setting: Setting): Promise<{ functionArn: string; keyArn: string }> {
  const keyArn = await createKey(setting)
  const { functionArn } = await setting.herald.lambda.mount({
    functionName: 'example-sender',
    folder: join(import.meta.dirname, '..', '..', 'examples', 'custom-sender'),
    handler: 'index.handler',
    timeout: 60,
    environment: { KEY_ARN: keyArn },
  })
  await setting.lambda.send(
    new AddPermissionCommand({
      FunctionName: 'example-sender',
      StatementId: 'CognitoLambdaInvokeAccess',
      Action: 'lambda:InvokeFunction',
      Principal: 'cognito-idp.amazonaws.com',
    }),
  )
  return { functionArn, keyArn }
}

/** A pool whose two senders are the example. */
export async function poolWithExampleSender(setting: Setting, autoVerified: ('email' | 'phone_number')[] = ['email']) {
  const { functionArn, keyArn } = await exampleSender(setting)
  const pool = await createPool(setting, {
    AutoVerifiedAttributes: autoVerified,
    SmsConfiguration: smsConfiguration,
    LambdaConfig: senders(functionArn, keyArn),
  })
  return { ...pool, functionArn, keyArn }
}
