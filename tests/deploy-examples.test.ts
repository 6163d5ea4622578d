/** The deployment examples, and the guides to them: what each creates, and that a stack made as the SAM template says delivers a code. */
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { test } from 'node:test'
import { AdminGetUserCommand, DescribeUserPoolCommand, SignUpCommand } from '@aws-sdk/client-cognito-identity-provider'
import { DecryptCommand, EncryptCommand, GetKeyPolicyCommand } from '@aws-sdk/client-kms'
import { GetFunctionEventInvokeConfigCommand } from '@aws-sdk/client-lambda'
import { start } from './setting/herald.ts'
import { zipOf } from './setting/pool.ts'
import { consumer, runProgram, typeErrors } from './setting/sender-package.ts'
import { root } from './setting/sources.ts'
import { deployTemplate } from './setting/template-deploy.ts'
import { inOrder, readTemplate, readYaml, type Template, templateOf, type Value } from './setting/template-read.ts'

const examples = join(root, 'examples', 'deploy')
const sam = readTemplate(join(examples, 'sam', 'template.yaml'))
const handlerSource = readFileSync(join(examples, 'handler.ts'), 'utf8')

/** The example's handler as its `npm run bundle` makes it. */
async function bundled(): Promise<Buffer> {
  const home = await consumer('deploy', { 'handler.ts': handlerSource, 'package.json': '{}' }, ['@aws-sdk', 'esbuild'])
  const command = join('node_modules', '@herald', 'sender', 'esm', 'bundle', 'main.js')
  await runProgram(process.execPath, [command, 'bundle', 'handler.ts'], { cwd: home })
  return await zipOf({ 'handler.js': readFileSync(join(home, 'dist', 'handler.js')) })
}

test('a stack made as the SAM template says delivers a sign-up’s code', async (t) => {
  const setting = await start(t)
  const { cognito, lambda, kms, inbox } = setting
  const stack = await deployTemplate(setting, sam, {
    name: 'auth',
    parameters: { SenderFrom: 'Acme <no-reply@example.com>', AlarmEmail: 'ops@example.com' },
    codeOf: async (uri) => {
      assert.equal(uri, '../dist')
      return await bundled()
    },
  })
  for (const skipped of stack.skipped) t.diagnostic(`Herald has no such thing, so it was skipped: ${skipped}`)
  assert.deepEqual(stack.skipped.map((name) => name.replace(/.*\(|\)/g, '')).sort(), [
    'AWS::CloudWatch::Alarm',
    'AWS::IAM::Role',
    'AWS::IAM::Role',
    'AWS::IAM::RolePolicy',
    'AWS::SQS::Queue',
    'AWS::SQS::Queue',
  ])
  const { UserPoolId, ClientId, KeyArn } = stack.outputs as Record<string, string>
  const { UserPool } = await cognito.send(new DescribeUserPoolCommand({ UserPoolId }))
  const sender = { LambdaArn: stack.made.Sender!.attributes!.Arn!, LambdaVersion: 'V1_0' }
  assert.deepEqual(UserPool!.LambdaConfig, { CustomEmailSender: sender, CustomSMSSender: sender, KMSKeyID: KeyArn })
  const config = await lambda.send(new GetFunctionEventInvokeConfigCommand({ FunctionName: 'auth-Sender' }))
  assert.deepEqual([config.MaximumRetryAttempts, config.MaximumEventAgeInSeconds], [2, 300])

  await cognito.send(
    new SignUpCommand({
      ClientId,
      Username: 'jane',
      Password: 'Correct-Horse-1',
      UserAttributes: [{ Name: 'email', Value: 'jane@example.com' }],
    }),
  )
  const { body } = await inbox('messages/latest?userName=jane&source=CustomEmailSender_SignUp&wait=20s')
  assert.match(body.code, /^\d{6}$/, JSON.stringify(body))
  assert.match(body.text, /Enter this code to finish signing up/)
  assert.equal(body.message.to, 'jane@example.com')
  const user = await cognito.send(new AdminGetUserCommand({ UserPoolId, Username: 'jane' }))
  assert.equal(user.UserStatus, 'UNCONFIRMED')

  // The key's policy lets nobody but the function's role decrypt: not even whoever made the key.
  const EncryptionContext = { 'userpool-id': UserPoolId! }
  const denied = { name: 'AccessDeniedException' }
  const CiphertextBlob = Buffer.from('x')
  await assert.rejects(kms.send(new EncryptCommand({ KeyId: KeyArn, Plaintext: Buffer.from('x') })), denied)
  await assert.rejects(kms.send(new DecryptCommand({ KeyId: KeyArn, CiphertextBlob, EncryptionContext })))
  assert.match(
    (await kms.send(new GetKeyPolicyCommand({ KeyId: KeyArn }))).Policy!,
    /kms:EncryptionContext:userpool-id/,
  )
})

