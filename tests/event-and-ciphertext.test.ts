import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { type TestContext, test } from 'node:test'
import { buildClient, CommitmentPolicy, getClient, KMS, KmsKeyringNode } from '@aws-crypto/client-node'
import { AdminCreateUserCommand, type CreateUserPoolCommandInput } from '@aws-sdk/client-cognito-identity-provider'
import { readMessage } from '../packages/pool/tests/message-layout.ts'
import { type Setting, start } from './setting/herald.ts'
import { createListener } from './setting/listener.ts'
import { app, attributes, password } from './setting/people.ts'
import { createFunction, createKey, createPool, senders, smsConfiguration } from './setting/pool.ts'

/** An event as a function received it. */
interface SenderEvent {
  version: string
  triggerSource: string
  region: string
  userPoolId: string
  userName: string
  callerContext: { awsSdkVersion: string; clientId: string }
  request: {
    type: string
    code: string
    clientMetadata: Record<string, string> | null
    userAttributes: Record<string, string>
  }
}

/** A sign-up's event of a live pool, as its owner published it; ids are masked. */
const captured = JSON.parse(
  readFileSync(new URL('fixtures/captured-sign-up.json', import.meta.url), 'utf8'),
) as SenderEvent
/** The pool of the capture, before its owner masked it: the ciphertext names it. */
const capturedPoolId = 'eu-west-1_UVcwvZ1E8'

const email = 'HenryFord@example.com'
const phone_number = '+12065550100'

/** A pool whose senders are a function that hands on its events just as they are. */
async function observed(t: TestContext, pool: Partial<CreateUserPoolCommandInput> = {}) {
  const setting = await start(t)
  const listener = await createListener<SenderEvent>(t)
  const functionArn = await createFunction(
    setting,
    'observer',
    `export const handler = async (event) => { await fetch(process.env.URL, { method: 'POST', body: JSON.stringify(event) }) }`,
    { environment: { URL: listener.url } },
  )
  const keyArn = await createKey(setting)
  const created = await createPool(setting, {
    SmsConfiguration: smsConfiguration,
    LambdaConfig: senders(functionArn, keyArn),
    ...pool,
  })
  const event = async (triggerSource: string) => {
    const isIt = (received: SenderEvent) => received.triggerSource === triggerSource
    await listener.until((received) => received.some(isIt))
    return listener.received.find(isIt)!
  }
  return { setting, keyArn, event, listener, client: app(setting, created), ...created }
}

/** Names and types at every level, in their order. */
function shapeOf(value: unknown): unknown {
  if (value === null || typeof value !== 'object') return value === null ? 'null' : typeof value
  return Object.entries(value).map(([name, member]) => [name, shapeOf(member)])
}

/** Opens a code as a sender does. */
async function open({ url }: Setting, keyArn: string, code: string) {
  const clientProvider = getClient(KMS, {
    endpoint: url,
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
  })
  const { decrypt } = buildClient(CommitmentPolicy.REQUIRE_ENCRYPT_ALLOW_DECRYPT)
  const keyring = new KmsKeyringNode({ keyIds: [keyArn], clientProvider })
  const { plaintext, messageHeader } = await decrypt(keyring, Buffer.from(code, 'base64'))
  return { text: plaintext.toString(), context: messageHeader.encryptionContext }
}

test("a sign-up's event has the members of the captured one, in their order, and its values", async (t) => {
  const { client, event, poolId, clientId } = await observed(t)
  const { UserSub } = await client.signUp('HenryFord', { email })
  const ours = await event('CustomEmailSender_SignUp')
  assert.deepEqual(shapeOf(ours), shapeOf(captured))
  assert.ok(!('response' in ours))
  assert.deepEqual(ours, {
    version: captured.version,
    triggerSource: captured.triggerSource,
    region: 'us-east-1',
    userPoolId: poolId,
    userName: captured.userName,
    callerContext: { awsSdkVersion: captured.callerContext.awsSdkVersion, clientId },
    request: {
      type: captured.request.type,
      code: ours.request.code,
      clientMetadata: captured.request.clientMetadata,
      userAttributes: { ...captured.request.userAttributes, sub: UserSub },
    },
  })
})

test("an SMS's event differs from it by type and source, and by the attribute", async (t) => {
  const { client, event } = await observed(t, { AutoVerifiedAttributes: ['phone_number'] })
  await client.signUp('HenryFord', { phone_number })
  const ours = await event('CustomSMSSender_SignUp')
  assert.equal(ours.request.type, 'customSMSSenderRequestV1')
  assert.deepEqual(
    shapeOf({ ...ours, request: { ...ours.request, userAttributes: {} } }),
    shapeOf({ ...captured, request: { ...captured.request, userAttributes: {} } }),
  )
  assert.deepEqual(ours.request.userAttributes, {
    sub: ours.request.userAttributes.sub,
    'cognito:user_status': 'UNCONFIRMED',
    phone_number,
    phone_number_verified: 'false',
  })
})

