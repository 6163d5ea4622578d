import { inspect } from 'node:util'

const revealed = new WeakMap<Secret, string>()

/** A code or temporary password. It prints as `[secret 6]` wherever it is written, and only `reveal()` gives the text. */
export class Secret {
  /** In UTF-16 code units. */
  readonly length: number

  constructor(text: string) {
    this.length = text.length
    revealed.set(this, text)
  }

  reveal(): string {
    return revealed.get(this) ?? ''
  }

  toString(): string {
    return `[secret ${this.length}]`
  }

  toJSON(): string {
    return this.toString()
  }

  [Symbol.toPrimitive](): string {
    return this.toString()
  }

  [inspect.custom](): string {
    return this.toString()
  }
}