/** What every example must have, by the properties of the CloudFormation that it is or comes to. */
function checkTemplate({ Resources }: Template): void {
  const of = (type: string) => Object.entries(Resources).filter(([, { Type }]) => Type === type)
  const the = (type: string) => {
    const found = of(type)
    assert.equal(found.length, 1, `${found.length} of ${type}`)
    return { name: found[0]![0], properties: found[0]![1].Properties as Record<string, Value> }
  }
  const json = (value: Value | undefined) => JSON.stringify(value)
  const key = the('AWS::KMS::Key')
  assert.ok([undefined, 'SYMMETRIC_DEFAULT'].includes(key.properties.KeySpec as string | undefined))
  assert.match(json(key.properties.KeyPolicy), /kms:CreateGrant/)
  assert.match(json(key.properties.KeyPolicy), /kms:Decrypt.*kms:EncryptionContext:userpool-id/)
  const pool = the('AWS::Cognito::UserPool')
  const { CustomEmailSender, CustomSMSSender, KMSKeyID } = pool.properties.LambdaConfig as Record<string, Value>
  assert.deepEqual(CustomEmailSender, CustomSMSSender)
  assert.equal((CustomEmailSender as Record<string, Value>).LambdaVersion, 'V1_0')
  assert.deepEqual(KMSKeyID, { 'Fn::GetAtt': [key.name, 'Arn'] })
  const sms = pool.properties.SmsConfiguration as Record<string, Value>
  assert.ok(sms.ExternalId && sms.SnsCallerArn)
  // CDK gives one for each channel.
  const permissions = of('AWS::Lambda::Permission').map(([, { Properties }]) => Properties)
  assert.ok(permissions.length > 0)
  for (const { Action, Principal, SourceArn } of permissions) {
    assert.deepEqual([Action, Principal], ['lambda:InvokeFunction', 'cognito-idp.amazonaws.com'])
    assert.deepEqual(SourceArn, { 'Fn::GetAtt': [pool.name, 'Arn'] })
  }
  const queue = the('AWS::SQS::Queue').name
  const retries = the('AWS::Lambda::EventInvokeConfig').properties
  assert.deepEqual([retries.MaximumRetryAttempts, retries.MaximumEventAgeInSeconds], [2, 300])
  assert.ok(json(retries.DestinationConfig).includes(json({ 'Fn::GetAtt': [queue, 'Arn'] })))
  const alarm = the('AWS::CloudWatch::Alarm').properties
  assert.ok(json(alarm.Dimensions).includes(json({ 'Fn::GetAtt': [queue, 'QueueName'] })))
  assert.equal((alarm.AlarmActions as Value[]).length, 1)
  const policies = [...of('AWS::IAM::RolePolicy'), ...of('AWS::IAM::Policy')].map(([, { Properties }]) =>
    json(Properties),
  )
  const opens = policies.filter((policy) => policy.includes('kms:Decrypt'))
  assert.equal(opens.length, 1)
  assert.ok(opens[0]!.includes(json({ StringEquals: { 'kms:EncryptionContext:userpool-id': { Ref: pool.name } } })))
  inOrder({ Resources } as Template)
}

test('the SAM template has all that a sender needs, in an order in which it can be made', () => {
  checkTemplate(sam)
  const circle: Template = structuredClone(sam)
  circle.Resources.Sender!.Properties.Environment = { Variables: { POOL_ID: { Ref: 'Pool' } } }
  assert.throws(() => inOrder(circle), /Circular dependency between resources: .*Pool → .*Sender/)
  const loose: Template = structuredClone(sam)
  delete loose.Resources.PoolInvokesSender!.Properties.SourceArn
  assert.throws(() => checkTemplate(loose))
})

interface Service {
  functions: {
    sender: Record<'role' | 'maximumRetryAttempts' | 'maximumEventAge' | 'environment', Value> & Destinations
  }
  resources: Pick<Template, 'Resources'>
}

interface Destinations {
  destinations: { onFailure: { arn: Value } }
}

test('the service of Serverless has the same resources as the SAM template', () => {
  const text = readFileSync(join(examples, 'serverless', 'serverless.yml'), 'utf8')
  const { functions, resources } = readYaml(text) as unknown as Service
  const { role, maximumRetryAttempts, maximumEventAge, destinations, environment } = functions.sender
  assert.equal(role, 'SenderRole')
  // What Serverless makes of its functions; it names them so.
  const made = {
    SenderLambdaFunction: { Type: 'AWS::Lambda::Function', Properties: { Environment: environment } },
    SenderLambdaEvConf: {
      Type: 'AWS::Lambda::EventInvokeConfig',
      Properties: {
        MaximumRetryAttempts: maximumRetryAttempts,
        MaximumEventAgeInSeconds: maximumEventAge,
        DestinationConfig: { OnFailure: { Destination: destinations.onFailure.arn } },
      },
    },
  }
  checkTemplate(templateOf({ Resources: { ...resources.Resources, ...made } }))
  const shared = { ...sam.Resources }
  for (const name of ['Sender', 'SenderRetries', 'PoolInvokesSender', 'Pool', 'Alarms']) delete shared[name]
  for (const [name, resource] of Object.entries(shared)) assert.deepEqual(resources.Resources[name], resource, name)
})

