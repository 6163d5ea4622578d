import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { test } from 'node:test'
import { generateAll } from '../../../scripts/generate-protocol.ts'

test('the generated types are what the models give', async (t) => {
  const files = generateAll()
  assert.equal(files.length, 8)
  for (const { path, text } of files) {
    await t.test(basename(path), () => assert.equal(readFileSync(path, 'utf8'), text))
  }
})
