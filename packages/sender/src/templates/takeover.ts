import type { Message } from '../message.ts'
import type { TakeoverAction, Words } from './words/index.ts'

/** What Cognito did about the sign-in. The actions that begin with `MFA` asked for a second factor. */
export function takeoverAction(message: Message): TakeoverAction {
  const action = message.risk?.action ?? ''
  return action === 'BLOCK' ? 'blocked' : action.startsWith('MFA') ? 'mfa' : 'allowed'
}

/** Device and place come from the one who signs in: no control characters, and not long. */
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
    [takeover.place, place],
    [takeover.device, risk?.device],
    [takeover.ip, risk?.ip],
  ]
  const known = rows.flatMap(([name, value]): [string, string][] => (value ? [[name, seen(value)]] : []))
  return risk === undefined ? known : [...known, [takeover.action, takeover.actions[takeoverAction(message)]]]
}

/** A one-click link, if it is one: `https:` only. */
export const takeoverLink = (link: string | undefined): string | undefined =>
  link !== undefined && /^https:\/\/[^\s<>"]+$/.test(link) ? link : undefined
