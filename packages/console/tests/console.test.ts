import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { startPageServer } from './page-server.ts'

describe('the page', () => {
  test('is served under a policy that allows nothing but its own files', async (t) => {
    const { address, close } = await startPageServer()
    t.after(close)
    const response = await fetch(`${address}/_herald/`)
    assert.equal(response.status, 200)
    const policy = response.headers.get('content-security-policy') ?? ''
    assert.match(policy, /default-src 'none'; script-src 'self'; style-src 'self'/)
    assert.doesNotMatch(policy, /unsafe|https?:|\*/)
    const text = await response.text()
    assert.doesNotMatch(text, /<script(?![^>]*src=)|<style|style=|https?:/)
  })

  test('is found without the slash', async (t) => {
    const { address, close } = await startPageServer()
    t.after(close)
    const response = await fetch(`${address}/_herald?x=1`, { redirect: 'manual' })
    assert.deepEqual([response.status, response.headers.get('location')], [308, '/_herald/?x=1'])
  })

  test('has every file that it asks for, as plain scripts and styles', async (t) => {
    const { address, close } = await startPageServer()
    t.after(close)
    const seen = new Set<string>()
    const wanted = ['/_herald/']
    for (let path = wanted.pop(); path !== undefined; path = wanted.pop()) {
      if (seen.has(path)) continue
      seen.add(path)
      const response = await fetch(address + path)
      assert.equal(response.status, 200, path)
      const text = await response.text()
      if (/\.(ts|js)$/.test(path)) {
        assert.match(response.headers.get('content-type') ?? '', /^text\/javascript/)
        for (const [, target = ''] of text.matchAll(/(?:\bfrom|\bimport)\s*["']([^"']+)["']/g)) {
          assert.match(target, /^(\.\/|\/_herald\/assets\/)/, `${path} imports ${target}`)
          wanted.push(new URL(target, address + path).pathname)
        }
      } else
        for (const [, target = ''] of text.matchAll(/(?:src|href)="(\/_herald\/assets[^"]+)"/g)) wanted.push(target)
    }
    assert.ok(seen.size > 15, [...seen].join(' '))
  })

  test('is kept by browsers and asked after', async (t) => {
    const { address, close } = await startPageServer()
    t.after(close)
    const file = `${address}/_herald/assets/main.ts`
    const first = await fetch(file)
    assert.equal(first.headers.get('cache-control'), 'no-cache')
    const again = await fetch(file, { headers: { 'if-none-match': first.headers.get('etag') ?? '' } })
    assert.equal(again.status, 304)
  })

  test('serves nothing else, whatever the name', async (t) => {
    const { address, close } = await startPageServer()
    t.after(close)
    const names = [
      'tsconfig.json',
      'nothing.ts',
      'lib/nothing.js',
      '%2e%2e/index.ts',
      '..%2findex.ts',
      '',
      '__proto__',
      'lib/',
    ]
    for (const name of names) {
      const response = await fetch(`${address}/_herald/assets/${name}`)
      assert.equal(response.status, 404, name)
    }
  })
})
