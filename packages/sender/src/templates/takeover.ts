import type { Message } from '../message.ts'
import { plainName } from './plain-name.ts'
import type { TakeoverAction, Words } from './words/words.ts'

/** What Cognito did about the sign-in, in words; nothing for an action that is not known. Those that begin with `MFA`
 * asked for a second factor. */
export function takeoverAction(message: Message, words: Words): string | undefined {
  const action = message.risk?.action ?? ''
  const done: TakeoverAction | undefined =
    action === 'BLOCK' ? 'blocked' : action === 'NO_ACTION' ? 'allowed' : action.startsWith('MFA') ? 'mfa' : undefined
  return done === undefined ? undefined : words.takeover.actions[done]
}

/** No control characters, and not long. The device is what the one who signs in says it is, so it is made plain besides. */
const seen = (value: string) =>
  value
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ')
    .trim()
    .slice(0, 120)

/** Time, place, device, address and action, as far as they are known. */
export function takeoverRows(message: Message, words: Words): [string, string][] {
  const { risk } = message
  const { takeover } = words
  const place = [risk?.city, risk?.country].filter((part) => part !== undefined && part !== '').join(', ')
  const rows: [string, string | undefined][] = [
    [takeover.time, risk?.loginTime],
    [takeover.place, plainName(place, 120)],
    [takeover.device, plainName(risk?.device, 120)],
    [takeover.ip, risk?.ip],
    [takeover.action, takeoverAction(message, words)],
  ]
  return rows.flatMap(([name, value]): [string, string][] => (value ? [[name, seen(value)]] : []))
}

/** A one-click link, if it is one: `https:` only. */
export const takeoverLink = (link: string | undefined): string | undefined =>
  link !== undefined && /^https:\/\/[^\s<>"]+$/.test(link) ? link : undefined
