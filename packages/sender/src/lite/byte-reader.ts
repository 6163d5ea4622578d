import { SenderError } from '../errors.ts'

/** @param why what is wrong with an encrypted message. */
export const refuse = (why: string, cause?: unknown): SenderError => new SenderError('DecryptFailed', why, cause)

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
    if (count > this.left) throw refuse(`The encrypted message ends early, at byte ${this.bytes.length}.`)
    this.position += count
    return this.bytes.subarray(this.position - count, this.position)
  }

  /** A whole number of so many bytes. */
  uint(bytes: 1 | 2 | 4): number {
    return this.take(bytes).readUIntBE(0, bytes)
  }

  /** Bytes with their length before them, in two bytes. */
  field(): Buffer {
    return this.take(this.uint(2))
  }
}
