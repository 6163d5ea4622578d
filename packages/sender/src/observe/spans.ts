import { SenderError } from '../errors.ts'

type Attributes = Record<string, string | number | boolean>

export interface Span {
  set(attributes: Attributes): void
}

/** Runs a step within a span. Attributes hold neither addresses nor secrets. */
export type Trace = <T>(name: string, attributes: Attributes, run: (span: Span) => Promise<T>) => Promise<T>

const noSpan: Span = { set() {} }

export const noTrace: Trace = (_name, _attributes, run) => run(noSpan)

/** Spans of OpenTelemetry where `@opentelemetry/api` is installed, which may be a layer's; else nothing. Never rejects. */
export async function openTrace(): Promise<Trace> {
  const api = await import('@opentelemetry/api').catch(() => undefined)
  if (api === undefined) return noTrace
  return (name, attributes, run) =>
    api.trace.getTracer('@herald/sender').startActiveSpan(name, { attributes }, async (span) => {
      try {
        return await run({ set: (more) => span.setAttributes(more) })
      } catch (error) {
        // Another's message may hold what was sent.
        const message = error instanceof SenderError ? error.message : 'failed'
        span.setStatus({ code: api.SpanStatusCode.ERROR, message })
        throw error
      } finally {
        span.end()
      }
    })
}
