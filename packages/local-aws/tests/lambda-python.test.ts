import assert from 'node:assert/strict'
import { readdirSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { InvokeCommand, PublishLayerVersionCommand } from '@aws-sdk/client-lambda'
import { arnOf, openPlace, type Place, until, zipOf } from './lambda-place.ts'
import { pythonIn, Runtime, skip } from './lambda-python-place.ts'

let place: Place
before(async () => {
  place = await openPlace()
})
after(async () => {
  assert.deepEqual(place.faults, [])
  await place.close()
})

const python = pythonIn(() => place)

describe('a Python function', { skip }, () => {
  test('its answer, its log, and the second time in the same sandbox', async () => {
    await python(
      'py-echo',
      `import logging, os, sys
calls = 0
print('starting')
def handler(event, context):
    global calls
    calls += 1
    print('got', event['name'])
    logging.getLogger().warning('careful %s', event['name'])
    logging.info('not shown: the level is WARNING')
    sys.stderr.write('to stderr\\n')
    print('no end of line', end='')
    return {'event': event, 'calls': calls, 'pid': os.getpid(), 'id': context.aws_request_id}
`,
    )
    const first = await place.call('py-echo', { name: 'Zoë' })
    assert.equal(first.error, undefined, JSON.stringify(first.answer))
    assert.deepEqual(first.answer.event, { name: 'Zoë' })
    assert.equal(first.answer.id, first.requestId)
    const id = first.requestId
    assert.match(first.log, new RegExp(`^starting\nSTART RequestId: ${id} Version: \\$LATEST\n`))
    assert.match(first.log, /\ngot Zoë\n/)
    assert.match(first.log, new RegExp(`\n\\[WARNING\\]\t\\d{4}-\\d\\d-\\d\\dT[\\d:]+\\.\\d{3}Z\t${id}\tcareful Zoë\n`))
    assert.match(first.log, /\nto stderr\n/)
    assert.match(first.log, /\nno end of line\n/)
    assert.match(first.log, /Max Memory Used: [1-9]\d* MB\tInit Duration: [\d.]+ ms\t\n$/)
    assert.doesNotMatch(first.log, /not shown|\0/)
    const second = await place.call('py-echo', { name: 'Joe' })
    assert.equal(second.answer.calls, 2)
    assert.equal(second.answer.pid, first.answer.pid)
    assert.doesNotMatch(second.log, /Init Duration|starting/)
  })

  test('the context', async () => {
    await python(
      'py-context',
      `def handler(event, context):
    given = {name: getattr(context, name) for name in ('aws_request_id', 'function_name', 'function_version',
        'invoked_function_arn', 'memory_limit_in_mb', 'log_group_name', 'log_stream_name')}
    context.log('said\\n')
    return dict(given, left=context.get_remaining_time_in_millis(), identity=context.identity.cognito_identity_id,
        custom=context.client_context.custom, title=context.client_context.client.app_title)
`,
      { Timeout: 9, MemorySize: 256 },
    )
    const ClientContext = Buffer.from('{"custom":{"name":"Zoë"},"client":{"app_title":"t"}}').toString('base64')
    const said = await place.client.send(new InvokeCommand({ FunctionName: 'py-context', ClientContext }))
    const answer = JSON.parse(Buffer.from(said.Payload ?? []).toString())
    assert.ok(answer.left > 8000 && answer.left <= 9000)
    assert.match(answer.log_stream_name, /^\d{4}\/\d\d\/\d\d\/\[\$LATEST\][0-9a-f]{32}$/)
    assert.deepEqual(
      { ...answer, left: 0, log_stream_name: '' },
      {
        aws_request_id: said.$metadata.requestId,
        function_name: 'py-context',
        function_version: '$LATEST',
        invoked_function_arn: arnOf('py-context'),
        memory_limit_in_mb: '256',
        log_group_name: '/aws/lambda/py-context',
        log_stream_name: '',
        left: 0,
        identity: null,
        custom: { name: 'Zoë' },
        title: 't',
      },
    )
  })

  test('handlers in folders and packages; names of Herald’s own files are free', async () => {
    const source = 'def on(event, context):\n    return __name__'
    await python('py-folder', { 'src/deep/app.py': source }, { Handler: 'src/deep/app.on' })
    assert.equal((await place.call('py-folder')).answer, 'src.deep.app')
    const files = Object.fromEntries(
      ['bootstrap', 'handler', 'context', 'runner'].map((name) => [`${name}.py`, `said = '${name}'`]),
    )
    const imports = 'import bootstrap, handler, context, runner\n'
    const all = 'def on(event, c): return [m.said for m in (bootstrap, handler, context, runner)]'
    await python('py-names', { ...files, 'app.py': imports + all }, { Handler: 'app.on' })
    assert.deepEqual((await place.call('py-names')).answer, ['bootstrap', 'handler', 'context', 'runner'])
  })

  test('Decimal, bytes and what is no JSON', async () => {
    await python(
      'py-json',
      `from decimal import Decimal
def handler(event, context):
    return {'number': [Decimal('1.5'), Decimal('3')], 'bytes': b'{"raw":true}', 'set': {1}, 'text': 'Zoë'}[event['kind']]
`,
    )
    assert.deepEqual((await place.call('py-json', { kind: 'number' })).answer, [1.5, 3])
    assert.deepEqual((await place.call('py-json', { kind: 'bytes' })).answer, { raw: true })
    assert.equal((await place.call('py-json', { kind: 'text' })).answer, 'Zoë')
    const { answer, requestId } = await place.call('py-json', { kind: 'set' })
    assert.deepEqual(answer, {
      errorMessage: 'Unable to marshal response: Object of type set is not JSON serializable',
      errorType: 'Runtime.MarshalError',
      requestId,
      stackTrace: [],
    })
  })

  test('JSON logs', async () => {
    await python(
      'py-json-logs',
      `import logging
logger = logging.getLogger('mine')
def handler(event, context):
    logger.info('not shown')
    logger.warning('careful', extra={'user': 'jane'})
    try:
        1 / 0
    except ZeroDivisionError:
        logger.exception('bad')
`,
      { LoggingConfig: { LogFormat: 'JSON', ApplicationLogLevel: 'WARN' } },
    )
    const { log, requestId } = await place.call('py-json-logs')
    const lines = log
      .split('\n')
      .filter((line) => line.startsWith('{'))
      .map((line) => JSON.parse(line))
    assert.deepEqual(
      lines.map(({ level, message, logger, user, errorType }) => [level, message, logger, user, errorType]),
      [
        ['WARNING', 'careful', 'mine', 'jane', undefined],
        ['ERROR', 'bad', 'mine', undefined, 'ZeroDivisionError'],
      ],
    )
    assert.equal(lines[0].requestId, requestId)
  })
})

describe('what a Python function is given', { skip }, () => {
  test('Lambda’s variables, and nothing of the person who runs Herald', async () => {
    process.env.HERALD_TEST_SECRET = 'planted'
    try {
      await python(
        'py-env',
        'import os, sys\ndef handler(e, c): return {"env": dict(os.environ), "path": sys.path[0]}',
        {
          Environment: { Variables: { OWN: 'mine' } },
        },
      )
      const { env, path } = (await place.call('py-env')).answer
      assert.equal(env.OWN, 'mine')
      assert.equal(env.AWS_ENDPOINT_URL, place.endpoint)
      assert.equal(env.AWS_EXECUTION_ENV, `AWS_Lambda_${Runtime}`)
      assert.equal(env.LAMBDA_TASK_ROOT, path)
      assert.equal(env.HERALD_SANDBOX, undefined)
      assert.equal(env.HERALD_TEST_SECRET, undefined)
      assert.notEqual(env.HOME, process.env.HOME)
      assert.match(env._X_AMZN_TRACE_ID, /^Root=1-/)
    } finally {
      delete process.env.HERALD_TEST_SECRET
    }
  })

  test('modules of its layers after its own, those for its Python version first', async () => {
    const Content = {
      ZipFile: await zipOf({
        'python/said.py': "text = 'layer'",
        'python/own.py': "text = 'layer'",
        'python/versioned.py': "text = 'any'",
        [`python/lib/${Runtime}/site-packages/versioned.py`]: `text = '${Runtime}'`,
      }),
    }
    const layer = await place.client.send(new PublishLayerVersionCommand({ LayerName: 'python', Content }))
    const imports = 'import own, said, versioned\n'
    await python(
      'py-layered',
      {
        'app.py': `${imports}def handler(e, c): return [m.text for m in (own, said, versioned)]`,
        'own.py': "text = 'own'",
      },
      { Layers: [layer.LayerVersionArn ?? ''] },
    )
    assert.deepEqual((await place.call('py-layered')).answer, ['own', 'layer', Runtime])
  })

  test('a mounted folder is served in place and reloads; nothing is written into it', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'herald-python-'))
    try {
      await writeFile(join(folder, 'said.py'), "text = 'one'")
      await writeFile(join(folder, 'app.py'), 'from said import text\ndef handler(e, c): return text')
      const mount = { functionName: 'py-mounted', folder, handler: 'app.handler', runtime: Runtime ?? '' }
      const mounted = await place.lambda.mount(mount)
      assert.equal((await place.call('py-mounted')).answer, 'one')
      await writeFile(join(folder, 'said.py'), "text = 'two'")
      await until('the new code', async () => (await place.call('py-mounted')).answer === 'two')
      assert.deepEqual(readdirSync(folder).sort(), ['app.py', 'said.py'])
      mounted.close()
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  })

  test('hosts of AWS have no address, and there is no instance metadata', async () => {
    await python(
      'py-away',
      `import socket, urllib.request
def failure(work):
    try:
        work()
        return 'reached'
    except OSError as error:
        return str(getattr(error, 'reason', error))
def handler(event, context):
    return [failure(lambda: urllib.request.urlopen('https://kms.eu-west-1.amazonaws.com/')),
        failure(lambda: socket.create_connection(('sns.eu-west-1.amazonaws.com', 443))),
        failure(lambda: urllib.request.urlopen('http://169.254.169.254/latest/meta-data/'))]
`,
    )
    const { answer, log } = await place.call('py-away')
    assert.match(answer[0], /kms\.eu-west-1\.amazonaws\.com: a local function does not reach AWS/)
    assert.match(answer[1], /sns\.eu-west-1\.amazonaws\.com: a local function does not reach AWS/)
    assert.match(answer[2], /no instance metadata/)
    assert.match(log, /Herald: a local function does not reach AWS \(kms\.eu-west-1\.amazonaws\.com\)/)
  })
})

