import { SenderError } from '../errors.ts'

/** Reads bytes from front to back. Nothing is copied. */
export class ByteReader {
  readonly bytes: Buffer
  position = 0

  constructor(bytes: Uint8Array) {
    this.bytes = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  }

  get left(): number {
    return this.bytes.length - this.position
  }

  /** @throws {SenderError} `DecryptFailed` when fewer bytes are left. */
  take(count: number): Buffer {
    if (count > this.left) {
      throw new SenderError('DecryptFailed', `The encrypted message ends early, at byte ${this.bytes.length}.`)
    }
    this.position += count
    return this.bytes.subarray(this.position - count, this.position)
  }

  uint8(): number {
    return this.take(1).readUInt8()
  }

  uint16(): number {
    return this.take(2).readUInt16BE()
  }

  uint32(): number {
    return this.take(4).readUInt32BE()
  }

  uint64(): bigint {
    return this.take(8).readBigUInt64BE()
  }

  /** Bytes with their length before them, in two bytes. */
  field(): Buffer {
    return this.take(this.uint16())
  }
}
