import { type EmailSource, type Message, Secret } from '@herald/sender'

/** A message as the parser gives it, with what a test changes. */
export function messageOf<S extends EmailSource>(source: S, changes: Partial<Message<S>> = {}): Message<S> {
  const takeover = source === 'AccountTakeOverNotification'
  return {
    kind: 'email',
    source,
    poolId: 'eu-west-1_Example',
    region: 'eu-west-1',
    clientId: 'web',
    userName: 'ann',
    to: 'ann@example.com',
    ...(!takeover && { secret: new Secret(source === 'AdminCreateUser' ? 'Tmp-5xQ!a9' : '481526') }),
    ...(takeover && {
      risk: {
        action: 'BLOCK',
        ip: '203.0.113.7',
        city: 'Porto',
        country: 'Portugal',
        device: 'Opera 74, Linux',
        loginTime: 'Friday, March 19, 2021 02:25 PM UTC',
        linkValid: 'https://auth.example.com/feedback?token=a&valid=true',
        linkInvalid: 'https://auth.example.com/feedback?token=a&valid=false',
      },
    }),
    attributes: { email: 'ann@example.com', phone_number: '+4915112345678' },
    clientMetadata: {},
    locale: 'en',
    key: '0'.repeat(64),
    raw: {},
    ...changes,
  }
}
