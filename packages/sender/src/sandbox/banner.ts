import type { Channel } from '../events/sources.ts'
import type { Message } from '../message.ts'
import type { Rendered } from '../provider.ts'
import { escapeHtml } from '../templates/escape.ts'

const names: Record<Channel, string> = {
  email: 'E-mail',
  sms: 'SMS',
  whatsapp: 'WhatsApp message',
  voice: 'Call',
  chat: 'Chat message',
}

/** Line breaks would let a user name write lines of its own. */
const oneLine = (text: string) => text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').slice(0, 200)

/** A message with words before it that say whom it was for. It is read by the team, so it holds the address in full. */
export function withBanner(body: Rendered, message: Message, to: string, channel: Channel): Rendered {
  const facts = [`${names[channel]} for ${to}`, message.source, `user ${message.userName}`, `locale ${message.locale}`]
  const banner = `[Sandbox] ${facts.map(oneLine).join(' · ')}`
  return {
    ...body,
    subject: `[Sandbox] ${body.subject ?? `${names[channel]}: ${message.source}`}`,
    text: `${banner}\n\n${body.text}`,
    ...(body.html !== undefined && { html: intoHtml(body.html, banner) }),
  }
}

const style = 'margin:0;padding:8px 12px;background:#fff3bf;color:#5c3d00;font:13px/1.5 sans-serif'

function intoHtml(html: string, banner: string): string {
  const block = `<p style="${style}">${escapeHtml(banner)}</p>`
  const body = /<body\b[^>]*>/i.exec(html)
  const at = body ? body.index + body[0].length : 0
  return `${html.slice(0, at)}${block}${html.slice(at)}`
}
