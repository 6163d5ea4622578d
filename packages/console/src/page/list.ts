import { html } from 'htm/preact'
import { useEffect, useRef } from 'preact/hooks'
import { CodeChip } from './copying.ts'
import { icons } from './icons.ts'
import { codeOf, type Message, maskedTitle, STATES, sourceName } from './message.ts'
import { fullTime, shortTime } from './time.ts'

/** The messages, newest first. */
export function List(props: {
  messages: readonly Message[]
  selected: string | undefined
  copied: string | undefined
}) {
  return html`<div class="list">
    <div class="row head" aria-hidden="true">
      <span class="cell-time">Time</span><span class="cell-to">To</span><span class="cell-title">Message</span>
      <span class="cell-source">Source</span><span class="cell-user">User</span><span class="cell-pool">Pool</span>
      <span class="cell-state">State</span><span class="cell-code">Code</span>
    </div>
    <ul>
      ${props.messages.map(
        (message) => html`<${Row}
          key=${message.id}
          message=${message}
          selected=${message.id === props.selected}
          copied=${message.id === props.copied}
        />`,
      )}
    </ul>
  </div>`
}

function Row({ message, selected, copied }: { message: Message; selected: boolean; copied: boolean }) {
  const element = useRef<HTMLLIElement>(null)
  const code = codeOf(message)
  useEffect(() => {
    if (selected) element.current?.scrollIntoView({ block: 'nearest' })
  }, [selected])
  return html`<li ref=${element} class=${`row${selected ? ' selected' : ''}`}>
    <time class="cell-time" datetime=${message.at} title=${fullTime(message.at)}>${shortTime(message.at)}</time>
    <span class="cell-to" title=${message.to}>${icons[message.channel]}<bdi>${message.to}</bdi></span>
    <a class="cell-title" href=${`#${message.id}`} aria-current=${selected ? 'true' : undefined} draggable=${false}>
      ${message.attachments?.some(({ inline }) => !inline) && html`<span class="clip" title="With attachments">${icons.clip}</span>`}
      <bdi>${maskedTitle(message)}</bdi>
      <span class="unseen">, ${message.channel} to ${message.to}</span>
    </a>
    <span class="cell-source" title=${message.trigger?.source ?? 'No pool caused it'}>${sourceName(message)}</span>
    <span class="cell-user" title=${message.trigger?.userName}><bdi>${message.trigger?.userName ?? ''}</bdi></span>
    <span class="cell-pool" title=${message.trigger?.userPoolId}>${message.trigger?.userPoolId ?? ''}</span>
    <span class="cell-state"><${State} state=${message.state} /></span>
    <span class="cell-code">${code && html`<${CodeChip} code=${code} copied=${copied} />`}</span>
  </li>`
}

export function State({ state }: { state: Message['state'] }) {
  return html`<span class=${`state ${state}`} title=${STATES[state].sentence}>${STATES[state].name}</span>`
}
