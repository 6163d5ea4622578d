import assert from 'node:assert/strict'
import { once } from 'node:events'
import { copyFileSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type TestContext, test } from 'node:test'
import { AdminGetUserCommand, ConfirmSignUpCommand, SignUpCommand } from '@aws-sdk/client-cognito-identity-provider'
import { CreateAliasCommand } from '@aws-sdk/client-kms'
import { AddPermissionCommand } from '@aws-sdk/client-lambda'
import { start } from './setting/herald.ts'
import { createKey, createPool, smsConfiguration } from './setting/pool.ts'

const root = join(import.meta.dirname, '..')

/** Runs before the sample and tells the test what its `decrypt` gave; the sample's own lines stay as they are. */
const observer = `
const Module = require('node:module')
const load = Module._load
Module._load = function (name, ...rest) {
  const loaded = load.call(this, name, ...rest)
  if (name !== '@aws-crypto/client-node') return loaded
  return { ...loaded, buildClient: (...options) => {
    const client = loaded.buildClient(...options)
    return { ...client, decrypt: async (...args) => {
      const result = await client.decrypt(...args)
      const context = result.messageHeader.encryptionContext
      await fetch(process.env.OBSERVER, { method: 'POST', body: JSON.stringify({ code: result.plaintext.toString(), context }) })
      return result
    } }
  } }
}
`

interface Observed {
  code: string
  context: Record<string, string>
}

/** Waits for what the sample decrypts. */
async function observe(t: TestContext): Promise<{ url: string; next: Promise<Observed> }> {
  const server = createServer()
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  t.after(() => server.close())
  const next = new Promise<Observed>((resolve) => {
    server.on('request', async (request, response) => {
      const chunks: Buffer[] = []
      for await (const chunk of request) chunks.push(chunk)
      response.end()
      resolve(JSON.parse(Buffer.concat(chunks).toString()) as Observed)
    })
  })
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, next }
}

/** The package that the sample's page describes: the code, and node_modules with the Encryption SDK in it. */
function packaged(t: TestContext, sample: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'herald-sample-'))
  t.after(() => rmSync(folder, { recursive: true, force: true }))
  copyFileSync(join(root, 'tests', 'fixtures', sample), join(folder, 'index.js'))
  writeFileSync(join(folder, 'observer.cjs'), observer)
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'))
  return folder
}

const cases = [
  {
    channel: 'e-mail',
    sample: 'aws-email-sample.js',
    trigger: 'CustomEmailSender' as const,
    attribute: { Name: 'email', Value: 'henry@example.com' },
  },
  {
    channel: 'SMS',
    sample: 'aws-sms-sample.js',
    trigger: 'CustomSMSSender' as const,
    attribute: { Name: 'phone_number', Value: '+12065550100' },
  },
]

for (const { channel, sample, trigger, attribute } of cases) {
  test(`AWS's own ${channel} sample decrypts the code, its lines untouched, and the code confirms the user`, async (t) => {
    const setting = await start(t)
    const { cognito, kms, lambda } = setting
    const keyArn = await createKey(setting)
    await kms.send(new CreateAliasCommand({ AliasName: 'alias/sender', TargetKeyId: keyArn }))
    const observed = await observe(t)
    const { functionArn } = await setting.herald.lambda.mount({
      functionName: 'sample',
      folder: packaged(t, sample),
      handler: 'index.handler',
      timeout: 60,
      environment: {
        KEY_ALIAS: 'alias/sender',
        KEY_ID: keyArn,
        KEY_ARN: keyArn,
        OBSERVER: observed.url,
        NODE_OPTIONS: '--require ./observer.cjs',
      },
    })
    await lambda.send(
      new AddPermissionCommand({
        FunctionName: 'sample',
        StatementId: 'CognitoLambdaInvokeAccess',
        Action: 'lambda:InvokeFunction',
        Principal: 'cognito-idp.amazonaws.com',
      }),
    )
    const { poolId, clientId } = await createPool(setting, {
      AutoVerifiedAttributes: [attribute.Name as 'email'],
      SmsConfiguration: smsConfiguration,
      LambdaConfig: { [trigger]: { LambdaArn: functionArn, LambdaVersion: 'V1_0' }, KMSKeyID: keyArn },
    })

    await cognito.send(
      new SignUpCommand({
        ClientId: clientId,
        Username: 'henry',
        Password: 'Correct-Horse-1',
        UserAttributes: [attribute],
      }),
    )
    const { code, context } = await observed.next

    assert.match(code, /^\d{6}$/)
    assert.equal(context['userpool-id'], poolId)
    await cognito.send(new ConfirmSignUpCommand({ ClientId: clientId, Username: 'henry', ConfirmationCode: code }))
    const user = await cognito.send(new AdminGetUserCommand({ UserPoolId: poolId, Username: 'henry' }))
    assert.equal(user.UserStatus, 'CONFIRMED')
    assert.ok(user.UserAttributes?.some(({ Name, Value }) => Name === `${attribute.Name}_verified` && Value === 'true'))
  })
}