describe('the interpreter', () => {
  const Code = async () => ({ ZipFile: await zipOf({ 'app.py': 'def handler(e, c): return 1' }) })

  test('none on the PATH is said at CreateFunction', async () => {
    const { PATH } = process.env
    process.env.PATH = '/nonexistent'
    const bare = await openPlace()
    process.env.PATH = PATH
    try {
      await assert.rejects(
        bare.create('none', '', { Runtime: 'python3.12', Handler: 'app.handler', Code: await Code() }),
        {
          name: 'InvalidParameterValueException',
          message: 'Runtime python3.12 needs python3 on the PATH that Herald was started with, and there is none.',
        },
      )
    } finally {
      await bare.close()
    }
  })

  test('one that is older than the runtime is refused by both versions', { skip }, async () => {
    await assert.rejects(
      place.create('newer', '', { Runtime: 'python3.99' as 'python3.13', Handler: 'app.handler', Code: await Code() }),
      /python3\.99/,
    )
    const found = Number(Runtime?.slice('python3.'.length))
    if (found >= 13) return
    await assert.rejects(
      place.create('newer', '', {
        Runtime: `python3.${found + 1}` as 'python3.13',
        Handler: 'app.handler',
        Code: await Code(),
      }),
      {
        name: 'InvalidParameterValueException',
        message: new RegExp(
          `^Runtime python3\\.${found + 1} needs Python 3\\.${found + 1} or later .*; its python3 is 3\\.`,
        ),
      },
    )
  })
})
