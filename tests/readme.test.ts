import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { operationsTable, withTable } from '../scripts/generate-operations-table.ts'
import { root } from './setting/sources.ts'

const text = readFileSync(join(root, 'README.md'), 'utf8')

test('the README’s table of operations is what the code gives', () => {
  assert.equal(text, withTable(text), 'npm run generate writes it anew')
})

test('the table has every operation of today’s SDK, 140 of them', () => {
  const table = operationsTable()
  assert.match(table, /^Of the 140 operations /m)
  const cells = [...table.matchAll(/(✅|·) (\w+)/g)].filter(([, , name]) => name !== 'answer')
  assert.equal(new Set(cells.map(([, , name]) => name)).size, 140)
  const works = Number(/(\d+) work/.exec(table)?.[1])
  assert.equal(cells.filter(([, mark]) => mark === '✅').length, works)
  assert.ok(works > 20)
})

for (const name of ['README.md', 'docs/architecture.md', 'docs/fidelity.md', 'CHANGELOG.md']) {
  test(`what ${name} points at is there`, () => {
    const content = readFileSync(join(root, name), 'utf8')
    const links = [...content.matchAll(/\]\(([^)#\s]+)[^)]*\)/g)].map((match) => match[1]!)
    const missing = links.filter((link) => !/^[a-z]+:/.test(link) && !existsSync(join(root, name, '..', link)))
    const tests = [...content.matchAll(/`([\w/.-]+\.(?:test|chaos|fuzz|browser)\.ts)`/g)].map((match) => match[1]!)
    const absent = tests.filter((file) => !existsSync(join(root, file.includes('/') ? file : join('tests', file))))
    assert.deepEqual([...missing, ...new Set(absent)], [])
  })
}

test('every command that the README shows exists', () => {
  const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    scripts: Record<string, string>
  }
  const quoted = [...text.matchAll(/`[^`\n]+`|^ {4}.*$|^```[\s\S]*?^```/gm)].join('\n')
  const shown = [...quoted.matchAll(/\bnpm (?:run )?([a-z]+(?::[a-z]+)?)/g)].map((match) => match[1]!)
  assert.ok(shown.includes('start'))
  const known = [...Object.keys(scripts), 'install', 'ci']
  assert.deepEqual(
    shown.filter((name) => !known.includes(name)),
    [],
  )
})
