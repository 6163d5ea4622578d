import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { isAlive, openPlace, type Place, until } from './lambda-place.ts'
import { pythonIn, skip } from './lambda-python-place.ts'

let place: Place
before(async () => {
  place = await openPlace()
})
after(async () => {
  assert.deepEqual(place.faults, [])
  await place.close()
})

const python = pythonIn(() => place)

describe('errors of a Python function', { skip }, () => {
  const ok = 'def handler(event, context): return 1'
  const kinds: [name: string, source: string, type: string, message: string | RegExp, handler?: string][] = [
    ['raised', 'def handler(e, c): raise ValueError("boom")', 'ValueError', 'boom'],
    [
      'missing',
      'import left_out',
      'Runtime.ImportModuleError',
      "Unable to import module 'app': No module named 'left_out'",
    ],
    [
      'no-file',
      ok,
      'Runtime.ImportModuleError',
      "Unable to import module 'absent': No module named 'absent'",
      'absent.handler',
    ],
    ['no-name', ok, 'Runtime.HandlerNotFound', "Handler 'other' missing on module 'app'", 'app.other'],
    ['no-dot', ok, 'Runtime.MalformedHandlerName', /^Bad handler 'app': not enough values to unpack/, 'app'],
    ['built-in', ok, 'Runtime.BuiltInModuleConflict', 'Cannot use built-in module sys as a handler module', 'sys.exit'],
    ['above', ok, 'TypeError', /relative import/, '../app.handler'],
    [
      'syntax',
      'def handler(e, c):\n  return (',
      'Runtime.UserCodeSyntaxError',
      /^Syntax error in module 'app': .*app\.py, line 2/,
    ],
    ['init-raises', 'raise RuntimeError("at start")', 'RuntimeError', 'at start'],
    ['init-exits', 'import sys; sys.exit(7)', 'Runtime.ExitError', /Runtime exited with error: exit status 7$/],
    ['exits', 'import sys\ndef handler(e, c): sys.exit(3)', 'Runtime.ExitError', /exit status 3$/],
    ['exits-0', 'import sys\ndef handler(e, c): sys.exit(0)', 'Runtime.ExitError', /without providing a reason$/],
  ]
  for (const [name, source, type, message, Handler] of kinds) {
    test(name, async () => {
      await python(`py-${name}`, source, Handler ? { Handler } : {})
      const { answer, error, log, requestId } = await place.call(`py-${name}`)
      assert.equal(error, 'Unhandled')
      assert.equal(answer.errorType, type, JSON.stringify(answer))
      if (typeof message === 'string') assert.equal(answer.errorMessage, message)
      else assert.match(answer.errorMessage, message)
      assert.match(log, new RegExp(`REPORT RequestId: ${requestId}`))
      assert.doesNotMatch(log, /\0|herald_bootstrap/)
    })
  }

  test('the trace shows the function’s lines only, in the answer and in the log', async () => {
    await python('py-trace', 'def inner():\n    raise KeyError("x")\ndef handler(e, c):\n    return inner()')
    const { answer, log, requestId } = await place.call('py-trace')
    assert.equal(answer.requestId, requestId)
    assert.deepEqual(
      answer.stackTrace.map((text: string) => text.replace(/File ".*\//, 'File "')),
      [
        '  File "app.py", line 4, in handler\n    return inner()\n',
        '  File "app.py", line 2, in inner\n    raise KeyError("x")\n',
      ],
    )
    assert.match(log, /\n\[ERROR\] KeyError: 'x'\nTraceback \(most recent call last\):\n {2}File /)
  })

  test('a timeout kills the function and all it started, busy or not', async () => {
    await python(
      'py-slow',
      `import subprocess, sys, time
def handler(event, context):
    child = subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(600)'])
    print('child', child.pid)
    while event['busy']: pass
    time.sleep(600)
`,
      { Timeout: 1 },
    )
    for (const busy of [false, true]) {
      const { answer, log, requestId } = await place.call('py-slow', { busy })
      assert.deepEqual(answer, {
        errorType: 'Sandbox.Timedout',
        errorMessage: `RequestId: ${requestId} Error: Task timed out after 1.00 seconds`,
      })
      const child = Number(/child (\d+)/.exec(log)?.[1])
      await until('the end of what the function started', () => !isAlive(child))
    }
  })
})
