/** Archives that were made to harm: each is refused as a bad parameter, nothing of it stays, and nothing lands outside. */
import assert from 'node:assert/strict'
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type TestContext, test } from 'node:test'
import { CreateFunctionCommand, InvokeCommand, ListFunctionsCommand } from '@aws-sdk/client-lambda'
import yazl from 'yazl'
import { checkRefusal, isWell, rest } from './setting/broken.ts'
import { type Setting, start } from './setting/herald.ts'
import { zipOf } from './setting/pool.ts'
import { sendRaw } from './setting/raw-http.ts'

const UNZIP = /^Could not unzip uploaded file/
const MEGABYTE = 1024 * 1024

/** A Herald on disk, so that what an archive leaves behind can be seen. */
async function startOnDisk(t: TestContext): Promise<{ setting: Setting; folder: string }> {
  const folder = mkdtempSync(join(tmpdir(), 'herald-archives-'))
  t.after(() => rmSync(folder, { recursive: true, force: true }))
  const setting = await start(t, ['--data', join(folder, 'data'), '--root-key-file', join(folder, 'key', 'root.key')])
  return { setting, folder }
}

const creation = (ZipFile: Buffer) =>
  rest(
    'lambda',
    '/2015-03-31/functions',
    JSON.stringify({
      FunctionName: 'bad',
      Runtime: 'nodejs22.x',
      Handler: 'index.handler',
      Role: 'arn:aws:iam::000000000000:role/x',
      Code: { ZipFile: ZipFile.toString('base64') },
    }),
  )

async function refused({ setting, folder }: { setting: Setting; folder: string }, archive: Buffer, message: RegExp) {
  const answer = await sendRaw(setting.url, creation(archive))
  checkRefusal(answer, { status: 400, code: 'InvalidParameterValueException', form: 'rest-json' })
  assert.match(String(answer.json.message ?? answer.json.Message), message)
  assert.deepEqual((await setting.lambda.send(new ListFunctionsCommand({}))).Functions, [])
  assert.deepEqual(readdirSync(folder).sort(), ['data', 'key'])
  for (const place of ['archives', 'unpacked']) {
    const path = join(folder, 'data', 'functions', place)
    assert.deepEqual(existsSync(path) ? readdirSync(path) : [], [], place)
  }
}

/** The same archive under another name of the same length: yazl refuses to write bad ones. */
function renamed(archive: Buffer, from: string, to: string): Buffer {
  assert.equal(from.length, to.length)
  return Buffer.from(archive.toString('latin1').replaceAll(from, to), 'latin1')
}

const named = async (name: string) => {
  const innocent = 'x'.repeat(name.length)
  return renamed(await zipOf({ [innocent]: 'planted' }), innocent, name)
}

async function zipWithMode(name: string, content: string, mode: number): Promise<Buffer> {
  const zip = new yazl.ZipFile()
  zip.addBuffer(Buffer.from(content), name, { mode })
  zip.end()
  const parts: Buffer[] = []
  for await (const part of zip.outputStream) parts.push(part as Buffer)
  return Buffer.concat(parts)
}

/** A valid zip of so many empty files, written by hand: in its 64-bit form, which is the only one for so many. */
function zipOfMany(count: number): Buffer {
  const files: Buffer[] = []
  const directory: Buffer[] = []
  let at = 0
  for (let index = 0; index < count; index++) {
    const name = Buffer.from(`f${index}`)
    const local = Buffer.concat([Buffer.alloc(30), name])
    local.write('PK\x03\x04\x0a', 'latin1')
    local.writeUInt16LE(name.length, 26)
    const entry = Buffer.concat([Buffer.alloc(46), name])
    entry.write('PK\x01\x02\x0a\x00\x0a', 'latin1')
    entry.writeUInt16LE(name.length, 28)
    entry.writeUInt32LE(at, 42)
    at += local.length
    files.push(local)
    directory.push(entry)
  }
  const length = Buffer.concat(directory).length
  const end64 = Buffer.alloc(56)
  end64.write('PK\x06\x06\x2c', 'latin1')
  for (const [offset, value] of [
    [24, count],
    [32, count],
    [40, length],
    [48, at],
  ] as const)
    end64.writeBigUInt64LE(BigInt(value), offset)
  const locator = Buffer.alloc(20)
  locator.write('PK\x06\x07', 'latin1')
  locator.writeBigUInt64LE(BigInt(at + length), 8)
  locator.writeUInt32LE(1, 16)
  const end = Buffer.alloc(22, 0xff)
  end.write('PK\x05\x06\x00\x00\x00\x00', 'latin1')
  end.writeUInt16LE(0, 20)
  return Buffer.concat([...files, ...directory, end64, locator, end])
}

