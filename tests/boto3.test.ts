import assert from 'node:assert/strict'
import { execFile, spawnSync } from 'node:child_process'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { promisify } from 'node:util'
import { poolWithExampleSender } from './setting/example-sender.ts'
import { start } from './setting/herald.ts'

const run = promisify(execFile)
const present = spawnSync('python3', ['-c', 'import boto3']).status === 0
const skip = present ? false : 'Python with boto3 is not on this machine.'

test('boto3: sign-up, the code from the inbox, confirmation, sign-in, and errors by their class', {
  skip,
}, async (t) => {
  const setting = await start(t)
  const { poolId, clientId, keyArn } = await poolWithExampleSender(setting)
  const { stdout } = await run('python3', [join(import.meta.dirname, 'fixtures', 'sign_up.py')], {
    env: {
      PATH: process.env.PATH,
      HOME: tmpdir(),
      AWS_ACCESS_KEY_ID: 'test',
      AWS_SECRET_ACCESS_KEY: 'test',
      AWS_DEFAULT_REGION: 'us-east-1',
      AWS_ENDPOINT_URL: setting.url,
      POOL_ID: poolId,
      CLIENT_ID: clientId,
      KEY_ARN: keyArn,
    },
  })
  assert.deepEqual(JSON.parse(stdout), {
    delivery: { Destination: 'j***@e***', DeliveryMedium: 'EMAIL', AttributeName: 'email' },
    source: 'CustomEmailSender_SignUp',
    mismatch: 'CodeMismatchException',
    status: 'CONFIRMED',
    token_use: 'access',
    wrong_password: 'Incorrect username or password.',
    plaintext: 'hello',
    users: ['jane'],
    not_built: true,
  })
})
