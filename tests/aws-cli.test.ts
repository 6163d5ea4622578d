import assert from 'node:assert/strict'
import { execFile, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type TestContext, test } from 'node:test'
import { promisify } from 'node:util'
import { type Setting, start } from './setting/herald.ts'
import { zipOf } from './setting/pool.ts'

const run = promisify(execFile)
const present = spawnSync('aws', ['--version']).status === 0
const skip = present ? false : 'The AWS CLI is not on this machine.'

/** The CLI as anybody runs it, with nothing of this machine's own configuration. */
function cli(setting: Setting) {
  const env = {
    PATH: process.env.PATH,
    HOME: tmpdir(),
    AWS_ACCESS_KEY_ID: 'test',
    AWS_SECRET_ACCESS_KEY: 'test',
    AWS_REGION: 'us-east-1',
    AWS_DEFAULT_REGION: 'us-east-1',
    AWS_CONFIG_FILE: '/dev/null',
    AWS_SHARED_CREDENTIALS_FILE: '/dev/null',
    AWS_PAGER: '',
  }
  // biome-ignore lint/suspicious/noExplicitAny: whatever JSON the CLI prints
  return async (...args: string[]): Promise<any> => {
    const { stdout } = await run('aws', [...args, '--endpoint-url', setting.url, '--output', 'json'], { env })
    return stdout.trim() ? JSON.parse(stdout) : undefined
  }
}

function folder(t: TestContext): string {
  const path = mkdtempSync(join(tmpdir(), 'herald-cli-'))
  t.after(() => rmSync(path, { recursive: true, force: true }))
  return path
}

test("AWS CLI: the documentation's commands attach a sender, and a sign-up is confirmed with its code", {
  skip,
}, async (t) => {
  const setting = await start(t)
  const aws = cli(setting)
  const { KeyMetadata } = await aws('kms', 'create-key', '--description', 'codes')
  const { functionArn } = await setting.herald.lambda.mount({
    functionName: 'sender',
    folder: join(import.meta.dirname, '..', 'examples', 'custom-sender'),
    handler: 'index.handler',
    timeout: 60,
    environment: { KEY_ARN: KeyMetadata.Arn },
  })
  const { Statement } = await aws(
    ...['lambda', 'add-permission', '--function-name', functionArn, '--statement-id', 'CognitoLambdaInvokeAccess'],
    ...['--action', 'lambda:InvokeFunction', '--principal', 'cognito-idp.amazonaws.com'],
  )
  assert.equal(JSON.parse(Statement).Principal.Service, 'cognito-idp.amazonaws.com')

  const { UserPool } = await aws(
    ...['cognito-idp', 'create-user-pool', '--pool-name', 'cli', '--auto-verified-attributes', 'email'],
  )
  await aws(
    ...['cognito-idp', 'update-user-pool', '--user-pool-id', UserPool.Id, '--auto-verified-attributes', 'email'],
    '--lambda-config',
    `CustomEmailSender={LambdaVersion=V1_0,LambdaArn=${functionArn}},KMSKeyID=${KeyMetadata.Arn}`,
  )
  const { UserPoolClient } = await aws(
    ...['cognito-idp', 'create-user-pool-client', '--user-pool-id', UserPool.Id, '--client-name', 'app'],
    ...['--explicit-auth-flows', 'ALLOW_USER_PASSWORD_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'],
  )
  const client = ['--client-id', UserPoolClient.ClientId]
  const signedUp = await aws(
    ...['cognito-idp', 'sign-up', ...client, '--username', 'jane', '--password', 'Correct-Horse-1'],
    ...['--user-attributes', 'Name=email,Value=jane@example.com'],
  )
  assert.equal(signedUp.CodeDeliveryDetails.Destination, 'j***@e***')

  const { status, body } = await setting.inbox('messages/latest?userName=jane&wait=30s')
  assert.equal(status, 200)
  assert.equal(body.message.trigger?.source, 'CustomEmailSender_SignUp')
  await aws('cognito-idp', 'confirm-sign-up', ...client, '--username', 'jane', '--confirmation-code', body.code)
  const signedIn = await aws(
    ...['cognito-idp', 'initiate-auth', ...client, '--auth-flow', 'USER_PASSWORD_AUTH'],
    ...['--auth-parameters', 'USERNAME=jane,PASSWORD=Correct-Horse-1'],
  )
  const me = await aws('cognito-idp', 'get-user', '--access-token', signedIn.AuthenticationResult.AccessToken)
  assert.equal(me.Username, 'jane')

  // "Export the package", as the documentation's steps begin.
  const code = join(folder(t), 'function.zip')
  writeFileSync(code, await zipOf({ 'index.mjs': 'export const handler = async () => "packaged"' }))
  await aws(
    ...['lambda', 'create-function', '--function-name', 'packaged', '--runtime', 'nodejs22.x', '--handler'],
    ...['index.handler', '--role', 'arn:aws:iam::000000000000:role/sender', '--zip-file', `fileb://${code}`],
  )
  const exported = await aws('lambda', 'get-function', '--function-name', 'packaged')
  const download = await fetch(exported.Code.Location)
  assert.equal(download.status, 200)
  assert.deepEqual(Buffer.from(await download.arrayBuffer()), readFileSync(code))

  await assert.rejects(
    aws('cognito-idp', 'confirm-sign-up', ...client, '--username', 'jane', '--confirmation-code', body.code),
    /An error occurred \(NotAuthorizedException\).*User cannot be confirmed. Current status is CONFIRMED/s,
  )
  const identity = await aws('sts', 'get-caller-identity')
  assert.equal(identity.Account, '000000000000')
  await aws('sns', 'publish', '--phone-number', '+12065550100', '--message', 'Hello 123456')
  const { body: sms } = await setting.inbox('messages/latest?channel=sms')
  assert.equal(sms.code, '123456')
})
