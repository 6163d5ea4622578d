import { type Collection, collection } from '@herald/storage'

export interface TopicDoc {
  accountId: string
  region: string
  name: string
  /** As they were set; what AWS derives is not in here. */
  attributes: Record<string, string>
  tags: Record<string, string>
  createdAt: number
}

export interface SubscriptionDoc {
  /** `arn:aws:sns:<region>:<account>:<topic>:<uuid>` */
  arn: string
  topicArn: string
  accountId: string
  region: string
  protocol: string
  endpoint: string
  confirmed: boolean
  /** Keyed hash of the token that confirms it. */
  token?: string
  tokenExpiresAt?: number
  /** Whether only a signed call may end it. */
  authenticateOnUnsubscribe?: true
  attributes: Record<string, string>
  createdAt: number
}

/** What an account set for its text messages in a region. */
export interface SmsSettingsDoc {
  attributes: Record<string, string>
}

const place = (of: { accountId: string; region: string }) => `${of.accountId}/${of.region}`

export const snsTopics: Collection<TopicDoc> = collection<TopicDoc>('sns_topics', {
  columns: { place: { type: 'text', of: place }, name: { type: 'text', of: (doc) => doc.name } },
  indexes: [['place', 'name']],
})

export const snsSubscriptions: Collection<SubscriptionDoc> = collection<SubscriptionDoc>('sns_subscriptions', {
  columns: {
    place: { type: 'text', of: place },
    topicArn: { type: 'text', of: (doc) => doc.topicArn },
    target: { type: 'text', of: (doc) => `${doc.protocol} ${doc.endpoint}` },
    token: { type: 'text', of: (doc) => doc.token ?? null },
  },
  indexes: [['place'], ['topicArn', 'target'], ['token']],
})

export const snsSmsSettings: Collection<SmsSettingsDoc> = collection<SmsSettingsDoc>('sns_sms_settings')

/** Everything the local SNS stores. */
export const snsCollections = [snsTopics, snsSubscriptions, snsSmsSettings] as const
