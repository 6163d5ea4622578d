import assert from 'node:assert/strict'
import { test } from 'node:test'
import { modelOf, serviceNames } from '../src/index.ts'
import { compilePattern } from '../src/pattern.ts'

function* patterns() {
  for (const service of serviceNames) {
    for (const [name, shape] of Object.entries(modelOf(service).shapes)) {
      if (shape.pattern) yield { service, name, pattern: shape.pattern, max: shape.max }
    }
  }
}

test('every pattern of every model compiles', () => {
  let count = 0
  for (const { pattern } of patterns()) {
    compilePattern(pattern)
    count++
  }
  assert.ok(count > 150, `${count} patterns`)
})

const readings: { pattern: string; yes: string[]; no: string[] }[] = [
  {
    pattern: '[\\w-]+_[0-9a-zA-Z]+',
    yes: ['eu-west-1_Ab9'],
    no: ['eu-west-1', 'x eu-west-1_Ab9', 'eu-west-1_A\n', 'é_a'],
  },
  { pattern: '\\d{12}', yes: ['000000000000'], no: ['00000000000', '٠٠٠٠٠٠٠٠٠٠٠٠'] },
  { pattern: '[\\S]+', yes: ['a\u00a0b', 'é😀'], no: ['a b', 'a\tb', ''] },
  { pattern: '[\\w\\s+=,.@-]+', yes: ['a b@c'], no: ['a\u00a0b', 'a/b'] },
  { pattern: '(?s).*', yes: ['', 'a\nb'], no: [] },
  { pattern: '[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}]+', yes: ['漢字', 'a😀', 'Ae\u0301'], no: ['a b', '\u0000', '\ud83d'] },
  { pattern: '^[0-9A-Za-z\\.\\-_]*(?<!\\.)$', yes: ['a.b', ''], no: ['a.', 'a b'] },
  { pattern: '(?!^[0-9]+$)([a-zA-Z0-9-_]+)', yes: ['v1'], no: ['12'] },
  { pattern: '[\\w+=,.@\\:-]*', yes: ['a:b-c'], no: ['a/b'] },
  { pattern: '.*\\{####\\}.*', yes: ['{####}', 'code {####}!'], no: ['{###}', 'a\n{####}'] },
]
for (const { pattern, yes, no } of readings) {
  test(`reads ${pattern} as Java does`, () => {
    for (const text of yes) assert.ok(compilePattern(pattern).test(text), `matches ${JSON.stringify(text)}`)
    for (const text of no) assert.ok(!compilePattern(pattern).test(text), `does not match ${JSON.stringify(text)}`)
  })
}

test('what is matched in one pass has the same outcome', () => {
  const signs = '[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}]+'
  for (const text of ['a@b', '@', '@@', '@@@', 'a@', '@b', 'a@@', 'a b@c', 'é@漢', '😀@😀']) {
    const naive = new RegExp(`^${signs}@${signs}$`, 'u').test(text)
    assert.equal(compilePattern(`${signs}@${signs}`).test(text), naive, JSON.stringify(text))
  }
  const all = '[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}\\s*]*'
  const link = `${all}\\{##${all}##\\}${all}`
  for (const text of [
    '{####}',
    '{##a##}',
    'x{##Click##}y',
    '{##}',
    '{#####}',
    '{##a',
    '##}{##',
    '\u0000{##a##}',
    '{##\n##}',
  ]) {
    const naive = new RegExp(`^${link}$`, 'u').test(text)
    assert.equal(compilePattern(link).test(text), naive, JSON.stringify(text))
  }
  for (const text of ['{####}', 'a{####}b', '{###}', '\u0000{####}', '{{####}}']) {
    const naive = new RegExp(`^${all}\\{####\\}${all}$`, 'u').test(text)
    assert.equal(compilePattern(`${all}\\{####\\}${all}`).test(text), naive, JSON.stringify(text))
  }
})

test('no pattern takes long on any value that its shape lets through', () => {
  const runs = [
    'a',
    '0',
    '{##',
    '##}',
    '{####}',
    '{##a##}',
    'a.',
    'a-',
    '@',
    ' ',
    '/',
    'aa:',
    's3://a/',
    'AAAA',
    '=',
    'arn:aws:',
    '\n',
  ]
  const slow: string[] = []
  for (const { service, name, pattern, max } of patterns()) {
    const expression = compilePattern(pattern)
    for (const run of runs) {
      const length = Math.min(max ?? 20_000, 20_000)
      const text = `${run.repeat(Math.ceil(length / run.length)).slice(0, Math.max(length - 1, 0))}\u0001`
      const start = performance.now()
      expression.test(text)
      const took = performance.now() - start
      if (took > 100) slow.push(`${service}.${name} ${JSON.stringify(run)}: ${Math.round(took)} ms`)
    }
  }
  assert.deepEqual(slow, [])
})
