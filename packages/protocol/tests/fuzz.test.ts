import assert from 'node:assert/strict'
import { test } from 'node:test'
import { modelOf, protocolOf, ServiceError, serviceNames, validateInput } from '../src/index.ts'
import { type FuzzInput, fuzzInputs, fuzzRequest } from '../src/testing/index.ts'

for (const service of serviceNames) {
  test(`${service}: inputs from the model are read, and those that break it are refused as the client’s mistake`, (t) => {
    const counts = { valid: 0, boundary: 0, broken: 0 }
    for (const operation of Object.keys(modelOf(service).operations)) {
      for (const fuzz of fuzzInputs(service, operation, { seed: 1, depth: 3 })) {
        const request = fuzzRequest(service, operation, fuzz.input)
        if (!request) continue
        counts[fuzz.kind]++
        let refusal: unknown
        try {
          validateInput(service, operation, protocolOf(service).readInput(service, operation, request))
        } catch (error) {
          refusal = error
        }
        const where = `${operation}, ${fuzz.label}: ${refusal}`
        assert.ok(refusal === undefined || refusal instanceof ServiceError, where)
        if (refusal instanceof ServiceError) assert.equal(refusal.status, 400, where)
        if (fuzz.kind !== 'broken') assert.equal(refusal, undefined, where)
        else if (mustBeRefused(service, fuzz)) assert.ok(refusal, where)
      }
    }
    t.diagnostic(JSON.stringify(counts))
    assert.ok(counts.valid > 0 && counts.boundary > 0 && counts.broken > counts.valid)
  })
}

/** Over forms, paths and query strings wrong types are mere texts, and an empty structure is not there at all. */
function mustBeRefused(service: (typeof serviceNames)[number], { label }: FuzzInput): boolean {
  const { protocol } = modelOf(service).metadata
  return protocol === 'json' || /(allowed|not in the enum|not of the pattern|every range)$/.test(label)
}

test('the same seed gives the same inputs, another seed others', () => {
  const labels = (seed: number) => JSON.stringify([...fuzzInputs('kms', 'CreateKey', { seed })])
  assert.equal(labels(3), labels(3))
  assert.notEqual(labels(3), labels(4))
})
