import { invalidParameter } from './refusals.ts'

/** AWS documents: at most 1,600 characters in one publish to a phone. */
const LONGEST_SMS = 1600

/**
 * The text that a phone gets: the message, or its `sms` or `default` entry where `structure` is `json`.
 * @throws {ServiceError} for an empty or too long text, and for JSON that is none or lacks `default`.
 */
export function smsText(message: string, structure: string | undefined): string {
  const text = structure === 'json' ? entryFor('sms', message) : message
  if (structure !== undefined && structure !== 'json' && structure !== 'string')
    throw invalidParameter('MessageStructure Reason: must be json')
  if (text === '') throw invalidParameter('Empty message')
  if (text.length > LONGEST_SMS) throw invalidParameter('Message too long')
  return text
}

function entryFor(protocol: string, message: string): string {
  let entries: unknown
  try {
    entries = JSON.parse(message)
  } catch {
    throw invalidParameter('Message Structure - JSON message body failed to parse')
  }
  if (typeof entries !== 'object' || entries === null || Array.isArray(entries))
    throw invalidParameter('Message Structure - JSON message body failed to parse')
  const texts = new Map(Object.entries(entries))
  if (typeof texts.get('default') !== 'string')
    throw invalidParameter('Message Structure - No default entry in JSON message body')
  const own = texts.get(protocol)
  return typeof own === 'string' ? own : String(texts.get('default'))
}
