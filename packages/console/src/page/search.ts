import { codeOf, type Message } from './message.ts'

type Test = (message: Message) => boolean

const FIELDS: Readonly<Record<string, (message: Message) => string>> = {
  to: (message) => message.to,
  from: (message) => message.from ?? '',
  subject: (message) => message.subject ?? '',
  source: (message) => message.trigger?.source ?? 'Direct',
  user: (message) => message.trigger?.userName ?? '',
  pool: (message) => message.trigger?.userPoolId ?? '',
  client: (message) => message.trigger?.clientId ?? '',
  state: (message) => message.state,
  channel: (message) => message.channel,
}

/** `to:jane source:forgot has:code state:delivered welcome`: every word must hold; quotes keep words together. */
export function searchFor(query: string): Test {
  const tests = [...query.matchAll(/(?:([a-z]+):)?(?:"([^"]*)"?|(\S+))/gi)].map(([, field, quoted, plain]) =>
    testFor(field?.toLowerCase(), (quoted ?? plain ?? '').toLowerCase()),
  )
  return (message) => tests.every((test) => test(message))
}

function testFor(field: string | undefined, wanted: string): Test {
  if (field === 'has') {
    if (wanted === 'code') return (message) => codeOf(message) !== undefined
    if (wanted === 'attachment') return (message) => message.attachments !== undefined
    if (wanted === 'html') return (message) => message.html !== undefined
    return () => false
  }
  const read = field !== undefined && Object.hasOwn(FIELDS, field) ? FIELDS[field] : undefined
  if (read) return (message) => read(message).toLowerCase().includes(wanted)
  const whole = field === undefined ? wanted : `${field}:${wanted}`
  return (message) =>
    [...Object.values(FIELDS).map((value) => value(message)), message.text ?? ''].some((text) =>
      text.toLowerCase().includes(whole),
    )
}