test('ClientMetadata is handed on as it was given, from every call that may carry it', async (t) => {
  const { setting, client, event, poolId } = await observed(t)
  const ClientMetadata = { tenant: 'a/b', 'key with "quotes"': 'Ünï', empty: '' }
  await client.signUp('HenryFord', { email }, { ClientMetadata })
  assert.deepEqual((await event('CustomEmailSender_SignUp')).request.clientMetadata, ClientMetadata)
  await client.resend('HenryFord')
  assert.equal((await event('CustomEmailSender_ResendCode')).request.clientMetadata, null)
  await setting.cognito.send(
    new AdminCreateUserCommand({
      UserPoolId: poolId,
      Username: 'kim',
      UserAttributes: attributes({ email, phone_number }),
      DesiredDeliveryMediums: ['EMAIL', 'SMS'],
      ClientMetadata,
    }),
  )
  for (const channel of ['Email', 'SMS']) {
    const invited = await event(`Custom${channel}Sender_AdminCreateUser`)
    assert.deepEqual(invited.request.clientMetadata, ClientMetadata)
    assert.equal(invited.callerContext.clientId, 'CLIENT_ID_NOT_APPLICABLE')
    assert.equal(invited.request.userAttributes['cognito:user_status'], 'FORCE_CHANGE_PASSWORD')
  }
})

test('a temporary password is escaped before it is encrypted, on both channels', async (t) => {
  const { setting, keyArn, event, poolId } = await observed(t)
  await setting.cognito.send(
    new AdminCreateUserCommand({
      UserPoolId: poolId,
      Username: 'kim',
      UserAttributes: attributes({ email, phone_number }),
      DesiredDeliveryMediums: ['EMAIL', 'SMS'],
      TemporaryPassword: `<B>"It's"&amp;1`,
    }),
  )
  for (const channel of ['Email', 'SMS']) {
    const { request } = await event(`Custom${channel}Sender_AdminCreateUser`)
    const { text } = await open(setting, keyArn, request.code)
    assert.equal(text, '&lt;B&gt;&quot;It&#39;s&quot;&amp;amp;1')
  }
})

test('an e-mail alias is named, and the SDK where it is one that Cognito knows', async (t) => {
  const { setting, event, clientId } = await observed(t, { AliasAttributes: ['email'] })
  const response = await fetch(setting.url, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-amz-json-1.1',
      'x-amz-target': 'AWSCognitoIdentityProviderService.SignUp',
      'user-agent': 'aws-sdk-nodejs/2.856.0 linux/v14.16.0 callback',
    },
    body: JSON.stringify({
      ClientId: clientId,
      Username: 'HenryFord',
      Password: password,
      UserAttributes: attributes({ email }),
    }),
  })
  assert.equal(response.status, 200)
  const { callerContext, request } = await event('CustomEmailSender_SignUp')
  assert.deepEqual(callerContext, { awsSdkVersion: 'aws-sdk-nodejs-2.856.0', clientId })
  assert.equal(request.userAttributes['cognito:email_alias'], email)
})

test('a code has the form of the captured one, byte for byte where both say the same', async (t) => {
  const { setting, client, event, poolId, keyArn } = await observed(t)
  await client.signUp('HenryFord', { email })
  const { request } = await event('CustomEmailSender_SignUp')
  assert.equal(request.code.slice(0, 5), captured.request.code.slice(0, 5))
  const bytes = Buffer.from(request.code, 'base64')
  const [ours, theirs] = [readMessage(bytes), readMessage(Buffer.from(captured.request.code, 'base64'))]

  assert.deepEqual(sameIn(ours), sameIn(theirs))
  assert.deepEqual(sameIn(ours), {
    version: 1,
    type: 0x80,
    suite: 0x0378,
    messageId: 16,
    context: ['aws-crypto-public-key', 'userpool-id'],
    publicKey: 68,
    dataKeys: [{ provider: 'aws-kms', blob: 184, arn: 75 }],
    contentType: 'framed',
    ivLength: 12,
    frameLength: 4096,
    headerIv: '0'.repeat(24),
    finalFrame: { sequence: 1, iv: '000000000000000000000001', length: 6 },
  })
  assert.equal(theirs.footerLength, 103)
  assert.ok(ours.footerLength >= 101 && ours.footerLength <= 104, `${ours.footerLength}: by chance, as DER is`)
  assert.equal([poolId.length, keyArn.length].join(), '19,75')
  assert.equal(bytes.length - ours.footerLength, 614 - theirs.footerLength)
  assert.equal(ours.context['userpool-id'], poolId)
  assert.equal(theirs.context['userpool-id'], capturedPoolId)
  assert.equal(ours.dataKeys[0]?.info, keyArn)

  const opened = await open(setting, keyArn, request.code)
  assert.match(opened.text, /^\d{6}$/)
  assert.deepEqual(Object.keys(opened.context), ['aws-crypto-public-key', 'userpool-id'])
  await client.confirm('HenryFord', opened.text)
})

/** What must be the same in every message: all but keys, ids and signature, of which the lengths are left. */
function sameIn(message: ReturnType<typeof readMessage>) {
  const { messageId, context, dataKeys, footerLength: _footerLength, ...same } = message
  return {
    ...same,
    messageId: messageId.length,
    context: Object.keys(context),
    publicKey: context['aws-crypto-public-key']?.length,
    dataKeys: dataKeys.map(({ provider, blob, info }) => ({
      provider,
      blob: Buffer.from(blob, 'base64').length,
      arn: info.length,
    })),
  }
}
