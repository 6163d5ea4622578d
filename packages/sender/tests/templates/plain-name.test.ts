import assert from 'node:assert/strict'
import { test } from 'node:test'
import { plainName } from '@herald/sender'

test('a name that carries a link or markup loses it', () => {
  const cases: [string, string][] = [
    ['Ann', 'Ann'],
    ['Win $500 at https://evil.example/x?y now', 'Win $500 at now'],
    ['<a href="https://evil.example">Click</a>', 'a href="'],
    ['www.evil.example/path hi', 'hi'],
    ['go to evil.com', 'go to'],
    ['evil。com', ''],
    ['evil.com/a Ann', 'Ann'],
    ['e\u200Bvil.com', ''],
    ['write evil@spam.biz', 'write evil'],
    ['javascript:alert(1)', ''],
    ['{{7*7}}', '7*7'],
    ['hxxp://x', ''],
    ['пример.рф', ''],
  ]
  for (const [name, plain] of cases) assert.equal(plainName(name), plain, name)
})

test('names as people have them stay as they are', () => {
  const names = [
    "Conan O'Brien",
    'Jean-Luc d’Arc',
    'Søren Ærø',
    '山田 太郎',
    'محمد',
    'José María',
    'J. R. R. Tolkien',
    'Dr. No',
    'St. John',
    '👩‍👩‍👧 Fam',
    '$& $1 $` "x"',
  ]
  for (const name of names) assert.equal(plainName(name), name)
})

test('what cannot be seen, turns the text or ends the line is gone', () => {
  assert.equal(plainName('a\u202Egnp\u2066b\u200F\u200Bc'), 'agnpbc')
  assert.equal(plainName('A\r\nBcc: x\u0000\u0007\u2028B'), 'A Bcc: x B')
  assert.equal(plainName('A\uD800B'), 'AB')
  assert.equal(plainName(undefined), '')
})

test('a name is short, and not cut within a character', () => {
  assert.equal(plainName('😀'.repeat(100), 5), '😀😀😀😀…')
  assert.equal([...plainName('x'.repeat(1_000_000))].length, 64)
  const began = process.hrtime.bigint()
  plainName('a.'.repeat(100_000))
  plainName('a'.repeat(100_000))
  plainName(`${'-'.repeat(100_000)}.`)
  assert.ok(process.hrtime.bigint() - began < 1_000_000_000n)
})
