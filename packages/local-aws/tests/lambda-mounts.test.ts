import assert from 'node:assert/strict'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { AddPermissionCommand, GetFunctionCommand, GetPolicyCommand } from '@aws-sdk/client-lambda'
import { arnOf, openPlace, type Place, until } from './lambda-place.ts'

let place: Place
let folder: string
before(async () => {
  place = await openPlace()
  folder = await mkdtemp(join(tmpdir(), 'herald-mount-'))
})
after(async () => {
  assert.deepEqual(place.faults, [])
  await place.close()
  await rm(folder, { recursive: true, force: true })
})

test('a folder is served in place, TypeScript too, and reloads when a file changes', async () => {
  await mkdir(join(folder, 'lib'))
  await writeFile(join(folder, 'package.json'), '{"type":"module"}')
  await writeFile(join(folder, 'lib', 'said.ts'), 'export const said: string = "one"')
  await writeFile(
    join(folder, 'sender.ts'),
    'import { said } from "./lib/said.ts"\nexport async function handler(event: { wait?: number }) { await new Promise((go) => setTimeout(go, event.wait ?? 0)); return [said, process.env.NAME, process.cwd()] }',
  )
  const mount = { functionName: 'mounted', folder, handler: 'sender.handler', environment: { NAME: 'Jane' } }
  const mounted = await place.lambda.mount(mount)
  assert.equal(mounted.functionArn, arnOf('mounted'))
  assert.deepEqual((await place.call('mounted')).answer, ['one', 'Jane', folder])
  const { Configuration, Code } = await place.client.send(new GetFunctionCommand({ FunctionName: 'mounted' }))
  assert.equal(Configuration?.CodeSha256, 'mounted')
  assert.equal(Code?.Location, undefined)

  const running = place.call('mounted', { wait: 600 })
  await writeFile(join(folder, 'lib', 'said.ts'), 'export const said: string = "two"')
  await until('the new code', async () => (await place.call('mounted')).answer[0] === 'two')
  assert.equal((await running).answer[0], 'one')

  // New folders are watched as well.
  await mkdir(join(folder, 'lib', 'more'))
  await writeFile(join(folder, 'lib', 'more', 'deep.ts'), 'export const said = "three"')
  await new Promise((done) => setTimeout(done, 300))
  await writeFile(join(folder, 'lib', 'said.ts'), 'export { said } from "./more/deep.ts"')
  await until('the third code', async () => (await place.call('mounted')).answer[0] === 'three')
  await writeFile(join(folder, 'lib', 'more', 'deep.ts'), 'export const said = "four"')
  await until('the fourth code', async () => (await place.call('mounted')).answer[0] === 'four')

  // Mounting again keeps the policy.
  await place.client.send(
    new AddPermissionCommand({
      FunctionName: 'mounted',
      StatementId: 'cognito',
      Action: 'lambda:InvokeFunction',
      Principal: 'cognito-idp.amazonaws.com',
    }),
  )
  mounted.close()
  await place.lambda.mount({ ...mount, environment: { NAME: 'Joe' } })
  assert.deepEqual((await place.call('mounted')).answer, ['four', 'Joe', folder])
  assert.match((await place.client.send(new GetPolicyCommand({ FunctionName: 'mounted' }))).Policy ?? '', /cognito/)
})

test('a folder that does not exist is refused; one that goes away fails its invocations', async () => {
  const gone = join(folder, 'gone')
  await assert.rejects(place.lambda.mount({ functionName: 'gone', folder: gone, handler: 'a.b' }), /There is no folder/)
  await mkdir(gone)
  await place.lambda.mount({ functionName: 'gone', folder: gone, handler: 'a.b' })
  await rm(gone, { recursive: true })
  assert.equal((await place.call('gone')).error, 'Unhandled')
})
