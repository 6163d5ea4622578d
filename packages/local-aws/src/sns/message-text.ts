import { invalidParameter } from './refusals.ts'
import { readJsonObject } from './topic-attributes.ts'

/** AWS documents: at most 1,600 characters in one publish to a phone. */
const LONGEST_SMS = 1600
/** AWS documents: at most 256 KB in one publish to a topic. */
const LARGEST_MESSAGE = 256 * 1024

/**
 * The texts of a message, by protocol: the same for all, or where `structure` is `json` the entry of the protocol, else
 * `default`.
 * @throws {ServiceError} for an empty or too long message, and for JSON that is none or lacks `default`.
 */
export function messageTexts(message: string, structure: string | undefined): (protocol: string) => string {
  if (structure !== undefined && structure !== 'json' && structure !== 'string')
    throw invalidParameter('MessageStructure Reason: must be json')
  if (message === '') throw invalidParameter('Empty message')
  if (Buffer.byteLength(message) > LARGEST_MESSAGE) throw invalidParameter('Message too long')
  if (structure !== 'json') return () => message
  const entries = readEntries(message)
  return (protocol) => {
    const own = entries.get(protocol)
    return typeof own === 'string' ? own : String(entries.get('default'))
  }
}

/** The text that a phone gets. @throws {ServiceError} */
export function smsText(message: string, structure: string | undefined): string {
  const text = messageTexts(message, structure)('sms')
  if (text === '') throw invalidParameter('Empty message')
  if (text.length > LONGEST_SMS) throw invalidParameter('Message too long')
  return text
}

function readEntries(message: string): Map<string, unknown> {
  let entries: Map<string, unknown>
  try {
    entries = new Map(Object.entries(readJsonObject(message, 'Message Structure')))
  } catch {
    throw invalidParameter('Message Structure - JSON message body failed to parse')
  }
  if (typeof entries.get('default') !== 'string')
    throw invalidParameter('Message Structure - No default entry in JSON message body')
  return entries
}
