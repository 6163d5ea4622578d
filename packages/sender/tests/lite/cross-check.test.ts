import assert from 'node:assert/strict'
import { ECDH } from 'node:crypto'
import { describe, test } from 'node:test'
import { SenderError } from '@herald/sender'
import { openMessage } from '../../src/lite/open-message.ts'
import { suites } from '../../src/lite/suites.ts'
import { type Opening, openOfficially, openWithOwnMaterials, type Sealing, sealOfficially } from './official.ts'
import { type Frame, sealByHand } from './seal-by-hand.ts'
import { suiteNames } from './suite-names.ts'

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
  const [official, lite, own] = await Promise.all([
    openOfficially(message, dataKey),
    openLite(message, dataKey),
    openWithOwnMaterials(message, dataKey),
  ])
  if ('refused' in official) assert.ok('refused' in own, `own materials open ${message.toString('base64')}`)
  else assert.deepEqual(own, official)
  const shown = `official ${JSON.stringify(official)}, lite ${JSON.stringify(lite)}: ${message.toString('base64')}`
  if (!signed && 'plaintext' in official && isTail(lite)) return 'tail'
  if ('refused' in official) assert.ok('refused' in lite, shown)
  else assert.deepEqual(lite, official, shown)
  return 'refused' in official ? 'refused' : 'opened'
}

const uncompressed = (point: Buffer) =>
  ECDH.convertKey(
    point,
    point.length === 49 ? 'secp384r1' : 'prime256v1',
    undefined,
    undefined,
    'uncompressed',
  ) as Buffer

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
    : sealByHand({ ...sealing, messageId: chance.bytes(version === 1 ? 16 : 32), body: plaintext })
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

/** How many messages each test makes. */
const PLAIN = 8
const ALTERED = 40

describe('lite opens what the official SDK opens, to the same text, and refuses what that refuses', () => {
  for (const [suiteId, { signature }] of suites) {
    const name = suiteNames.get(suiteId)
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
          for (const mutate of Object.values(mutations)) {
            const mutated = mutate(message, chance)
            if (!mutated.equals(message)) counts[await compare(mutated, sealing.dataKey, !!signature)]++
          }
        }
        assert.ok(counts.refused > 45, JSON.stringify(counts))
        assert.equal(counts.opened, 0, JSON.stringify(counts))
        assert.equal(counts.tail > 0, !signature, JSON.stringify(counts))
      })
    }
  }
})

const text = (length: number) => Buffer.alloc(length, 'x')

/** Bodies that only somebody who holds the data key can write: all tags are right. Frames are of 8 bytes. */
const bodies: Record<string, { frames: Frame[]; opens: boolean; tail?: boolean }> = {
  'frames in order': {
    frames: [
      { sequence: 1, content: text(8) },
      { sequence: 2, content: text(8) },
      { sequence: 3, last: true, content: text(3) },
    ],
    opens: true,
  },
  'a last frame alone, empty': { frames: [{ sequence: 1, last: true, content: text(0) }], opens: true },
  'a full last frame': { frames: [{ sequence: 1, last: true, content: text(8) }], opens: true },
  'IVs of any value': {
    frames: [{ sequence: 1, last: true, content: text(5), iv: Buffer.alloc(12, 0xff) }],
    opens: true,
  },
  'a last frame that is too long': { frames: [{ sequence: 1, last: true, content: text(9) }], opens: false },
  'no last frame': { frames: [{ sequence: 1, content: text(8) }], opens: false },
  'no frame': { frames: [], opens: false },
  'a first frame of number 0': {
    frames: [
      { sequence: 0, content: text(8) },
      { sequence: 1, last: true, content: text(1) },
    ],
    opens: false,
  },
  'a first frame of number 2': { frames: [{ sequence: 2, last: true, content: text(1) }], opens: false },
  'a frame twice': {
    frames: [
      { sequence: 1, content: text(8) },
      { sequence: 1, content: text(8) },
      { sequence: 2, last: true, content: text(1) },
    ],
    opens: false,
  },
  'frames exchanged': {
    frames: [
      { sequence: 2, content: text(8) },
      { sequence: 1, content: text(8) },
      { sequence: 3, last: true, content: text(1) },
    ],
    opens: false,
  },
  'a frame after the last': {
    frames: [
      { sequence: 1, last: true, content: text(1) },
      { sequence: 2, content: text(8) },
    ],
    opens: false,
    tail: true,
  },
}

