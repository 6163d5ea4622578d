import type { Channel } from '@herald/inbox'
import type { MessageReason } from '@herald/protocol'
import type { MessageTexts } from '../triggers/custom-message.ts'

/** A message in the outbox: all that its event needs, as it was when the code was issued. */
export interface MessageDoc {
  /** Also its trace root and its id in the inbox. */
  id: string
  poolId: string
  channel: Channel
  reason: MessageReason
  to: string
  userKey: string
  userName: string
  /** Whole, with `sub` and `cognito:user_status`, in the order of the event. */
  userAttributes: Record<string, string>
  /**
   * The code or temporary password, or what a notification says in place of the user's attributes as JSON: sealed with the vault (purpose
   * `message`, context the id).
   */
  sealedSecret: string
  /** When the secret stops being good (milliseconds). */
  secretExpiresAt: number
  /** Keyed hash of the session that the code belongs to, where it is a code to sign in with. */
  session?: string
  clientId: string | null
  clientMetadata: Record<string, string> | null
  awsSdkVersion: string
  /** What the pool's CustomMessage function says in place of the pool's own texts. */
  texts?: MessageTexts
  /** Hand-overs tried so far. */
  attempts: number
  /** When to hand it over, or, once claimed, when the claim lapses (milliseconds). */
  dueAt: number
  /** A process has it in hand. */
  claimed?: true
}