const cdk = join(examples, 'cdk')
const cdkModules = folderOf('aws-cdk-lib')

/** The node_modules that has a package, for the CDK example: its own, or one of NODE_PATH. */
function folderOf(name: string): string | undefined {
  try {
    const file = createRequire(join(cdk, 'app.mjs')).resolve(`${name}/package.json`)
    return file.slice(0, file.lastIndexOf(name) - 1)
  } catch {
    return undefined
  }
}

test('CDK makes the same of its app', {
  skip: cdkModules === undefined && 'aws-cdk-lib is not installed',
}, async () => {
  const home = await consumer('cdk', {})
  for (const file of ['app.mjs', 'sender-stack.mjs']) cpSync(join(cdk, file), join(home, file))
  for (const name of ['aws-cdk-lib', 'constructs'])
    symlinkSync(join(cdkModules!, name), join(home, 'node_modules', name))
  mkdirSync(join(home, '..', 'dist'), { recursive: true })
  await runProgram(process.execPath, ['app.mjs'], { cwd: home, env: { CDK_OUTDIR: join(home, 'out') } })
  checkTemplate(templateOf(JSON.parse(readFileSync(join(home, 'out', 'auth.template.json'), 'utf8'))))
})

const terraform = spawnSync('terraform', ['version']).status === 0

test('Terraform reads its files, as it would write them', { skip: !terraform && 'terraform is not installed' }, () => {
  const { status, stdout, stderr } = spawnSync('terraform', ['fmt', '-check', '-diff', '.'], {
    cwd: join(examples, 'terraform'),
    encoding: 'utf8',
  })
  assert.equal(status, 0, stdout + stderr)
})

test('the Terraform files have all that a sender needs', () => {
  const files = ['main', 'sender', 'key', 'alarm'].map((name) => join(examples, 'terraform', `${name}.tf`))
  const text = files
    .map((file) => readFileSync(file, 'utf8'))
    .join('\n')
    .replace(/ +/g, ' ')
  const declared = [...text.matchAll(/^(data|resource) "(\w+)" "(\w+)"/gm)].map(([, kind, type, name]) =>
    kind === 'data' ? `data.${type}.${name}` : `${type}.${name}`,
  )
  for (const [used] of text.matchAll(/\b(?:data\.)?(?:aws|archive)_\w+\.\w+(?=\.|\])/g)) {
    assert.ok(declared.includes(used), `${used} is used, and nowhere declared`)
  }
  const [variables, asked] = [/^variable "(\w+)"/gm, /\bvar\.(\w+)/g].map((found) => [
    ...new Set([...text.matchAll(found)].map(([, name]) => name)),
  ])
  assert.deepEqual(asked!.sort(), variables!.sort())
  for (const needed of [
    'principal = "cognito-idp.amazonaws.com"\n source_arn = aws_cognito_user_pool.pool.arn',
    'maximum_retry_attempts = 2\n maximum_event_age_in_seconds = 300',
    'on_failure {\n destination = aws_sqs_queue.given_up.arn',
    'kms_key_id = aws_kms_key.codes.arn',
    'StringEquals = { "kms:EncryptionContext:userpool-id" = aws_cognito_user_pool.pool.id }',
    'StringLike = { "kms:EncryptionContext:userpool-id" = "',
    'Action = ["kms:CreateGrant", "kms:RevokeGrant"]',
    'sns_caller_arn = aws_iam_role.sms.arn\n external_id = "',
    'dimensions = { QueueName = aws_sqs_queue.given_up.name }',
  ]) {
    assert.ok(text.includes(needed), needed)
  }
  for (const channel of ['email', 'sms']) {
    assert.ok(text.includes(`custom_${channel}_sender {\n lambda_arn = aws_lambda_function.sender.arn`), channel)
  }
})

test('what the guides and the package’s README show compiles', async () => {
  const pages = ['packages/sender/README.md', 'docs/guides/first-sender.md', 'docs/guides/from-the-aws-sample.md']
  const shown: Record<string, string> = {}
  for (const [number, page] of pages.entries()) {
    const text = readFileSync(join(root, page), 'utf8')
    const blocks = [...text.matchAll(/^( *)```ts\n([\s\S]*?)^ *```$/gm)]
    assert.ok(blocks.length > 0, page)
    for (const [index, [, indent, block]] of blocks.entries()) {
      shown[`shown-${number}-${index}.mts`] = block!.replace(new RegExp(`^${indent}`, 'gm'), '')
    }
  }
  const home = await consumer('shown', { 'package.json': '{}', ...shown }, ['@types/node'])
  assert.equal(typeErrors(home, { module: 'nodenext' }), '')
})
