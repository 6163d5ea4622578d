import assert from 'node:assert/strict'
import { globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, sep } from 'node:path'
import type { TestContext } from 'node:test'
import {
  AdminCreateUserCommand,
  AdminSetUserPasswordCommand,
  SetRiskConfigurationCommand,
  SetUserPoolMfaConfigCommand,
  UpdateUserPoolCommand,
} from '@aws-sdk/client-cognito-identity-provider'
import { bundleHandler } from '@herald/sender/bundle'
import { type FakeService, startFakeService } from '../../packages/sender/tests/providers/fake-service.ts'
import { startDynamo } from '../../packages/sender/tests/stores/dynamo-stand-in.ts'
import { type Setting, start } from './herald.ts'
import type { MatrixPlace } from './matrix-place.ts'
import { app, attributes, password } from './people.ts'
import { createFunction, createKey, createPool, ownSes, senders, smsConfiguration } from './pool.ts'
import { root } from './sources.ts'

const example = 'examples/sender'

/** What the example calls that is not Herald's: two providers, Systems Manager and DynamoDB. */
export interface Outside {
  resend: FakeService
  twilio: FakeService
  table: Awaited<ReturnType<typeof startDynamo>>
  /** Variables with which the example finds them, as any deployment sets them. */
  variables: Record<string, string>
}

export interface ExamplePlace {
  setting: Setting
  outside: Outside
  keyArn: string
  /** Deploys the example for a pool of its own. @param entry `index`, or `lite` with the small decryptor. @param more variables. */
  deploy(
    entry: 'index' | 'lite',
    stage: string,
    more?: Record<string, string>,
  ): Promise<MatrixPlace & { functionName: string }>
}

async function openOutside(t: TestContext): Promise<Outside> {
  const [resend, twilio, parameters, table] = await Promise.all([
    startFakeService(),
    startFakeService(),
    startFakeService(),
    startDynamo('auth-messages'),
  ])
  t.after(() => Promise.all([resend.close(), twilio.close(), parameters.close(), table.stop()]))
  parameters.behave(({ body }) => {
    const { Name } = JSON.parse(body) as { Name: string }
    return { status: 200, body: { Parameter: { Name, Value: `the credential in ${Name}` } } }
  })
  const variables = {
    RESEND_BASE_URL: resend.url,
    TWILIO_BASE_URL: twilio.url,
    TWILIO_SID: 'AC0123456789abcdef0123456789abcdef',
    AWS_ENDPOINT_URL_SSM: parameters.url,
    AWS_ENDPOINT_URL_DYNAMODB: table.endpoint,
  }
  return { resend, twilio, table, variables }
}

/** The example as it is deployed: bundled by the package, with its templates beside it. */
async function build(t: TestContext, entry: string): Promise<Record<string, string>> {
  const out = mkdtempSync(join(tmpdir(), 'herald-example-'))
  t.after(() => rmSync(out, { recursive: true, force: true }))
  const { file } = await bundleHandler({ entry: join(root, example, 'src', `${entry}.ts`), out, sourcemap: false })
  const templates = globSync('templates/**/*.liquid', { cwd: join(root, example) })
  assert.ok(templates.length > 10, String(templates.length))
  const texts = templates.map((path) => [path.split(sep).join('/'), readFileSync(join(root, example, path), 'utf8')])
  return { 'index.js': readFileSync(file, 'utf8'), ...Object.fromEntries(texts) }
}

/** A Herald beside services that stand in for the providers. */
export async function examplePlace(t: TestContext): Promise<ExamplePlace> {
  const setting = await start(t)
  const outside = await openOutside(t)
  const keyArn = await createKey(setting)
  const { cognito } = setting

  async function deploy(entry: 'index' | 'lite', stage: string, more: Record<string, string> = {}) {
    const poolOptions = {
      AutoVerifiedAttributes: ['email' as const, 'phone_number' as const],
      EmailConfiguration: ownSes,
      SmsConfiguration: smsConfiguration,
      UserPoolTier: 'PLUS' as const,
      UserPoolAddOns: { AdvancedSecurityMode: 'ENFORCED' as const },
    }
    const pool = await createPool(setting, poolOptions)
    const of = { UserPoolId: pool.poolId }
    const functionName = `auth-messages-${entry}-${stage}`
    const functionArn = await createFunction(setting, functionName, await build(t, entry), {
      environment: { ...outside.variables, KEY_ARN: keyArn, POOL_ID: pool.poolId, STAGE: stage, ...more },
    })
    await cognito.send(new UpdateUserPoolCommand({ ...of, ...poolOptions, LambdaConfig: senders(functionArn, keyArn) }))
    await cognito.send(
      new SetUserPoolMfaConfigCommand({
        ...of,
        MfaConfiguration: 'OPTIONAL',
        SmsMfaConfiguration: { SmsConfiguration: smsConfiguration },
        EmailMfaConfiguration: { Subject: 'Sign in', Message: 'Sign in with {####}' },
      }),
    )
    await cognito.send(
      new SetRiskConfigurationCommand({
        ...of,
        AccountTakeoverRiskConfiguration: {
          Actions: {
            MediumAction: { EventAction: 'NO_ACTION', Notify: true },
            HighAction: { EventAction: 'BLOCK', Notify: true },
          },
          NotifyConfiguration: { SourceArn: ownSes.SourceArn, From: 'security@acme.dev' },
        },
      }),
    )
    const client = app(setting, pool)
    const settled: MatrixPlace['settled'] = async (Username, { attribute }, address) => {
      const UserAttributes = attributes({ [attribute]: address, [`${attribute}_verified`]: 'true' })
      await cognito.send(new AdminCreateUserCommand({ ...of, Username, MessageAction: 'SUPPRESS', UserAttributes }))
      await cognito.send(new AdminSetUserPasswordCommand({ ...of, Username, Password: password, Permanent: true }))
      return (await client.signIn(Username)).AuthenticationResult!.AccessToken!
    }
    return { setting, pool, client, settled, functionName }
  }

  return { setting, outside, keyArn, deploy }
}

/** Makes the next sign-in of a user a risky one. */
export async function setRisk({ url }: Setting, userPoolId: string, userName: string, level: string): Promise<void> {
  const { status } = await fetch(`${url}/_herald/risk`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ userPoolId, userName, level }),
  })
  assert.equal(status, 200)
}
