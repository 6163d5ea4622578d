import assert from 'node:assert/strict'
import { mkdirSync, symlinkSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { CreateKeyCommand, KMSClient } from '@aws-sdk/client-kms'
import { lambdaCollections } from '@herald/local-aws/lambda'
import { ACCOUNT, openPlace, type Place, REGION } from './lambda-place.ts'

let place: Place
before(async () => {
  place = await openPlace()
})
after(async () => {
  assert.deepEqual(place.faults, [])
  await place.close()
})

describe('what a function is given', () => {
  test('Lambda’s variables and its own; nothing of the person who runs Herald', async () => {
    process.env.AWS_PROFILE = 'production'
    process.env.HERALD_TEST_SECRET = 'planted'
    process.env.HTTPS_PROXY = 'http://proxy.example'
    try {
      await place.create(
        'variables',
        'exports.handler = async () => ({ env: process.env, cwd: process.cwd(), home: require("fs").readdirSync(process.env.HOME), tmp: require("os").tmpdir() })',
        { Environment: { Variables: { OWN: 'mine', AWS_ENDPOINT_URL_SQS: 'http://elsewhere' } }, MemorySize: 192 },
      )
      const { answer } = await place.call('variables')
      const { env } = answer
      const given: Record<string, string> = {
        OWN: 'mine',
        AWS_ENDPOINT_URL_SQS: 'http://elsewhere',
        AWS_ENDPOINT_URL: place.endpoint,
        AWS_REGION: REGION,
        AWS_DEFAULT_REGION: REGION,
        AWS_LAMBDA_FUNCTION_NAME: 'variables',
        AWS_LAMBDA_FUNCTION_VERSION: '$LATEST',
        AWS_LAMBDA_FUNCTION_MEMORY_SIZE: '192',
        AWS_LAMBDA_INITIALIZATION_TYPE: 'on-demand',
        AWS_LAMBDA_LOG_GROUP_NAME: '/aws/lambda/variables',
        AWS_LAMBDA_LOG_FORMAT: 'Text',
        AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs22.x',
        AWS_EC2_METADATA_DISABLED: 'true',
        LAMBDA_TASK_ROOT: answer.cwd,
        _HANDLER: 'index.handler',
        TZ: ':UTC',
        LANG: 'en_US.UTF-8',
        TMPDIR: answer.tmp,
      }
      for (const [name, value] of Object.entries(given)) assert.equal(env[name], value, name)
      const more = [
        ...[
          'AWS_ACCESS_KEY_ID',
          'AWS_SECRET_ACCESS_KEY',
          'AWS_SESSION_TOKEN',
          'AWS_LAMBDA_RUNTIME_API',
          '_X_AMZN_TRACE_ID',
        ],
        ...[
          'AWS_CONFIG_FILE',
          'AWS_SHARED_CREDENTIALS_FILE',
          'AWS_LAMBDA_LOG_STREAM_NAME',
          'LAMBDA_RUNTIME_DIR',
          'HOME',
          'PATH',
          'LD_LIBRARY_PATH',
        ],
      ]
      assert.deepEqual(Object.keys(env).sort(), [...Object.keys(given), ...more].sort())
      assert.notEqual(env.HOME, process.env.HOME)
      assert.deepEqual(answer.home, [])
      assert.ok(env.HOME.startsWith(place.folder) && answer.tmp.startsWith(place.folder))
    } finally {
      delete process.env.AWS_PROFILE
      delete process.env.HERALD_TEST_SECRET
      delete process.env.HTTPS_PROXY
    }
  })

  test('credentials of its role, which name it to the services it calls', async () => {
    await place.create(
      'who',
      `const { STSClient, GetCallerIdentityCommand } = require('@aws-sdk/client-sts')
       exports.handler = async () => (await new STSClient().send(new GetCallerIdentityCommand())).Arn`,
    )
    assert.equal((await place.call('who')).answer, `arn:aws:sts::${ACCOUNT}:assumed-role/sender/who`)
  })

  test('the AWS SDK v3 without packaging it, as module and by require', async () => {
    const kms = new KMSClient({
      endpoint: place.endpoint,
      region: REGION,
      credentials: { accessKeyId: 'a', secretAccessKey: 'b' },
    })
    const { KeyMetadata } = await kms.send(new CreateKeyCommand())
    kms.destroy()
    const work = `const kms = new KMSClient({})
      export const handler = async ({ KeyId }) => {
        const made = await kms.send(new EncryptCommand({ KeyId, Plaintext: Buffer.from('hello') }))
        const { Plaintext } = await kms.send(new DecryptCommand({ CiphertextBlob: made.CiphertextBlob }))
        return Buffer.from(Plaintext).toString()
      }`
    const names = '{ KMSClient, EncryptCommand, DecryptCommand }'
    await place.create(
      'sdk-import',
      { 'index.mjs': `import ${names} from '@aws-sdk/client-kms'\n${work}` },
      { Timeout: 20 },
    )
    await place.create(
      'sdk-require',
      `const ${names} = require('@aws-sdk/client-kms')\n${work.replace('export const handler', 'exports.handler')}`,
      { Timeout: 20 },
    )
    for (const name of ['sdk-import', 'sdk-require']) {
      assert.equal((await place.call(name, { KeyId: KeyMetadata?.KeyId })).answer, 'hello')
    }
  })

  test('nothing else that Herald has: the Encryption SDK must be packaged, as on AWS', async () => {
    await place.create('not-bundled', 'require("@aws-crypto/client-node")')
    assert.match(
      (await place.call('not-bundled')).answer.errorMessage,
      /^Error: Cannot find module '@aws-crypto\/client-node'/,
    )
  })

  test('no package of the folders above its own', async () => {
    mkdirSync(join(place.folder, 'node_modules', 'above'), { recursive: true })
    symlinkSync(fileURLToPath(import.meta.url), join(place.folder, 'node_modules', 'above', 'index.js'))
    for (const source of ['require("above")', 'await import("above")']) {
      const name = source.startsWith('await') ? 'above-import' : 'above-require'
      await place.create(name, { 'index.js': `exports.handler = async () => { ${source} }` })
      assert.match((await place.call(name)).answer.errorMessage, /^Cannot find (package|module) 'above'/)
    }
  })

  test('the trace of the invocation, from the caller’s on', async () => {
    await place.create('trace', 'exports.handler = async () => process.env._X_AMZN_TRACE_ID')
    assert.match((await place.call('trace')).answer, /^Root=1-[0-9a-f]{8}-[0-9a-f]{24};Parent=[0-9a-f]{16};Sampled=0$/)
    const Root = '1-68b4d200-0123456789abcdef01234567'
    const response = await fetch(`${place.endpoint}/2015-03-31/functions/trace/invocations`, {
      method: 'POST',
      headers: {
        'x-amzn-trace-id': `Root=${Root};Parent=53995c3f42cd8ad8;Sampled=1`,
        authorization: `AWS4-HMAC-SHA256 Credential=tester/20260901/${REGION}/lambda/aws4_request, SignedHeaders=host, Signature=${'0'.repeat(64)}`,
      },
    })
    assert.match(await response.text(), new RegExp(`^"Root=${Root};Parent=[0-9a-f]{16};Sampled=1"$`))
  })
})

describe('nothing reaches AWS', () => {
  test('aws-sdk v2 is turned home: KMS, SNS and SES', async () => {
    const v2 = dirname(fileURLToPath(import.meta.resolve('aws-sdk/package.json')))
    await place.create(
      'old-sdk',
      `const AWS = require('aws-sdk')
       exports.handler = async () => {
         const kms = new AWS.KMS()
         const { KeyMetadata } = await kms.createKey({}).promise()
         const { CiphertextBlob } = await kms.encrypt({ KeyId: KeyMetadata.KeyId, Plaintext: 'hello' }).promise()
         const { Plaintext } = await kms.decrypt({ CiphertextBlob }).promise()
         await new AWS.SNS().publish({ PhoneNumber: '+4915112345678', Message: 'from v2' }).promise()
         const mail = { Source: 'a@example.com', Destination: { ToAddresses: ['b@example.com'] },
           Message: { Subject: { Data: 's' }, Body: { Text: { Data: 't' } } } }
         const ses = await new AWS.SES().sendEmail(mail).promise().catch((error) => 'SES ' + error.code)
         return { text: Plaintext.toString(), arn: KeyMetadata.Arn, v2: AWS.VERSION, ses }
       }`,
      { Runtime: 'nodejs16.x', Timeout: 30, MemorySize: 512 },
    )
    assert.ok(v2)
    const { answer } = await place.call('old-sdk')
    assert.equal(answer.text, 'hello', JSON.stringify(answer))
    assert.match(answer.v2, /^2\./)
    assert.ok(answer.arn.startsWith(`arn:aws:kms:${REGION}:${ACCOUNT}:key/`))
    const { messages } = await place.inbox.list({ to: '+4915112345678' })
    assert.equal(messages[0]?.text, 'from v2')
    assert.doesNotMatch(JSON.stringify(answer.ses), /ENOTFOUND|ECONN|Network|Timeout|UnknownEndpoint/)
  })

  test('aws-sdk v2 was part of Node 16 and older only', async () => {
    await place.create('no-old-sdk', 'require("aws-sdk")')
    assert.equal((await place.call('no-old-sdk')).answer.errorType, 'Runtime.ImportModuleError')
  })

  test('http, https and fetch to hosts of AWS; names of AWS are not even looked up; no instance metadata', async () => {
    await place.create(
      'by-hand',
      {
        'index.mjs': `import { get } from 'node:http'
          import https, { request } from 'node:https'
          import net from 'node:net'
          const read = (response) => new Promise((done) => { let text = ''; response.on('data', (c) => { text += c }); response.on('end', () => done(response.statusCode + ' ' + text)) })
          const failure = (start) => new Promise((done) => { start().on('error', (e) => done(e.code)) })
          const path = '/_herald/functions/code/x'
          export const handler = async () => ({
            get: await new Promise((done, no) => get('http://kms.eu-west-1.amazonaws.com' + path, (r) => done(read(r))).on('error', no)),
            request: await new Promise((done, no) => request({ host: 'sns.eu-west-1.amazonaws.com', path, agent: new https.Agent() }, (r) => done(read(r))).on('error', no).end()),
            url: await new Promise((done, no) => https.get(new URL('https://email.eu-west-1.amazonaws.com' + path), { headers: { Host: 'email.eu-west-1.amazonaws.com' } }, (r) => done(read(r))).on('error', no)),
            fetch: await fetch('https://s3.amazonaws.com' + path).then(async (r) => r.status + ' ' + await r.text()),
            posted: await fetch(new Request('https://kms.us-east-1.amazonaws.com/', { method: 'POST', body: '{}', headers: { 'content-type': 'application/x-amz-json-1.1', 'x-amz-target': 'TrentService.Nonsense' } })).then(async (r) => r.status + ' ' + await r.text()),
            name: await failure(() => net.connect(443, 'sqs.eu-west-1.amazonaws.com')),
            metadata: await failure(() => get('http://169.254.169.254/latest/meta-data/')),
            metadataFetch: await fetch('http://169.254.169.254/').then(() => 'answered', (e) => e.message),
          })`,
      },
      { Timeout: 20 },
    )
    const { answer, error } = await place.call('by-hand')
    assert.equal(error, undefined, JSON.stringify(answer))
    const home = await fetch(`${place.endpoint}/_herald/functions/code/x`).then(
      async (r) => `${r.status} ${await r.text()}`,
    )
    for (const way of ['get', 'request', 'url', 'fetch']) {
      assert.equal(answer[way].replace(/[0-9a-f-]{36}/, ''), home.replace(/[0-9a-f-]{36}/, ''), way)
    }
    assert.match(answer.posted, /^400 .*(UnknownOperation|MissingAuthenticationToken)/)
    assert.equal(answer.name, 'ENOTFOUND')
    assert.equal(answer.metadata, 'ECONNREFUSED')
    assert.equal(answer.metadataFetch, 'fetch failed')
  })

  test('environment variables are sealed at rest', async () => {
    await place.create('sealed', 'exports.handler = async () => process.env.API_KEY', {
      Environment: { Variables: { API_KEY: 'planted-secret-value' } },
    })
    assert.equal((await place.call('sealed')).answer, 'planted-secret-value')
    const row = await place.store.get(lambdaCollections[0], [ACCOUNT, REGION, 'sealed'])
    assert.equal(row?.name, 'sealed')
    assert.doesNotMatch(JSON.stringify(row), /planted|API_KEY/)
  })
})
