/** What the package's bundle command makes, as the code of a function that a user pool calls. */
import assert from 'node:assert/strict'
import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { ConfirmSignUpCommand, SignUpCommand } from '@aws-sdk/client-cognito-identity-provider'
import { startFakeService } from '../packages/sender/tests/providers/fake-service.ts'
import { start } from './setting/herald.ts'
import { createFunction, createKey, createPool, senders } from './setting/pool.ts'
import { consumer, runProgram } from './setting/sender-package.ts'

const service = await startFakeService()
after(() => service.close())

const handler = (entry: string, provider: string) => `import { createSender } from '${entry}'
import { ${provider} as resend } from '@herald/sender/providers/resend'
const [baseUrl, apiKey, from] = [process.env.RESEND, 're_test', 'Acme <no-reply@acme.dev>']
export const handler = createSender({ email: resend({ apiKey, from, baseUrl }) })
`

for (const [name, entry, provider, limit] of [
  ['official', '@herald/sender', 'resend', 350_000],
  ['lite', '@herald/sender/lite', 'resendToSend', 60_000],
] as const) {
  test(`a bundle with the ${name} decryptor is a whole function of ${limit} bytes at most: it and the runtime suffice`, {
    timeout: 120_000,
  }, async (t) => {
    const home = await consumer(`function-${name}`, { 'index.ts': handler(entry, provider) }, ['esbuild'])
    const command = join('node_modules', '@herald', 'sender', 'esm', 'bundle', 'main.js')
    await runProgram(process.execPath, [command, 'bundle', 'index.ts'], { cwd: home })
    const file = join(home, 'dist', 'index.js')
    assert.ok(statSync(file).size <= limit, `${statSync(file).size} bytes`)
    const setting = await start(t)
    const keyArn = await createKey(setting)
    const code = { 'index.js': readFileSync(file, 'utf8') }
    const environment = { KEY_ARN: keyArn, RESEND: service.url }
    const functionArn = await createFunction(setting, `bundled-${name}`, code, { environment })
    const { clientId } = await createPool(setting, { LambdaConfig: senders(functionArn, keyArn) })
    const arrives = service.nextRequest()
    const user = { ClientId: clientId, Username: 'jane' }
    const UserAttributes = [{ Name: 'email', Value: 'jane@acme.dev' }]
    await setting.cognito.send(new SignUpCommand({ ...user, Password: 'Correct-Horse-1', UserAttributes }))
    await arrives
    const { text } = JSON.parse(service.seen.at(-1)!.body) as { text: string }
    const [ConfirmationCode] = /\b\d{6}\b/.exec(text) ?? []
    assert.ok(ConfirmationCode, 'the code stands in the text')
    await setting.cognito.send(new ConfirmSignUpCommand({ ...user, ConfirmationCode }))
  })
}
