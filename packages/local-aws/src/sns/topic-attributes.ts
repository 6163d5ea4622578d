import { invalidParameter, notBuilt } from './refusals.ts'

/** Attributes that can be set, beside those of delivery status logging. */
const SETTABLE = new Set([
  'DeliveryPolicy',
  'DisplayName',
  'KmsMasterKeyId',
  'Policy',
  'SignatureVersion',
  'TracingConfig',
])
const LOGGING =
  /^(HTTP|Lambda|SQS|Firehose|Application)(SuccessFeedbackRoleArn|FailureFeedbackRoleArn|SuccessFeedbackSampleRate)$/
const OF_FIFO = new Set(['FifoTopic', 'ContentBasedDeduplication', 'ArchivePolicy', 'FifoThroughputScope'])

/**
 * Checks an attribute of a topic. What concerns encryption, policies and logging is kept and told, and has no effect here.
 * @throws {ServiceError} InvalidParameterException
 */
export function checkTopicAttribute(name: string, value: string): void {
  if (OF_FIFO.has(name) && value !== 'false') throw notBuilt(`The topic attribute ${name} (FIFO topics)`)
  if (!SETTABLE.has(name) && !LOGGING.test(name) && !OF_FIFO.has(name)) throw invalidParameter('AttributeName')
  if (name === 'DisplayName' && value.length > 100) throw invalidParameter('DisplayName')
  if (name === 'SignatureVersion' && value !== '1' && value !== '2') throw invalidParameter('SignatureVersion')
  if ((name === 'Policy' || name === 'DeliveryPolicy') && value !== '') readJsonObject(value, name)
}

/** @throws {ServiceError} for what is no JSON object. */
export function readJsonObject(text: string, name: string): Record<string, unknown> {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    throw invalidParameter(`${name}: failed to parse JSON.`)
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw invalidParameter(`${name}: failed to parse JSON.`)
  return value as Record<string, unknown>
}

/** The policy that AWS gives every topic: its own account may do everything. */
export function usualPolicy(arn: string, accountId: string): string {
  const actions = [
    'GetTopicAttributes',
    'SetTopicAttributes',
    'AddPermission',
    'RemovePermission',
    'DeleteTopic',
    'Subscribe',
    'ListSubscriptionsByTopic',
    'Publish',
  ]
  return JSON.stringify({
    Version: '2008-10-17',
    Id: '__default_policy_ID',
    Statement: [
      {
        Sid: '__default_statement_ID',
        Effect: 'Allow',
        Principal: { AWS: '*' },
        Action: actions.map((action) => `SNS:${action}`),
        Resource: arn,
        Condition: { StringEquals: { 'AWS:SourceOwner': accountId } },
      },
    ],
  })
}

/** How AWS tries HTTP endpoints again unless a topic says otherwise. */
export const usualDeliveryPolicy = JSON.stringify({
  http: {
    defaultHealthyRetryPolicy: {
      minDelayTarget: 20,
      maxDelayTarget: 20,
      numRetries: 3,
      numMaxDelayRetries: 0,
      numNoDelayRetries: 0,
      numMinDelayRetries: 0,
      backoffFunction: 'linear',
    },
    disableSubscriptionOverrides: false,
    defaultRequestPolicy: { headerContentType: 'text/plain; charset=UTF-8' },
  },
})
