import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { SenderError } from '@herald/sender'
import { openMessage } from '../../src/lite/open-message.ts'
import { suites } from '../../src/lite/suites.ts'
import { type Opening, openOfficially, type Sealing, sealOfficially } from './official.ts'
import { sealUnframed } from './seal-unframed.ts'

/** A small generator of chance (mulberry32), so that a run can be repeated. */
function chanceFrom(seed: number) {
  let state = seed
  const below = (limit: number) => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) % limit
  }
  const bytes = (count: number) => Buffer.from(Array.from({ length: count }, () => below(256)))
  const pick = <T>(from: readonly T[]): T => from[below(from.length)]!
  return { below, bytes, pick }
}
type Chance = ReturnType<typeof chanceFrom>

async function openLite(message: Uint8Array, dataKey: Uint8Array): Promise<Opening> {
  try {
    const { plaintext, header } = await openMessage(message, async () => Uint8Array.from(dataKey))
    return { plaintext: plaintext.toString('base64'), context: { ...header.context } }
  } catch (error) {
    assert.ok(error instanceof SenderError, `${(error as Error).stack}\n${Buffer.from(message).toString('base64')}`)
    assert.equal(error.code, 'DecryptFailed')
    return { refused: error.message }
  }
}

/** The one place where lite is stricter. */
const isTail = (opening: Opening) => 'refused' in opening && opening.refused.startsWith('More bytes follow')

async function compare(message: Buffer, dataKey: Uint8Array, signed: boolean): Promise<'opened' | 'refused' | 'tail'> {
  const [official, lite] = await Promise.all([openOfficially(message, dataKey), openLite(message, dataKey)])
  const shown = `official ${JSON.stringify(official)}, lite ${JSON.stringify(lite)}: ${message.toString('base64')}`
  if (!signed && 'plaintext' in official && isTail(lite)) return 'tail'
  if ('refused' in official) assert.ok('refused' in lite, shown)
  else assert.deepEqual(lite, official, shown)
  return 'refused' in official ? 'refused' : 'opened'
}

const lengths = [0, 1, 6, 15, 16, 17, 63, 64, 65, 300]
const frameLengths = [1, 7, 16, 64, 4096]
const contexts: Record<string, string>[] = [
  {},
  { 'userpool-id': 'eu-west-1_AbC123xyZ' },
  { a: '', ключ: 'ценность 😀', 'userpool-id': 'eu-west-1_AbC123xyZ' },
  Object.fromEntries(Array.from({ length: 40 }, (_, index) => [`name-${index}`, 'x'.repeat(index * 3)])),
]

async function makeMessage(suiteId: number, chance: Chance, framed: boolean) {
  const { keyBytes, version } = suites.get(suiteId)!
  const sealing: Sealing = {
    suiteId,
    dataKey: chance.bytes(keyBytes),
    context: chance.pick(contexts),
    frameLength: chance.pick(frameLengths),
  }
  const plaintext = chance.bytes(chance.pick(sealing.frameLength === 1 ? lengths.slice(0, 6) : lengths))
  const message = framed
    ? await sealOfficially(plaintext, sealing)
    : sealUnframed(plaintext, sealing, chance.bytes(version === 1 ? 16 : 32))
  return { message, plaintext, sealing }
}

const mutations: Record<string, (message: Buffer, chance: Chance) => Buffer> = {
  'one bit turned': (message, chance) => {
    const copy = Buffer.from(message)
    copy[chance.below(copy.length)]! ^= 1 << chance.below(8)
    return copy
  },
  'one byte of the first hundred set': (message, chance) => {
    const copy = Buffer.from(message)
    copy[chance.below(Math.min(100, copy.length))] = chance.pick([0, 1, 2, 12, 0x78, 0x80, 0xff, chance.below(256)])
    return copy
  },
  'four bytes set to an extreme': (message, chance) => {
    const copy = Buffer.from(message)
    copy.writeUInt32BE(chance.pick([0, 1, 0x7fffffff, 0xfffffffe, 0xffffffff]), chance.below(copy.length - 4))
    return copy
  },
  'cut short': (message, chance) => message.subarray(0, chance.below(message.length)),
  'bytes appended': (message, chance) => Buffer.concat([message, chance.bytes(1 + chance.below(40))]),
  'bytes taken out': (message, chance) => {
    const from = chance.below(message.length)
    return Buffer.concat([message.subarray(0, from), message.subarray(from + 1 + chance.below(30))])
  },
  'a piece twice': (message, chance) => {
    const [from, count] = [chance.below(message.length), 1 + chance.below(40)]
    return Buffer.concat([message.subarray(0, from + count), message.subarray(from)])
  },
  'two pieces exchanged': (message, chance) => {
    const count = 1 + chance.below(36)
    const at = chance.below(Math.max(1, message.length - 2 * count))
    const [one, two] = [message.subarray(at, at + count), message.subarray(at + count, at + 2 * count)]
    return Buffer.concat([message.subarray(0, at), two, one, message.subarray(at + 2 * count)])
  },
  'another suite named': (message, chance) => {
    const copy = Buffer.from(message)
    copy.writeUInt16BE(chance.pick([...suites.keys(), 0x0000, 0xffff, 0x0678]), copy[0] === 2 ? 1 : 2)
    return copy
  },
}

const PLAIN = 12
const MUTATED = 14

describe('lite opens what the official SDK opens, to the same text, and refuses what that refuses', () => {
  for (const [suiteId, { name, signature }] of suites) {
    for (const framed of [true, false]) {
      test(`${name}, ${framed ? 'framed' : 'unframed'}`, async () => {
        const chance = chanceFrom(suiteId * 2 + Number(framed))
        const counts = { opened: 0, refused: 0, tail: 0 }
        for (let index = 0; index < PLAIN; index++) {
          const { message, plaintext, sealing } = await makeMessage(suiteId, chance, framed)
          assert.equal(await compare(message, sealing.dataKey, !!signature), 'opened')
          const lite = await openLite(message, sealing.dataKey)
          assert.equal('plaintext' in lite && lite.plaintext, plaintext.toString('base64'))
          assert.equal(await compare(message, chance.bytes(sealing.dataKey.length), !!signature), 'refused')
          for (const mutate of Object.values(mutations).slice(0, MUTATED)) {
            const mutated = mutate(message, chance)
            if (!mutated.equals(message)) counts[await compare(mutated, sealing.dataKey, !!signature)]++
          }
        }
        assert.ok(counts.refused > 60, JSON.stringify(counts))
        assert.equal(counts.opened, 0, JSON.stringify(counts))
        assert.equal(counts.tail > 0, !signature, JSON.stringify(counts))
      })
    }
  }
})
