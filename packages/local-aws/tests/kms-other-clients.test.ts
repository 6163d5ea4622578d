import assert from 'node:assert/strict'
import { execFile, spawnSync } from 'node:child_process'
import { mkdtempDisposable, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { promisify } from 'node:util'
import { ACCOUNT, openPlace, type Place, POOL, REGION } from './kms-place.ts'

const run = promisify(execFile)
const missing = (command: string, ...args: string[]) =>
  spawnSync(command, args).status === 0 ? false : `${command} ${args.join(' ')} does not run on this machine`

let place: Place
let env: NodeJS.ProcessEnv
before(async () => {
  place = await openPlace()
  env = {
    PATH: process.env.PATH,
    AWS_ENDPOINT_URL: place.endpoint,
    AWS_ACCESS_KEY_ID: 'alice',
    AWS_SECRET_ACCESS_KEY: 'any',
    AWS_DEFAULT_REGION: REGION,
    AWS_CONFIG_FILE: '/dev/null',
    AWS_SHARED_CREDENTIALS_FILE: '/dev/null',
    AWS_EC2_METADATA_DISABLED: 'true',
    AWS_PAGER: '',
  }
})
after(async () => {
  await place.close()
  assert.deepEqual(place.faults, [])
})

test('the AWS CLI makes a key, an alias and a grant, and round-trips', {
  skip: missing('aws', '--version'),
}, async () => {
  const aws = async (...args: string[]) => {
    const { stdout } = await run('aws', [...args, '--output', 'json'], { env })
    return stdout.trim() === '' ? undefined : JSON.parse(stdout)
  }
  const { KeyMetadata } = await aws('kms', 'create-key', '--description', 'codes')
  assert.equal(KeyMetadata.Arn, `arn:aws:kms:${REGION}:${ACCOUNT}:key/${KeyMetadata.KeyId}`)
  await aws('kms', 'create-alias', '--alias-name', 'alias/codes', '--target-key-id', KeyMetadata.KeyId)
  const context = `userpool-id=${POOL}`
  // Versions 1 and 2 of the CLI agree on files, not on what they take on the line.
  await using folder = await mkdtempDisposable(join(tmpdir(), 'herald-kms-'))
  const [plain, sealed] = [join(folder.path, 'plain'), join(folder.path, 'sealed')]
  await writeFile(plain, 'hello')
  const made = await aws(
    ...['kms', 'encrypt', '--key-id', 'alias/codes', '--plaintext', `fileb://${plain}`],
    ...['--encryption-context', context],
  )
  assert.equal(made.KeyId, KeyMetadata.Arn)
  await writeFile(sealed, Buffer.from(made.CiphertextBlob, 'base64'))
  const opened = await aws(
    ...['kms', 'decrypt', '--ciphertext-blob', `fileb://${sealed}`, '--encryption-context', context],
  )
  assert.equal(Buffer.from(opened.Plaintext, 'base64').toString(), 'hello')
  const grant = await aws(
    ...['kms', 'create-grant', '--key-id', KeyMetadata.KeyId, '--grantee-principal', 'cognito-idp.amazonaws.com'],
    ...['--operations', 'GenerateDataKey', '--constraints', `EncryptionContextSubset={userpool-id=${POOL}}`],
  )
  assert.match(grant.GrantId, /^[0-9a-f]{64}$/)
  const identity = await aws('sts', 'get-caller-identity')
  assert.equal(identity.Arn, `arn:aws:iam::${ACCOUNT}:user/alice`)
})

const script = `
import boto3, json
kms = boto3.client('kms')
key = kms.create_key()['KeyMetadata']
data = kms.generate_data_key(KeyId=key['KeyId'], KeySpec='AES_256', EncryptionContext={'a': '1'})
same = kms.decrypt(CiphertextBlob=data['CiphertextBlob'], EncryptionContext={'a': '1'})['Plaintext'] == data['Plaintext']
try:
    kms.decrypt(CiphertextBlob=data['CiphertextBlob'])
except kms.exceptions.InvalidCiphertextException as error:
    wrong = error.response['ResponseMetadata']['HTTPStatusCode']
role = boto3.client('sts').assume_role(RoleArn='arn:aws:iam::${ACCOUNT}:role/admin', RoleSessionName='me')
print(json.dumps({'same': same, 'wrong': wrong, 'created': key['CreationDate'].year, 'role': role['AssumedRoleUser']['Arn']}))
`

test('boto3 generates and opens a data key, and sees the errors by name', {
  skip: missing('python3', '-c', 'import boto3'),
}, async () => {
  const { stdout } = await run('python3', ['-c', script], { env })
  assert.deepEqual(JSON.parse(stdout), {
    same: true,
    wrong: 400,
    created: 2026,
    role: `arn:aws:sts::${ACCOUNT}:assumed-role/admin/me`,
  })
})
