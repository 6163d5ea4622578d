import type { Rule } from './rule.ts'
import { secondsOf } from './window.ts'

/**
 * Denies messages whose code was issued longer ago than a span (`5m`); one whose time is unknown passes.
 * @throws {TypeError} when the span is not written so.
 */
export function maxAge(span: string): Rule {
  const milliseconds = secondsOf(span) * 1000
  return {
    name: 'maxAge',
    needsStore: false,
    check: ({ issuedAt }, _store, { now }) =>
      issuedAt !== undefined && now - issuedAt.getTime() > milliseconds ? { deny: `older than ${span}` } : 'allow',
  }
}
