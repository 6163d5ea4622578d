import { checkFilterPolicy } from './filter-policy.ts'
import { invalidParameter, notBuilt } from './refusals.ts'
import { readJsonObject } from './topic-attributes.ts'

/**
 * Checks the attributes of a subscription as they would be together.
 * @throws {ServiceError} InvalidParameterException
 */
export function checkSubscriptionAttributes(protocol: string, attributes: Record<string, string>): void {
  for (const [name, value] of Object.entries(attributes)) {
    switch (name) {
      case 'FilterPolicy':
        if (value !== '') checkFilterPolicy(value, attributes.FilterPolicyScope === 'MessageBody')
        break
      case 'FilterPolicyScope':
        if (value !== 'MessageAttributes' && value !== 'MessageBody')
          throw invalidParameter('FilterPolicyScope: Invalid value. Please use either MessageBody or MessageAttributes')
        break
      case 'RawMessageDelivery':
        if (value !== 'true' && value !== 'false') throw invalidParameter('RawMessageDelivery: Invalid value')
        if (value === 'true' && !protocol.startsWith('http'))
          throw invalidParameter(
            `Attributes Reason: Delivery protocol [${protocol}] does not support raw message delivery.`,
          )
        break
      case 'DeliveryPolicy':
        if (value !== '') readJsonObject(value, name)
        break
      case 'RedrivePolicy':
      case 'ReplayPolicy':
      case 'SubscriptionRoleArn':
        if (value !== '') throw notBuilt(`The subscription attribute ${name}`)
        break
      default:
        throw invalidParameter('AttributeName')
    }
  }
}
