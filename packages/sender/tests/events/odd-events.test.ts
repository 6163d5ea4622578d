import assert from 'node:assert/strict'
import { test } from 'node:test'
import { SenderError } from '@herald/sender'
import { captured, parse } from './captured.ts'

const oddities = [
  undefined,
  null,
  '',
  'text',
  0,
  7,
  true,
  [],
  [null],
  {},
  { type: null },
  { sub: 1 },
  'x'.repeat(100_000),
]

type Members = Record<string, unknown>

/** The paths of all members, `request.userAttributes.email` among them. */
function pathsIn(value: unknown, path: readonly string[] = []): string[][] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, member]) => [[...path, name], ...pathsIn(member, [...path, name])])
}

function replaced(path: readonly string[], by: unknown): unknown {
  const event = captured() as unknown as Members
  const holder = path.slice(0, -1).reduce((members, name) => members[name] as Members, event)
  holder[path.at(-1)!] = by
  return event
}

for (const path of pathsIn(captured())) {
  test(`whatever stands at ${path.join('.')}, the event is read or refused by our error`, () => {
    for (const oddity of oddities) {
      try {
        const { attributes, clientMetadata, locale, key } = parse(replaced(path, oddity), { locales: ['en', 'de'] })
        const texts = [...Object.values(attributes), ...Object.values(clientMetadata), locale]
        assert.ok(texts.every((text) => typeof text === 'string'))
        assert.match(key, /^[0-9a-f]{64}$/)
      } catch (error) {
        assert.ok(error instanceof SenderError && error.code === 'BadEvent', String(error))
        assert.ok(error.message.length < 500)
      }
    }
  })
}
