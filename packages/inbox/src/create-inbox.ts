import type { Environment } from '@herald/environment'
import type { Store, Transaction, Vault } from '@herald/storage'
import { createAnnouncements } from './announcements.ts'
import { attachmentKey, type EnteringAttachment, enteringAttachments, putAttachments } from './attachments.ts'
import { createChanges } from './changes.ts'
import { type Body, findSecret } from './code-place.ts'
import { inboxAttachments, inboxBodies, inboxMessages, type MessageDoc, recipientColumn } from './collections.ts'
import { createExpiry } from './expiry.ts'
import { findCause } from './find-cause.ts'
import { findMessages } from './find-messages.ts'
import { watchForeignChanges } from './foreign-changes.ts'
import type { Inbox } from './inbox.ts'
import type { Delivery, Trigger } from './message.ts'
import {
  messageView,
  openAttachment,
  openBody,
  type SealedBody,
  sealBody,
  sealSecret,
  secretOf,
} from './message-view.ts'
import { createRetention, type RetentionLimits, usualRetention } from './retention.ts'
import { textOfHtml } from './text-of-html.ts'
import { addStep, type Step } from './trace.ts'
import { newTraceRoot } from './trace-id.ts'

export interface InboxOptions {
  /** Opened with `inboxCollections`. */
  store: Store
  vault: Vault
  environment: Environment
  /** 1,000 messages, 7 days or 256 MB of attachments unless given. */
  retention?: Partial<RetentionLimits>
  /** Other processes use the store as well: what they change is looked for every second. Default false. */
  shared?: boolean
  /**
   * Told what went wrong where nobody waits for the answer: in the background, and in `step` and `secretGone`, which never
   * fail for their callers. Nothing secret is in it.
   */
  onTrouble?: (error: unknown) => void
}

export interface OpenInbox extends Inbox {
  /** Resolves once what an earlier run left has been counted, pruned and swept. */
  readonly ready: Promise<void>
  /** Stops the alarms; the store stays open. */
  close(): void
}

/** A delivery as it is entered: what of it is searched for the secret, and its files. */
interface Given {
  delivery: Delivery
  body: Body
  attachments: EnteringAttachment[]
}

function providerStep({ provider, failed }: Delivery): Step {
  if (failed === undefined) return { stage: 'provider', outcome: 'ok', detail: provider }
  return { stage: 'provider', outcome: 'failed', detail: `${provider}: ${failed}` }
}