describe('lite and the official SDK agree on what a holder of the data key may have written', () => {
  for (const [suiteId, { signature, keyBytes, version }] of suites) {
    const name = suiteNames.get(suiteId)
    const chance = chanceFrom(suiteId)
    const given = () => ({
      suiteId,
      dataKey: chance.bytes(keyBytes),
      context: chance.pick(contexts),
      frameLength: 8,
      messageId: chance.bytes(version === 1 ? 16 : 32),
    })

    test(`frames of ${name}`, async () => {
      for (const [what, { frames, opens, tail }] of Object.entries(bodies)) {
        const sealing = given()
        const became = await compare(sealByHand({ ...sealing, body: frames }), sealing.dataKey, !!signature)
        assert.equal(became, opens ? 'opened' : tail && !signature ? 'tail' : 'refused', what)
      }
    })

    test(`contexts of ${name}`, async () => {
      const point = 'Agt2eYb0ZnT2QH6a1Rk0fVb0BqJc4vT5oZ9y0sQ1xw2E'
      for (const key of ['', 'AAAA', point, 'no base64 at all', Buffer.alloc(49, 2).toString('base64')]) {
        const sealing = { ...given(), context: { 'aws-crypto-public-key': key } }
        assert.equal(
          await compare(sealByHand({ ...sealing, body: text(6) }), sealing.dataKey, !!signature),
          'refused',
          key,
        )
      }
    })

    if (signature) {
      test(`a signer’s key of ${name} that is longer or shorter than a point, or one in another form`, async () => {
        const alterations = [
          (point: Buffer) => Buffer.concat([point, Buffer.of(0)]),
          (point: Buffer) => Buffer.concat([point, point]),
          (point: Buffer) => point.subarray(0, -1),
          // OpenSSL takes the same point in its other forms; the format does not.
          (point: Buffer) => uncompressed(point),
          (point: Buffer) => {
            const whole = uncompressed(point)
            whole[0] = 6 + (whole.at(-1)! & 1)
            return whole
          },
        ]
        for (const alterKey of alterations) {
          const sealing = { ...given(), context: {}, body: text(6), alterKey }
          assert.equal(await compare(sealByHand(sealing), sealing.dataKey, true), 'refused')
        }
      })
    }

    test(`a context of ${name} that names a member twice`, async () => {
      const rename = (header: Buffer) => Buffer.from(header.toString('latin1').replace('twice', 'again'), 'latin1')
      const sealing = { ...given(), context: { again: '1', twice: '2' }, body: text(6) }
      assert.equal(await compare(sealByHand(sealing), sealing.dataKey, !!signature), 'opened')
      const message = sealByHand({ ...sealing, alterHeader: rename })
      assert.equal(await compare(message, sealing.dataKey, !!signature), 'refused')
    })

    test(`headers of ${name}`, { timeout: 60_000 }, async () => {
      for (let index = 0; index < ALTERED; index++) {
        const sealing = given()
        const alterHeader = (header: Buffer) => {
          const copy = Buffer.from(header)
          // The end holds content type and lengths; the rest is mostly text.
          const at = chance.below(2)
            ? chance.below(copy.length)
            : copy.length - 1 - chance.below(Math.min(copy.length, 44))
          copy[at] = chance.pick([0, 1, 2, 3, 8, 12, 0xff, chance.below(256)])
          return copy
        }
        const body = chance.below(2) ? text(6) : [{ sequence: 1, last: true, content: text(6) }]
        await compare(sealByHand({ ...sealing, body, alterHeader }), sealing.dataKey, !!signature)
      }
    })
  }
})
