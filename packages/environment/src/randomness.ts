import { randomBytes, randomInt, randomUUID } from 'node:crypto'

/** Cryptographically secure chance; a test may give its own. */
export interface Randomness {
  bytes(length: number): Buffer
  /** A whole number from 0 up to but not including `below`, without bias. */
  integer(below: number): number
  uuid(): string
}

/** A call of the system for a few bytes costs many times what they do. */
const STOCK_BYTES = 4096
const LARGEST_OF_STOCK = 64
let stock: Buffer = Buffer.alloc(0)
let used = 0

/** Bytes out of the stock are nowhere but in the caller's hands afterwards. */
function ofStock(length: number): Buffer {
  if (used + length > stock.length) {
    stock = randomBytes(STOCK_BYTES)
    used = 0
  }
  const taken = Buffer.from(stock.subarray(used, used + length))
  stock.fill(0, used, used + length)
  used += length
  return taken
}

export const systemRandomness: Randomness = {
  bytes: (length) => (length <= LARGEST_OF_STOCK ? ofStock(length) : randomBytes(length)),
  integer: (below) => randomInt(below),
  uuid: () => randomUUID(),
}
