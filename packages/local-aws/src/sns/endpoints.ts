import { isIPv4 } from 'node:net'
import { functionOfArn } from '../lambda/events/destination.ts'
import { bareAddress } from '../ses/addresses.ts'
import { isPhoneNumber } from './phone-number.ts'
import { invalidParameter, notBuilt } from './refusals.ts'

const NOT_BUILT = ['sqs', 'application', 'firehose']

/** Whether a subscriber of this protocol has to say yes first. */
export const needsConfirmation = (protocol: string) => /^(email|email-json|https?)$/.test(protocol)

/**
 * Checks who is to be subscribed. HTTP endpoints must be on this machine: nothing leaves it.
 * @throws {ServiceError} InvalidParameterException
 */
export function checkEndpoint(protocol: string, endpoint: string): void {
  if (NOT_BUILT.includes(protocol)) throw notBuilt(`The protocol ${protocol}`)
  switch (protocol) {
    case 'email':
    case 'email-json':
      if (bareAddress(endpoint, () => invalidParameter('Email address')) !== endpoint)
        throw invalidParameter('Email address')
      return
    case 'sms':
      if (!isPhoneNumber(endpoint)) throw invalidParameter(`Invalid SMS endpoint: ${endpoint.slice(0, 40)}`)
      return
    case 'lambda':
      if (!functionOfArn(endpoint)) throw invalidParameter('Lambda endpoint ARN')
      return
    case 'http':
    case 'https':
      checkAddress(protocol, endpoint)
      return
    default:
      throw invalidParameter(`Does not support this protocol string: ${protocol.slice(0, 100)}`)
  }
}

function checkAddress(protocol: string, endpoint: string): void {
  if (!endpoint.toLowerCase().startsWith(`${protocol}://`) || !URL.canParse(endpoint))
    throw invalidParameter('Endpoint must match the specified protocol')
  const { hostname, username, password } = new URL(endpoint)
  if (username || password) throw notBuilt('An endpoint with a user name and password')
  const local = hostname === 'localhost' || hostname === '[::1]' || (isIPv4(hostname) && hostname.startsWith('127.'))
  if (!local)
    throw invalidParameter('Endpoint Reason: Herald delivers to this machine only (localhost, 127.0.0.1, [::1]).')
}
