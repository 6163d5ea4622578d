import type { Channel } from '../events/sources.ts'
import type { Message } from '../message.ts'
import type { Rendered } from '../provider.ts'

/** Makes the words of a message. */
export interface Templates {
  /** BCP 47 tags there are words for: what a caller may choose among. */
  readonly locales?: readonly string[]
  /** BCP 47 tag for a user of whom no language is known, where the sender's own `defaultLocale` does not say. */
  readonly defaultLocale?: string
  /** @throws {Error} when there is no template for the message; the error's text holds no secret. */
  render(message: Message, channel: Channel, locale: string): Promise<Rendered>
}