const u32 = (value: number) => {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(value)
  return bytes.toString('latin1')
}

test('entries that lead out of their folder', async (t) => {
  const place = await startOnDisk(t)
  const names = [
    '../evil.mjs',
    'a/../../x.mjs',
    '/etc/passwd',
    'C:/evil.mjs',
    '..\\evil.mjs',
    'a\\..\\..\\x',
    './../evil',
  ]
  for (const name of [...names, '..', 'a/..', 'a\0b', '/', '//evil']) {
    await t.test(JSON.stringify(name), async () => refused(place, await named(name), UNZIP))
  }
  await t.test('a symbolic link', async () => {
    await refused(place, await zipWithMode('link', '/etc/passwd', 0o120777), /symbolic links/)
  })
  await t.test('one name twice, and a file that is a folder as well', async () => {
    await refused(place, renamed(await zipOf({ 'one.js': '1', 'two.js': '2' }), 'two.js', 'one.js'), UNZIP)
    await refused(place, await zipOf({ 'a/b.js': '1', a: '2' }), UNZIP)
  })
  await isWell(place.setting)
})

test('bombs: ratio, size, nested archives, and a hundred thousand entries', async (t) => {
  const place = await startOnDisk(t)
  await refused(place, await zipOf({ zeros: Buffer.alloc(60 * MEGABYTE) }), UNZIP)
  const parts = Object.fromEntries(Array.from({ length: 30 }, (_, index) => [`${index}`, Buffer.alloc(MEGABYTE)]))
  await refused(place, await zipOf(parts), UNZIP)
  const some = await zipOf({ zeros: Buffer.alloc(100_000) })
  await refused(place, renamed(some, u32(100_000), u32(10)), UNZIP)
  await refused(
    place,
    renamed(some, u32(100_000), u32(300_000_000)),
    /^Unzipped size must be smaller than 262144000 bytes/,
  )
  await refused(place, zipOfMany(100_000), /at most 50000 entries/)

  // An archive in an archive is a file like others: nobody opens it.
  const inner = await zipOf({ zeros: Buffer.alloc(15 * MEGABYTE) })
  const outer = await zipOf({ 'index.mjs': 'export const handler = async () => 1', 'inner.zip': inner })
  const { CodeSize } = await place.setting.lambda.send(
    new CreateFunctionCommand({
      FunctionName: 'nested',
      Runtime: 'nodejs22.x',
      Handler: 'index.handler',
      Role: 'arn:aws:iam::000000000000:role/x',
      Code: { ZipFile: outer },
    }),
  )
  assert.equal(CodeSize, outer.length)
  const { StatusCode, FunctionError } = await place.setting.lambda.send(new InvokeCommand({ FunctionName: 'nested' }))
  assert.deepEqual([StatusCode, FunctionError], [200, undefined])
  await isWell(place.setting)
})

test('no archive at all, an empty one, and damaged ones', async (t) => {
  const place = await startOnDisk(t)
  const good = await zipOf({ 'index.mjs': 'export const handler = async () => 1' })
  await refused(place, await zipOf({}), /^Uploaded file must be a non-empty zip/)
  await refused(place, Buffer.alloc(0), /non-empty zip|source for function code/)
  await refused(place, Buffer.from('this is no zip'), UNZIP)
  await refused(place, Buffer.alloc(MEGABYTE, 'PK\x05\x06'), UNZIP)
  await refused(place, Buffer.from('\x1f\x8b\x08\x00 a tarball'), UNZIP)
  for (let cut = 1; cut < good.length; cut += 17) await refused(place, good.subarray(0, cut), UNZIP)
  await isWell(place.setting)
})
