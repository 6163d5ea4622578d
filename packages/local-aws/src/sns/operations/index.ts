import { CheckIfPhoneNumberIsOptedOut } from './CheckIfPhoneNumberIsOptedOut.ts'
import { ConfirmSubscription } from './ConfirmSubscription.ts'
import { CreateTopic } from './CreateTopic.ts'
import { DeleteTopic } from './DeleteTopic.ts'
import { GetSMSAttributes } from './GetSMSAttributes.ts'
import { GetSubscriptionAttributes } from './GetSubscriptionAttributes.ts'
import { GetTopicAttributes } from './GetTopicAttributes.ts'
import { ListPhoneNumbersOptedOut } from './ListPhoneNumbersOptedOut.ts'
import { ListSubscriptions } from './ListSubscriptions.ts'
import { ListSubscriptionsByTopic } from './ListSubscriptionsByTopic.ts'
import { ListTagsForResource } from './ListTagsForResource.ts'
import { ListTopics } from './ListTopics.ts'
import { OptInPhoneNumber } from './OptInPhoneNumber.ts'
import { Publish } from './Publish.ts'
import { PublishBatch } from './PublishBatch.ts'
import { SetSMSAttributes } from './SetSMSAttributes.ts'
import { SetSubscriptionAttributes } from './SetSubscriptionAttributes.ts'
import { SetTopicAttributes } from './SetTopicAttributes.ts'
import { Subscribe } from './Subscribe.ts'
import { TagResource } from './TagResource.ts'
import { Unsubscribe } from './Unsubscribe.ts'
import { UntagResource } from './UntagResource.ts'

/** The operations of SNS that are built. */
export const operations = {
  CheckIfPhoneNumberIsOptedOut,
  ConfirmSubscription,
  CreateTopic,
  DeleteTopic,
  GetSMSAttributes,
  GetSubscriptionAttributes,
  GetTopicAttributes,
  ListPhoneNumbersOptedOut,
  ListSubscriptions,
  ListSubscriptionsByTopic,
  ListTagsForResource,
  ListTopics,
  OptInPhoneNumber,
  Publish,
  PublishBatch,
  SetSMSAttributes,
  SetSubscriptionAttributes,
  SetTopicAttributes,
  Subscribe,
  TagResource,
  Unsubscribe,
  UntagResource,
}
