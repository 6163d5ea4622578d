import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createLog } from '../src/start/log.ts'

function logged(level: 'error' | 'warn' | 'info' | 'debug', work: (log: ReturnType<typeof createLog>) => void): string {
  const lines: string[] = []
  work(createLog(level, (line) => lines.push(line)))
  return lines.join('\n')
}

test('an exception is told by what was done, its name, its code and its place, and never by its message', () => {
  const error = Object.assign(new TypeError('code 123456\n    at 123456 (secret)\nmore 123456'), { code: 'ERR_X' })
  for (const level of ['error', 'debug'] as const) {
    const text = logged(level, (log) => log.error('cognito-idp.SignUp', error))
    assert.match(text, /^cognito-idp\.SignUp: TypeError \(ERR_X\)\n\s+at .*log\.test\.ts:/)
    assert.doesNotMatch(text, /123456|secret/)
  }
})

test('what is thrown and is no exception is not shown', () => {
  for (const thrown of ['code 123456', undefined, null, { message: 'code 123456' }]) {
    assert.equal(
      logged('debug', (log) => log.error('Something', thrown)),
      'Something: Error',
    )
  }
})

test('a level shows itself and what is graver', () => {
  const all = (level: 'error' | 'warn' | 'info' | 'debug') =>
    logged(level, (log) => {
      log.error('an error', 'x')
      log.warn('a warning')
      log.info('an information')
    })
  assert.equal(all('error'), 'an error: Error')
  assert.equal(all('warn'), 'an error: Error\na warning')
  assert.equal(all('info'), 'an error: Error\na warning\nan information')
  assert.equal(all('debug'), all('info'))
})
