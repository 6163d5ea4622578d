import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { DescribeKeyCommand, KMSClient } from '@aws-sdk/client-kms'
import { AssumeRoleCommand, GetCallerIdentityCommand, GetSessionTokenCommand, STSClient } from '@aws-sdk/client-sts'
import { ACCOUNT, openPlace, type Place, REGION } from './kms-place.ts'

let place: Place
before(async () => {
  place = await openPlace()
})
after(async () => {
  assert.deepEqual(place.faults, [])
  await place.close()
})

const sts = (credentials: { accessKeyId: string; secretAccessKey: string; sessionToken?: string }) =>
  new STSClient({ endpoint: place.endpoint, region: REGION, credentials, maxAttempts: 1 })
const alice = { accessKeyId: 'alice', secretAccessKey: 'any' }

test('the access key names the caller', async () => {
  const identity = await sts(alice).send(new GetCallerIdentityCommand({}))
  assert.equal(identity.Account, ACCOUNT)
  assert.equal(identity.Arn, `arn:aws:iam::${ACCOUNT}:user/alice`)
})

test('an assumed role is who calls from then on, until its time is over', async () => {
  const RoleArn = `arn:aws:iam::${ACCOUNT}:role/admin`
  const { Credentials, AssumedRoleUser } = await sts(alice).send(
    new AssumeRoleCommand({ RoleArn, RoleSessionName: 'me', DurationSeconds: 900 }),
  )
  const session = {
    accessKeyId: Credentials!.AccessKeyId!,
    secretAccessKey: Credentials!.SecretAccessKey!,
    sessionToken: Credentials!.SessionToken!,
  }
  assert.equal(Credentials!.Expiration!.getTime(), place.clock.now() + 900_000)
  const identity = await sts(session).send(new GetCallerIdentityCommand({}))
  assert.deepEqual(
    [identity.Arn, identity.UserId],
    [`arn:aws:sts::${ACCOUNT}:assumed-role/admin/me`, AssumedRoleUser!.AssumedRoleId],
  )
  await assert.rejects(sts({ ...session, sessionToken: 'guess' }).send(new GetCallerIdentityCommand({})), {
    name: /UnrecognizedClientException|InvalidClientTokenId/,
  })
  place.clock.advance(900_000)
  await assert.rejects(sts(session).send(new GetCallerIdentityCommand({})), { name: /^ExpiredToken/ })
})

test('GetSessionToken gives working keys', async () => {
  const { Credentials } = await sts(alice).send(new GetSessionTokenCommand({}))
  const credentials = {
    accessKeyId: Credentials!.AccessKeyId!,
    secretAccessKey: Credentials!.SecretAccessKey!,
    sessionToken: Credentials!.SessionToken!,
  }
  const identity = await sts(credentials).send(new GetCallerIdentityCommand({}))
  assert.equal(identity.Arn, `arn:aws:iam::${ACCOUNT}:user/alice`)
})

test('refusals come in the form of the Query protocol', async () => {
  const assume = (RoleArn: string) => sts(alice).send(new AssumeRoleCommand({ RoleArn, RoleSessionName: 'me' }))
  await assert.rejects(assume(`arn:aws:iam::${ACCOUNT}:user/admin`), { name: 'ValidationError', message: /is invalid/ })
})

test('a stolen access key of a function is worth nothing without its token', async () => {
  const issued = place.credentials.issueForFunction({
    roleArn: `arn:aws:iam::${ACCOUNT}:role/sender`,
    functionArn: `arn:aws:lambda:${REGION}:${ACCOUNT}:function:mail`,
    functionName: 'mail',
    sandboxId: 'sandbox-1',
    currentTraceId: () => undefined,
  })
  const credentials = { accessKeyId: issued.accessKeyId, secretAccessKey: 'any' }
  const kms = new KMSClient({ endpoint: place.endpoint, region: REGION, credentials, maxAttempts: 1 })
  await assert.rejects(kms.send(new DescribeKeyCommand({ KeyId: 'alias/x' })), { name: 'UnrecognizedClientException' })
})
