import assert from 'node:assert/strict'
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { CreateFunctionCommand, DeleteFunctionCommand, ListFunctionsCommand } from '@aws-sdk/client-lambda'
import { openPlace, type Place, ROLE, until, zipOf } from './lambda-place.ts'

let place: Place
let good: Buffer
before(async () => {
  place = await openPlace()
  good = await zipOf({ 'index.js': 'exports.handler = async () => 1', 'lib/a.js': 'x' })
})
after(async () => {
  assert.deepEqual(place.faults, [])
  await place.close()
})

const UNZIP = 'Could not unzip uploaded file. Please check your file, then try to upload again.'

/** Nothing of a refused package stays, inside the work folder or beside it. */
async function refused(ZipFile: Buffer, message: string | RegExp = UNZIP): Promise<void> {
  const command = new CreateFunctionCommand({
    FunctionName: 'bad',
    Runtime: 'nodejs22.x',
    Handler: 'index.handler',
    Role: ROLE,
    Code: { ZipFile },
  })
  await assert.rejects(place.client.send(command), { name: 'InvalidParameterValueException', message })
  assert.deepEqual((await place.client.send(new ListFunctionsCommand({}))).Functions, [])
  for (const folder of ['archives', 'unpacked']) {
    const path = join(place.folder, 'functions', folder)
    assert.deepEqual(existsSync(path) ? readdirSync(path) : [], [], folder)
  }
  assert.deepEqual(readdirSync(place.folder), ['functions'])
}

/** The same archive with another name of the same length in it: yazl refuses to write bad names. */
function renamed(archive: Buffer, from: string, to: string): Buffer {
  assert.equal(from.length, to.length)
  return Buffer.from(archive.toString('latin1').replaceAll(from, to), 'latin1')
}

for (const name of [
  '../evil.js',
  'a/../../x.js',
  '/etc/passw',
  'C:/evil.js',
  '..\\evil.js',
  'a\\b\\evil.j',
  './../evil.',
]) {
  test(`an entry named ${name}`, async () => {
    const innocent = 'x'.repeat(name.length)
    await refused(renamed(await zipOf({ [innocent]: 'planted' }), innocent, name))
  })
}

test('no zip at all, an empty one, and one that is cut or damaged', async () => {
  await refused(Buffer.from('this is not a zip'))
  await refused(Buffer.alloc(100_000, 7))
  await refused(await zipOf({}), 'Uploaded file must be a non-empty zip')
  for (let cut = 1; cut < good.length; cut += 7) await refused(good.subarray(0, cut))
})

test('any damaged byte gives a clear refusal or a function, never a fault', async () => {
  for (let at = 0; at < good.length; at += 5) {
    const damaged = Buffer.from(good)
    damaged[at] = damaged[at]! ^ 0xff
    const name = `damaged-${at}`
    await place.create(name, '', { Code: { ZipFile: damaged } }).catch((error: Error) => {
      assert.equal(error.name, 'InvalidParameterValueException')
    })
  }
  assert.deepEqual(place.faults, [])
  const { Functions } = await place.client.send(new ListFunctionsCommand({}))
  for (const made of Functions ?? [])
    await place.client.send(new DeleteFunctionCommand({ FunctionName: made.FunctionName }))
  // A deleted function's package goes after its sandboxes have ended, which the answer does not wait for.
  await until('no package', async () =>
    ['archives', 'unpacked'].every((folder) => readdirSync(join(place.folder, 'functions', folder)).length === 0),
  )
})

test('symbolic links and names that come twice', async () => {
  await refused(await zipOf({ link: '/etc/passwd' }, 0o120777), /symbolic links is not built yet/)
  await refused(renamed(await zipOf({ 'one.js': '1', 'two.js': '2' }), 'two.js', 'one.js'))
  await refused(await zipOf({ 'a/b.js': '1', a: '2' }))
})

test('bombs: packed too tightly, too large, and sizes that lie', async () => {
  await refused(await zipOf({ zeros: Buffer.alloc(40 * 1024 * 1024) }))
  const archive = await zipOf({ zeros: Buffer.alloc(100_000) })
  const size = Buffer.alloc(4)
  size.writeUInt32LE(100_000)
  const smaller = Buffer.alloc(4)
  smaller.writeUInt32LE(10)
  await refused(renamed(archive, size.toString('latin1'), smaller.toString('latin1')))
  const larger = Buffer.alloc(4)
  larger.writeUInt32LE(300_000_000)
  await refused(
    renamed(archive, size.toString('latin1'), larger.toString('latin1')),
    'Unzipped size must be smaller than 262144000 bytes',
  )
})

test('more entries than a package may have', async () => {
  const crowded = Buffer.from(good)
  const end = crowded.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'))
  crowded.writeUInt16LE(60_000, end + 8)
  crowded.writeUInt16LE(60_000, end + 10)
  await refused(crowded, 'A package has at most 50000 entries.')
})
