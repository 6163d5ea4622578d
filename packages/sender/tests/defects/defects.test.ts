/** Each mistake that handlers found in public have: one check, which a handler with the mistake fails and a sender passes. */
import assert from 'node:assert/strict'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { defects } from './defects.ts'
import { openPlace } from './place.ts'

test('every naive handler belongs to a defect', () => {
  const shared = ['decrypt', 'send-mail']
  const files = readdirSync(join(import.meta.dirname, 'naive')).map((file) => file.replace('.mjs', ''))
  assert.deepEqual(files.filter((file) => !shared.includes(file)).sort(), defects.map(({ naive }) => naive).sort())
})

for (const { name, naive, check, fails, environment } of defects) {
  test(name, async (t) => {
    await t.test(`naive/${naive}.mjs fails the check`, async (t) => {
      const place = await openPlace(t, `naive/${naive}.mjs`, environment)
      await assert.rejects(check(place), (error: Error) => {
        assert.match(error.message, fails)
        return true
      })
    })
    await t.test('a sender passes it', async (t) => {
      await check(await openPlace(t, 'sender.ts', environment))
    })
  })
}
