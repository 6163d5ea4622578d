/** Each source of a custom sender's event × each way to write the function × each database: the code that arrives counts. */
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { databases, functions, matrixPlace } from './setting/matrix-place.ts'
import { sources } from './setting/matrix-sources.ts'
import { delivered } from './setting/people.ts'
import { root } from './setting/sources.ts'
import { untilStep } from './setting/trace.ts'

/** As AWS's guide lists them for the two triggers, but for the notice of a take-over, which has no code. */
const documented = ['SignUp', 'ResendCode', 'ForgotPassword', 'UpdateUserAttribute', 'VerifyUserAttribute']
  .concat('AdminCreateUser', 'Authentication')
  .flatMap((suffix) => [`CustomEmailSender_${suffix}`, `CustomSMSSender_${suffix}`])

test('the matrix has all fourteen sources that carry a secret, and docs/fidelity.md a row for each', () => {
  assert.equal(documented.length, 14)
  assert.deepEqual(sources.map(({ source }) => source).sort(), [...documented].sort())
  const rows = readFileSync(join(root, 'docs', 'fidelity.md'), 'utf8').split('\n')
  const missing = documented.filter(
    (source) => !rows.some((row) => row.includes(`\`${source}\``) && row.includes('`matrix.test.ts`')),
  )
  assert.deepEqual(missing, [])
})

for (const database of databases) {
  for (const { name, skip, option: deploy } of functions) {
    test(`${name}, on ${database.name}`, { skip: database.skip || skip }, async (t) => {
      const place = await matrixPlace(t, deploy, await database.option(t))
      const { setting } = place
      let arrived = true
      for (const { source, cause, person } of sources) {
        await t.test(`${source}: the secret arrives, and counts`, async () => {
          // Waiting for each would take minutes where the function sends nothing at all.
          assert.ok(arrived, 'the one before did not arrive')
          arrived = false
          const take = await cause(place, person)
          const { message, text } = await delivered(setting, { source, userName: person.name })
          arrived = true
          const { channel, address } = person
          assert.deepEqual(
            [message.state, message.channel, message.to],
            ['delivered', channel.medium === 'EMAIL' ? 'email' : 'sms', address],
          )
          // Read off the text that the function sent; nothing else here knows the code.
          const secret = / is:? (\S+?)\.?$/.exec(text)?.[1]
          assert.ok(secret, text)
          await take(secret)
          await untilStep(setting, message.id, 'function ok')
        })
      }
      assert.deepEqual(setting.logged, [])
    })
  }
}
