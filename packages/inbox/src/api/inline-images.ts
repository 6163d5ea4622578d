import type { Inbox } from '../inbox.ts'
import type { Message } from '../message.ts'

/** So many bytes of pictures are put into the HTML; the rest stays away. */
const MOST_INLINE = 10 * 1024 * 1024

/** The HTML of a message with the pictures that it carries itself (`cid:…`) written into it. */
export async function withInlineImages(inbox: Inbox, message: Message, html: string): Promise<string> {
  if (!message.attachments || !/\bcid:/i.test(html)) return html
  const addresses = new Map<string, string>()
  let room = MOST_INLINE
  for (const [place, { contentId, contentType, size, kept }] of message.attachments.entries()) {
    if (!contentId || !kept || !contentType.startsWith('image/') || size > room || addresses.has(contentId)) continue
    if (!html.includes(contentId) && !html.includes(encodeURIComponent(contentId))) continue
    const found = await inbox.attachment(message.id, place)
    if (!found?.content) continue
    room -= size
    addresses.set(contentId, `data:${contentType};base64,${found.content.toString('base64')}`)
  }
  return html.replace(/\bcid:([^"'\s<>()]{1,200})/gi, (whole, id: string) => addresses.get(decoded(id)) ?? whole)
}

function decoded(id: string): string {
  try {
    return decodeURIComponent(id)
  } catch {
    return id
  }
}