/** Opens the inbox of a store. */
export function createInbox(options: InboxOptions): OpenInbox {
  const { store, vault, environment, shared = false } = options
  const { clock } = environment
  const trouble = options.onTrouble ?? (() => {})
  const announcements = createAnnouncements(async (id) => {
    const doc = await store.get(inboxMessages, [id])
    return doc && view(doc)
  }, trouble)
  const change = createChanges(store, announcements.changed)
  const retention = createRetention(store, environment, { ...usualRetention, ...options.retention }, trouble, shared)
  const expiry = createExpiry(store, environment, (id) => secretGone(id, 'expired'), trouble, shared)
  const foreign = shared ? watchForeignChanges(store, environment, announcements.changed, trouble) : undefined
  let lastPosition = 0
  const ready = start()
  ready.catch(trouble)

  async function start(): Promise<void> {
    const { docs } = await store.find(inboxMessages, { orderBy: 'position', descending: true, limit: 1 })
    lastPosition = Math.max(lastPosition, docs[0]?.position ?? 0)
    await retention.start()
    await expiry.start()
  }

  function nextPosition(): number {
    // Processes that share a store seldom choose the same place within a millisecond.
    const within = shared ? environment.random.integer(1000) : 0
    lastPosition = Math.max(lastPosition + 1, Math.floor(clock.now()) * 1000 + within)
    return lastPosition
  }

  async function view(doc: MessageDoc) {
    return messageView(vault, doc, await bodyOf(store, doc), clock.now())
  }

  async function bodyOf(reader: Pick<Store, 'get'>, doc: MessageDoc): Promise<SealedBody> {
    if (doc.state !== 'delivered') return {}
    return openBody(vault, doc.id, await reader.get(inboxBodies, [doc.id]))
  }

  async function secretGone(id: string, why: 'superseded' | 'expired' | 'used'): Promise<void> {
    const stage = why === 'superseded' ? 'superseded' : `code-${why}`
    const done = change(id, (doc) => {
      if (!doc) return
      delete doc.secret
      delete doc.secretExpiresAt
      if (!doc.steps.some((step) => step.stage === stage)) addStep(doc, clock.now(), { stage, outcome: 'ok' })
    })
    await done.catch(trouble)
  }

  /** A delivery that is no message's first: it becomes a message of its own, of the same cause where there is one. */
  function enterDelivery(tx: Transaction, given: Given, trigger?: Trigger, secret?: string): string {
    const { delivery } = given
    const now = clock.now()
    const id = newTraceRoot(environment)
    const code = secret === undefined ? undefined : findSecret(given.body, secret)
    const doc: MessageDoc = {
      id,
      position: nextPosition(),
      at: now,
      state: delivery.failed === undefined ? 'delivered' : 'not-sent',
      channel: delivery.channel,
      to: delivery.to,
      ...(delivery.from !== undefined && { from: delivery.from }),
      ...(trigger && { trigger }),
      ...(code && { code }),
      steps: [],
    }
    addStep(doc, now, providerStep(delivery))
    putBody(tx, doc, given)
    tx.put(inboxMessages, [id], doc)
    tx.afterCommit(() => {
      retention.added(doc.attachments?.bytes)
      announcements.changed(id)
    })
    return id
  }

  function putBody(tx: Transaction, doc: MessageDoc, { body, attachments }: Given): void {
    putAttachments(tx, vault, doc, attachments)
    const listed = attachments.length > 0 ? { attachments: attachments.map(({ shown }) => shown) } : {}
    tx.put(inboxBodies, [doc.id], sealBody(vault, doc.id, { ...body, ...listed }))
  }

  function fill(tx: Transaction, doc: MessageDoc, given: Given): void {
    const { delivery, body } = given
    // An expired code that is delivered all the same is still recognised: 0 lies before every expiry.
    const secret = secretOf(vault, doc, {}, 0)
    const code = secret === undefined ? undefined : findSecret(body, secret)
    delete doc.secret
    delete doc.secretExpiresAt
    if (code) doc.code = code
    doc.state = 'delivered'
    doc.channel = delivery.channel
    if (recipientColumn(doc.to) !== recipientColumn(delivery.to)) doc.to = delivery.to
    if (delivery.from !== undefined) doc.from = delivery.from
    putBody(tx, doc, given)
    tx.afterCommit(() => retention.grown(doc.attachments?.bytes ?? 0))
    const shows = secret === undefined || code ? '' : '; the body does not show the code'
    addStep(doc, clock.now(), { stage: 'provider', outcome: 'ok', detail: `${delivery.provider}${shows}` })
  }

  return {
    ready,
    queued(tx, message) {
      const now = clock.now()
      const { id, channel, to, trigger, secret, secretExpiresAt } = message
      const doc: MessageDoc = {
        id,
        position: nextPosition(),
        at: now,
        state: message.state ?? 'queued',
        channel,
        to,
        trigger,
        steps: [],
      }
      if (secret !== undefined) doc.secret = sealSecret(vault, id, secret)
      if (secret !== undefined && secretExpiresAt !== undefined) doc.secretExpiresAt = secretExpiresAt
      for (const step of message.steps) addStep(doc, now, step, secret)
      tx.put(inboxMessages, [id], doc)
      tx.afterCommit(() => {
        retention.added()
        if (doc.secretExpiresAt !== undefined) expiry.added(doc.secretExpiresAt)
        announcements.changed(id)
      })
    },
    async step(id, given, state) {
      const steps = Array.isArray(given) ? (given as readonly Step[]) : [given as Step]
      const done = change(
        id,
        async (doc, tx) => {
          if (!doc) return
          const says = steps.some((step) => step.detail !== undefined && !step.plain)
          const secret = says ? secretOf(vault, doc, await bodyOf(tx, doc), clock.now()) : undefined
          for (const step of steps) addStep(doc, clock.now(), step, secret)
          if (state && doc.state !== 'delivered') doc.state = state
        },
        { lazily: true },
      )
      await done.catch(trouble)
    },
    secretGone,
    async captured(delivery) {
      const { subject, text, html } = delivery
      const body: Body = { ...(subject !== undefined && { subject }), ...(text !== undefined && { text }) }
      if (html !== undefined) body.html = html
      if (html !== undefined && text === undefined) body.derived = textOfHtml(html)
      const given: Given = { delivery, body, attachments: enteringAttachments(delivery.attachments) }
      const cause = await findCause(options, delivery, body)
      if (cause === undefined) return store.transaction((tx) => enterDelivery(tx, given))
      return change(cause, async (doc, tx) => {
        if (!doc) return enterDelivery(tx, given)
        if (delivery.failed !== undefined) {
          addStep(doc, clock.now(), providerStep(delivery))
          return doc.id
        }
        if (doc.state !== 'delivered') {
          fill(tx, doc, given)
          return doc.id
        }
        const secret = secretOf(vault, doc, await bodyOf(tx, doc), clock.now())
        const id = enterDelivery(tx, given, doc.trigger, secret)
        addStep(doc, clock.now(), {
          stage: 'provider',
          outcome: 'again',
          detail: `${delivery.provider}, as message ${id}`,
        })
        return id
      })
    },
    async list(filter) {
      const { docs, next } = await findMessages(store, filter)
      const messages = await Promise.all(docs.map(view))
      return next === undefined ? { messages } : { messages, next }
    },
    async get(id) {
      const doc = await store.get(inboxMessages, [id])
      return doc && { ...(await view(doc)), trace: doc.steps }
    },
    async attachment(id, n) {
      const doc = await store.get(inboxMessages, [id])
      const attachment = doc && (await bodyOf(store, doc)).attachments?.[n]
      if (!attachment) return undefined
      const kept = await store.get(inboxAttachments, attachmentKey(id, n))
      return { attachment, content: kept && openAttachment(vault, id, n, kept) }
    },
    async clear() {
      await retention.clear()
      announcements.cleared()
    },
    watch: announcements.watch,
    subscribe: (listener) =>
      announcements.watch({
        wantsMessages: () => true,
        changed: (_id, message) => message && listener(message),
      }),
    close() {
      announcements.close()
      retention.stop()
      expiry.stop()
      foreign?.stop()
    },
  }
}
