import assert from 'node:assert/strict'
import { describe, type TestContext, test } from 'node:test'
import {
  ConfirmForgotPasswordCommand,
  ConfirmSignUpCommand,
  ForgotPasswordCommand,
  SignUpCommand,
  UpdateUserPoolCommand,
} from '@aws-sdk/client-cognito-identity-provider'
import {
  AddPermissionCommand,
  CreateAliasCommand,
  CreateFunctionCommand,
  InvokeCommand,
  UpdateFunctionCodeCommand,
} from '@aws-sdk/client-lambda'
import { type Setting, start } from './setting/herald.ts'
import { createKey, createPool, smsConfiguration, zipOf } from './setting/pool.ts'
import { type PythonSender, pythonSender } from './setting/python.ts'

/** Deploys a sender under an alias, as a pool's trigger may name it. @returns the alias's ARN and the key's. */
async function deploy(setting: Setting, kind: PythonSender) {
  const { lambda } = setting
  const keyArn = await createKey(setting)
  const { files, handler, module, runtime } = pythonSender(kind)
  const ZipFile = await zipOf(files())
  const FunctionName = 'python-sender'
  await lambda.send(
    new CreateFunctionCommand({
      FunctionName,
      Runtime: runtime,
      Handler: handler,
      Role: 'arn:aws:iam::000000000000:role/sender',
      Code: { ZipFile },
      Timeout: 30,
      Environment: { Variables: { KEY_ARN: keyArn } },
      Publish: true,
    }),
  )
  const { AliasArn } = await lambda.send(new CreateAliasCommand({ FunctionName, Name: 'live', FunctionVersion: '1' }))
  await lambda.send(
    new AddPermissionCommand({
      FunctionName,
      Qualifier: 'live',
      StatementId: 'CognitoLambdaInvokeAccess',
      Action: 'lambda:InvokeFunction',
      Principal: 'cognito-idp.amazonaws.com',
    }),
  )
  // What the alias does not name is broken, so that nothing but the alias's version can have sent what arrives.
  const broken = await zipOf({ [`${module}.py`]: 'raise RuntimeError("not this one")' })
  await lambda.send(new UpdateFunctionCodeCommand({ FunctionName, ZipFile: broken }))
  return { LambdaArn: AliasArn ?? '', KMSKeyID: keyArn }
}

async function delivered({ inbox }: Setting, userName: string, triggerSource: string) {
  const { body } = await inbox(`messages/latest?userName=${userName}&source=${triggerSource}&wait=30s`)
  assert.equal(body.message?.state, 'delivered', JSON.stringify(body))
  return { code: /your code is (\S+)$/.exec(body.text)?.[1], to: body.message.to, text: body.text }
}

/** Sign-up and a forgotten password by mail, then sign-up by SMS, each with the code that the function sent. */
async function tellEverything(t: TestContext, kind: PythonSender): Promise<void> {
  const setting = await start(t)
  const { cognito } = setting
  const { LambdaArn, KMSKeyID } = await deploy(setting, kind)
  const LambdaVersion = 'V1_0' as const
  const byMail = { LambdaConfig: { CustomEmailSender: { LambdaArn, LambdaVersion }, KMSKeyID } }
  const { poolId, clientId: ClientId } = await createPool(setting, byMail)
  const Password = 'Correct-Horse-1'
  const jane = { ClientId, Username: 'jane' }
  await cognito.send(
    new SignUpCommand({ ...jane, Password, UserAttributes: [{ Name: 'email', Value: 'jane@example.com' }] }),
  )
  const mail = await delivered(setting, 'jane', 'CustomEmailSender_SignUp')
  assert.equal(mail.to, 'jane@example.com')
  await cognito.send(new ConfirmSignUpCommand({ ...jane, ConfirmationCode: mail.code }))

  await cognito.send(new ForgotPasswordCommand(jane))
  const forgotten = await delivered(setting, 'jane', 'CustomEmailSender_ForgotPassword')
  await cognito.send(
    new ConfirmForgotPasswordCommand({ ...jane, ConfirmationCode: forgotten.code, Password: 'Correct-Horse-2' }),
  )

  await cognito.send(
    new UpdateUserPoolCommand({
      UserPoolId: poolId,
      AutoVerifiedAttributes: ['phone_number'],
      SmsConfiguration: smsConfiguration,
      LambdaConfig: { CustomSMSSender: { LambdaArn, LambdaVersion }, KMSKeyID },
    }),
  )
  const joe = { ClientId, Username: 'joe' }
  await cognito.send(
    new SignUpCommand({ ...joe, Password, UserAttributes: [{ Name: 'phone_number', Value: '+12065550100' }] }),
  )
  const sms = await delivered(setting, 'joe', 'CustomSMSSender_SignUp')
  assert.equal(sms.to, '+12065550100')
  await cognito.send(new ConfirmSignUpCommand({ ...joe, ConfirmationCode: sms.code }))
}

describe('a sender in Python, behind an alias', () => {
  const own = pythonSender('cryptography')
  test('opens codes with KMS, sends by SES and SNS, and the codes count', { skip: own.skip }, (t) =>
    tellEverything(t, 'cryptography'),
  )

  test('is told which packages only this machine has', { skip: own.skip }, async (t) => {
    const { lambda } = await start(t)
    const FunctionName = 'borrows'
    await lambda.send(
      new CreateFunctionCommand({
        FunctionName,
        Runtime: own.runtime,
        Handler: 'app.handler',
        Role: 'arn:aws:iam::000000000000:role/sender',
        Code: { ZipFile: await zipOf({ 'app.py': 'import boto3, cryptography\ndef handler(e, c): return 1' }) },
        Timeout: 30,
      }),
    )
    const logs: string[] = []
    for (let call = 0; call < 2; call++) {
      const { LogResult } = await lambda.send(new InvokeCommand({ FunctionName, LogType: 'Tail' }))
      logs.push(Buffer.from(LogResult ?? '', 'base64').toString())
    }
    assert.match(logs[0] ?? '', /^Herald: cryptography comes from this machine's Python\. AWS does not have it/m)
    assert.doesNotMatch(logs.join(), /boto3 comes|botocore comes|urllib3 comes/)
    assert.doesNotMatch(logs[1] ?? '', /Herald:/)
  })

  const sdk = pythonSender('sdk')
  test('opens codes with the AWS Encryption SDK', { skip: sdk.skip }, (t) => tellEverything(t, 'sdk'))
})
