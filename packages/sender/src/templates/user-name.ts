import type { Message } from '../message.ts'

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/**
 * The name by which the person signs in. In a pool whose user names are e-mail addresses or numbers, `userName` is a
 * UUID that the person does not know: there it is the address or the number. Without line breaks and invisible
 * characters, else exactly as it is, as it must be typed.
 */
export function userNameShown(message: Message): string {
  const { attributes, userName } = message
  const own = uuid.test(userName)
    ? attributes.preferred_username || attributes.email || attributes.phone_number
    : undefined
  return (own || userName).replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, '')
}
