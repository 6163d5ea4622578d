import assert from 'node:assert/strict'
import { AsyncLocalStorage } from 'node:async_hooks'
import { test } from 'node:test'
import { failover } from '@herald/sender'
import { type Context, context as contexts, ROOT_CONTEXT, type Span, trace } from '@opentelemetry/api'
import { expectNoSecrets } from '../../src/observe/expect-no-secrets.ts'
import { container, context, eventOf, service } from '../pipeline/place.ts'

interface Recorded {
  name: string
  parent: string | undefined
  attributes: Record<string, unknown>
  status?: unknown
  ended: boolean
}

/** As much of an OpenTelemetry SDK as a program's own set-up registers: contexts that follow promises, and spans. */
function recordSpans(): Recorded[] {
  const spans: Recorded[] = []
  const names = new WeakMap<Span, string>()
  const storage = new AsyncLocalStorage<Context>()
  contexts.setGlobalContextManager({
    active: () => storage.getStore() ?? ROOT_CONTEXT,
    with: (active, run, self, ...given) => storage.run(active, () => run.apply(self, given)),
    bind: (_context, target) => target,
    enable() {
      return this
    },
    disable() {
      return this
    },
  })
  const start = (name: string, options: { attributes?: object } = {}, within: Context = contexts.active()): Span => {
    const above = trace.getSpan(within)
    const record: Recorded = {
      name,
      parent: above && names.get(above),
      attributes: { ...options.attributes },
      ended: false,
    }
    spans.push(record)
    const span = {
      setAttributes(more: object) {
        Object.assign(record.attributes, more)
        return span
      },
      setStatus(status: unknown) {
        record.status = status
        return span
      },
      end() {
        record.ended = true
      },
    } as unknown as Span
    names.set(span, name)
    return span
  }
  trace.setGlobalTracerProvider({
    getTracer: () => ({
      startSpan: start,
      startActiveSpan(name: string, ...rest: unknown[]) {
        const run = rest.pop() as (span: Span) => never
        const span = start(name, rest[0] as object)
        return contexts.with(trace.setSpan(contexts.active(), span), run, undefined, span)
      },
    }),
  })
  return spans
}

test('a message is one trace: decrypt, guard, render, and a span for each attempt', async () => {
  const spans = recordSpans()
  const [down, up] = [await service('down'), await service('up')]
  down.behave({ status: 503 })
  const place = container({ email: failover(down.provider, up.provider) })
  await place.handler(await eventOf('SignUp', '482913'), context())
  assert.deepEqual(
    spans.map(({ name, parent }) => [name, parent]),
    [
      ['herald.message', undefined],
      ['decrypt', 'herald.message'],
      ['guard', 'herald.message'],
      ['render', 'herald.message'],
      ['send', 'herald.message'],
      ['send', 'herald.message'],
    ],
  )
  const sends = spans.filter(({ name }) => name === 'send').map(({ attributes }) => attributes)
  assert.deepEqual(sends, [
    { 'herald.provider': 'down', 'herald.attempt': 1, 'herald.outcome': 'retry' },
    { 'herald.provider': 'up', 'herald.attempt': 2, 'herald.outcome': 'accepted' },
  ])
  assert.ok(spans.every(({ ended }) => ended))
  up.behave({ status: 503 })
  await assert.rejects(place.handler(await eventOf('SignUp', '482914'), context()))
  assert.deepEqual((spans.findLast(({ name }) => name === 'herald.message')!.status as { code: number }).code, 2)
  expectNoSecrets(JSON.stringify(spans), { secrets: ['482913', '482914'], addresses: ['jane.doe@mail.acme.dev'] })
})
