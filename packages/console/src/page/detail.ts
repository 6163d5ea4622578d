import { html } from 'htm/preact'
import { useState } from 'preact/hooks'
import { Attachments } from './attachments.ts'
import { CopyButton } from './copying.ts'
import { icons } from './icons.ts'
import { State } from './list.ts'
import { codeOf, linkLabel, linkOf, type Message, STATES, sourceName, type TracedMessage, titleOf } from './message.ts'
import { fullTime } from './time.ts'
import { Trace } from './trace.ts'

/** One message: what it is, its code, what was delivered, and its way. */
export function Detail({ message, close }: { message: TracedMessage | 'gone' | undefined; close: () => void }) {
  if (message === undefined) return html`<article class="detail" aria-busy="true"></article>`
  if (message === 'gone')
    return html`<article class="detail"><div class="detail-top">
      <h1>This message is gone</h1><${Close} close=${close} />
    </div><p class="quiet pad">It was deleted, or pruned to make room for newer ones.</p></article>`
  return html`<article class="detail" aria-label="Message">
    <div class="detail-top">
      <h1>${message.channel === 'sms' ? html`SMS to <bdi>${message.to}</bdi>` : html`<bdi>${titleOf(message)}</bdi>`}</h1>
      <${Close} close=${close} />
    </div>
    <div class="detail-columns">
      <div class="detail-main">
        <${Facts} message=${message} />
        <${Take} message=${message} />
        <${Body} key=${message.id} message=${message} />
        <${Attachments} message=${message} />
      </div>
      <${Trace} steps=${message.trace} />
    </div>
  </article>`
}

function Close({ close }: { close: () => void }) {
  return html`<button type="button" class="icon-button" onClick=${close} aria-label="Close the message" title="Close (Esc)">
    ${icons.close}
  </button>`
}

function Facts({ message }: { message: Message }) {
  const { trigger } = message
  return html`<dl class="facts">
    <div><dt>To</dt><dd><bdi>${message.to}</bdi></dd></div>
    ${message.from && html`<div><dt>From</dt><dd><bdi>${message.from}</bdi></dd></div>`}
    <div><dt>At</dt><dd><time datetime=${message.at}>${fullTime(message.at)}</time></dd></div>
    <div><dt>State</dt><dd><${State} state=${message.state} /></dd></div>
    ${
      trigger
        ? html`<div><dt>Source</dt><dd class="mono">${trigger.source}</dd></div>
          <div><dt>User</dt><dd><bdi>${trigger.userName}</bdi></dd></div>
          <div><dt>Pool</dt><dd class="mono">${trigger.userPoolId}</dd></div>`
        : html`<div><dt>Source</dt><dd>${sourceName(message)}: no pool caused it</dd></div>`
    }
  </dl>`
}

/** What people come for. */
function Take({ message }: { message: Message }) {
  const code = codeOf(message)
  const link = linkOf(message)
  if (code === undefined && link === undefined) return null
  return html`<div class="take">
    ${code !== undefined && html`<output class="code" aria-label="Code">${code}</output>`}
    <span class="take-actions">
      ${code !== undefined && html`<${CopyButton} text=${code} className="button primary">Copy code<//>`}
      ${
        link !== undefined &&
        html`<a class="button" href=${link} target="_blank" rel="noopener noreferrer" title=${link}>
          ${icons.open}<span>${linkLabel(link)}</span>
        </a>`
      }
    </span>
  </div>`
}

type Face = 'rendered' | 'text' | 'source'
const FACES: Readonly<Record<Face, string>> = { rendered: 'Rendered', text: 'Text', source: 'HTML source' }

function Body({ message }: { message: Message }) {
  const faces = (Object.keys(FACES) as Face[]).filter(
    (face) => (face === 'text' ? message.text : message.html) !== undefined,
  )
  const [chosen, choose] = useState<Face | undefined>()
  const face = chosen && faces.includes(chosen) ? chosen : faces[0]
  if (message.channel === 'sms' && message.text !== undefined) return html`<${Bubble} message=${message} />`
  if (face === undefined) {
    const sentence = message.state === 'delivered' ? 'It has no body.' : STATES[message.state].sentence
    return html`<p class="no-body">${sentence}</p>`
  }
  return html`<div class="body">
    <div class="faces" role="tablist" aria-label="How the message is shown">
      ${faces.map(
        (each) => html`<button
          type="button"
          role="tab"
          aria-selected=${each === face}
          class=${each === face ? 'face on' : 'face'}
          onClick=${() => choose(each)}
        >${FACES[each]}</button>`,
      )}
    </div>
    ${face === 'rendered' && html`<${Rendered} id=${message.id} />`}
    ${face === 'text' && html`<pre class="plain">${message.text}</pre>`}
    ${face === 'source' && html`<pre class="plain source">${message.html}</pre>`}
  </div>`
}

/** A hostile mail stays in a frame without scripts and without this page's origin; the server's policy lets it load nothing. */
function Rendered({ id }: { id: string }) {
  return html`<iframe
    class="rendered"
    title="The message as a mail program shows it"
    sandbox="allow-popups allow-popups-to-escape-sandbox"
    referrerpolicy="no-referrer"
    src=${`/_herald/messages/${encodeURIComponent(id)}/html`}
  ></iframe>`
}

function Bubble({ message }: { message: Message }) {
  const text = message.text ?? ''
  return html`<div class="phone">
    <p class="bubble">${text}</p>
    <p class="quiet small">${[...text].length} characters${message.from ? ` · from ${message.from}` : ''}</p>
  </div>`
}
