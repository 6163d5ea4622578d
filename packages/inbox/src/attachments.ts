import type { Transaction, Vault } from '@herald/storage'
import { inboxAttachments, type MessageDoc } from './collections.ts'
import type { Attachment, DeliveredAttachment } from './message.ts'
import { sealAttachment } from './message-view.ts'

/** So many attachments of one message are listed; AWS takes no more MIME parts in one mail. */
const MOST_LISTED = 500
/** Bytes kept of one message: what SES takes in one mail. */
const MOST_KEPT = 40 * 1024 * 1024
const LONGEST_NAME = 255

/** An attachment on its way into the store. */
export interface EnteringAttachment {
  shown: Attachment
  /** Undefined where it is too large to be kept. */
  content: Uint8Array | undefined
}

/** Names what came without a name, and decides what is kept: in order, as long as there is room. */
export function enteringAttachments(given: readonly DeliveredAttachment[] = []): EnteringAttachment[] {
  let room = MOST_KEPT
  return given.slice(0, MOST_LISTED).map(({ name, contentType, content, contentId, inline }, place) => {
    const kept = content.byteLength <= room
    if (kept) room -= content.byteLength
    const shown: Attachment = {
      name: (name || `attachment-${place + 1}`).slice(0, LONGEST_NAME),
      contentType: /^[\w.+-]{1,100}\/[\w.+-]{1,100}$/.test(contentType)
        ? contentType.toLowerCase()
        : 'application/octet-stream',
      size: content.byteLength,
      ...(contentId && { contentId }),
      ...(inline && { inline: true as const }),
      kept,
    }
    return { shown, content: kept ? content : undefined }
  })
}

/** Writes the attachments of `doc` beside it. */
export function putAttachments(
  tx: Transaction,
  vault: Vault,
  doc: MessageDoc,
  entering: readonly EnteringAttachment[],
): void {
  if (entering.length === 0) return
  let bytes = 0
  for (const [place, { content }] of entering.entries()) {
    if (!content) continue
    bytes += content.byteLength
    tx.put(inboxAttachments, attachmentKey(doc.id, place), sealAttachment(vault, doc.id, place, content))
  }
  doc.attachments = { count: entering.length, bytes }
}

/** Removes the attachments of `doc`. */
export function deleteAttachments(tx: Transaction, doc: MessageDoc): void {
  for (let place = 0; place < (doc.attachments?.count ?? 0); place++) {
    tx.delete(inboxAttachments, attachmentKey(doc.id, place))
  }
}

export function attachmentKey(id: string, place: number): [string, string] {
  return [id, String(place)]
}
