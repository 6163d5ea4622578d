import type { Store, Vault } from '@herald/storage'
import { type Body, findSecret } from './code-place.ts'
import { inboxBodies, inboxMessages, type MessageDoc, recipientColumn } from './collections.ts'
import type { Delivery } from './message.ts'
import { openBody, secretOf } from './message-view.ts'

/** So many recipients of a delivery, and so many of the newest messages to each, are looked at. */
const MOST_RECIPIENTS = 10
const MOST_MESSAGES = 20

/**
 * The id of the message that a delivery belongs to: by the trace it carries, else by what it says. SMTP and other ways that
 * carry no trace are recognised by the secret of a message to the same recipient that stands in the body; one that was not
 * delivered yet goes before one that was, and a newer one before an older.
 */
export async function findCause(
  { store, vault }: { store: Store; vault: Vault },
  delivery: Delivery,
  body: Body,
): Promise<string | undefined> {
  if (delivery.traceRoot !== undefined && (await store.get(inboxMessages, [delivery.traceRoot])))
    return delivery.traceRoot
  let again: string | undefined
  for (const recipient of delivery.to.split(', ').slice(0, MOST_RECIPIENTS)) {
    const { docs } = await store.find(inboxMessages, {
      where: [{ column: 'recipient', equals: recipientColumn(recipient) }],
      orderBy: 'position',
      descending: true,
      limit: MOST_MESSAGES,
    })
    for (const doc of docs) {
      const secret = await knownSecret(store, vault, doc)
      if (secret === undefined || !findSecret(body, secret)) continue
      if (doc.state !== 'delivered') return doc.id
      again ??= doc.id
    }
  }
  return again
}

/** The secret of a pool's message, whether it waits or was delivered; 0 lies before every expiry. */
async function knownSecret(store: Store, vault: Vault, doc: MessageDoc): Promise<string | undefined> {
  if (!doc.trigger) return undefined
  const body = doc.code ? openBody(vault, doc.id, await store.get(inboxBodies, [doc.id])) : {}
  return secretOf(vault, doc, body, 0)
}
