import type { Inbox, Message } from '@herald/inbox'

/**
 * Shows each message on the terminal as it moves: who, which source, the code, and where it is. Only for an interactive
 * terminal, for the lines hold codes.
 * @returns the way to stop.
 */
export function showMessages(inbox: Inbox, print: (line: string) => void): () => void {
  const shown = new Map<string, string>()
  const stop = inbox.subscribe((message) => {
    if (shown.get(message.id) === message.state) return
    shown.set(message.id, message.state)
    if (shown.size > 1000) shown.delete(shown.keys().next().value!)
    if (message.state === 'queued' || message.state === 'invoking') return
    void inbox.get(message.id).then((kept) => {
      if (kept) for (const line of [headline(kept), ...kept.trace.map(traceLine)]) print(line)
    })
  })
  return stop
}

function headline(message: Message): string {
  const source = message.trigger?.source ?? 'sent directly'
  const user = message.trigger ? `, user ${visible(message.trigger.userName)}` : ''
  const code = message.trigger?.code ? `, code ${visible(message.trigger.code)}` : ''
  return `✉ ${message.state}: ${source} to ${visible(message.to) || 'nobody'}${user}${code}`
}

function traceLine(step: { at: string; stage: string; outcome: string; detail?: string }): string {
  return `    ${step.at.slice(11, 23)}  ${step.stage.padEnd(16)} ${step.outcome}${step.detail ? `  ${visible(step.detail)}` : ''}`
}

/** Names come from whoever signs up: no control character of theirs reaches the terminal. */
function visible(text: string): string {
  return text.replace(/\p{C}/gu, '�')
}
