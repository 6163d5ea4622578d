import { html } from 'htm/preact'
import { icons } from './icons.ts'
import { type Attachment, type Message, sizeText } from './message.ts'

/** The files that came with a mail, each as a download. */
export function Attachments({ message }: { message: Message }) {
  const { id, attachments } = message
  if (!attachments?.length) return null
  return html`<section class="attachments" aria-label="Attachments">
    <ul>
      ${attachments.map((attachment, place) => html`<li><${File} id=${id} place=${place} attachment=${attachment} /></li>`)}
    </ul>
  </section>`
}

function File({ id, place, attachment }: { id: string; place: number; attachment: Attachment }) {
  const { name, contentType, size, inline, kept } = attachment
  const about = `${contentType}, ${sizeText(size)}${inline ? ', part of the HTML' : ''}`
  const shown = html`${icons.clip}<bdi class="attachment-name">${name}</bdi><span class="quiet small">${about}</span>`
  if (!kept) return html`<span class="attachment gone" title="It was too large to be kept">${shown}</span>`
  const href = `/_herald/messages/${encodeURIComponent(id)}/attachments/${place}`
  return html`<a class="attachment" href=${href} download=${name}>${shown}</a>`
}
