import type { EmailSource } from '../events/sources.ts'
import type { Message } from '../message.ts'
import { Secret } from '../secret.ts'

/** A message of a made-up user, for checks and previews. Its address and number lead nowhere. */
export function sampleMessage<S extends EmailSource>(source: S, kind: 'email' | 'sms' = 'email'): Message<S> {
  const takeover = source === 'AccountTakeOverNotification'
  return {
    kind,
    source,
    poolId: 'eu-west-1_Sample123',
    region: 'eu-west-1',
    clientId: '1example23456789',
    userName: 'jane',
    to: kind === 'email' ? 'jane@example.com' : '+12025550143',
    ...(!takeover && { secret: new Secret(source === 'AdminCreateUser' ? 'Tmp-7qRz.2w' : '481526') }),
    attributes: {
      sub: '37877a9f-6d2f-4ff2-b1f4-3c9ee4c2a001',
      email: 'jane@example.com',
      phone_number: '+12025550143',
      given_name: 'Jane',
      family_name: 'Doe',
      name: 'Jane Doe',
    },
    clientMetadata: {},
    locale: 'en',
    key: '0'.repeat(64),
    ...(takeover && {
      risk: {
        action: 'BLOCK',
        ip: '203.0.113.7',
        city: 'Porto',
        country: 'Portugal',
        device: 'Opera 74, Linux',
        loginTime: 'Friday, March 19, 2021 02:25 PM UTC',
        linkValid: 'https://auth.example.com/feedback?valid=true',
        linkInvalid: 'https://auth.example.com/feedback?valid=false',
      },
    }),
    raw: {},
  }
}
