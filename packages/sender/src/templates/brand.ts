import type { Message } from '../message.ts'

/** Whose message it is: what stands above and below the words. */
export interface Brand {
  /** Shown above an e-mail, before its subject and at the start of an SMS. */
  name?: string
  /** Where people can ask: an e-mail address, or an `https:` address of a page. */
  support?: string
  /** `https:` address of a picture, shown instead of the name, with the name as its alternative text. */
  logoUrl?: string
  /** CSS colour of buttons and of the line above; white text must be readable on it. Default `#1d4ed8`. */
  colour?: string
  /** The same for dark mode; black text must be readable on it. Default `#93b4ff`. */
  darkColour?: string
}

/** One brand for every message, or the brand of each: `(m) => brands[m.clientId ?? '']`. */
export type BrandChoice = Brand | ((message: Message) => Brand | undefined)

/** The brand of a message; empty where none is given. */
export const brandOf = (choice: BrandChoice | undefined, message: Message): Brand =>
  (typeof choice === 'function' ? choice(message) : choice) ?? {}
