import {
  type AccountTakeoverRiskConfigurationType,
  AdminListUserAuthEventsCommand,
  type AdvancedSecurityModeType,
  type AuthEventType,
  type CreateUserPoolCommandInput,
  SetRiskConfigurationCommand,
} from '@aws-sdk/client-cognito-identity-provider'
import { messages as outbox } from '../src/storage/collections.ts'
import type { TakeoverAttributes } from '../src/threats/risk.ts'
import { EMAIL, ownSes } from './mfa-email-place.ts'
import { type SignInPlace, signInPlace } from './sign-in-place.ts'

export const notify = { SourceArn: ownSes.SourceArn, From: 'security@example.com' }

export interface ThreatsPlace extends SignInPlace {
  configure(takeover: AccountTakeoverRiskConfigurationType): Promise<void>
  risk(level: 'LOW' | 'MEDIUM' | 'HIGH'): Promise<void>
  /** Newest first. */
  events(): Promise<AuthEventType[]>
  /** How many notifications wait to be handed over. */
  notifications(): Promise<number>
}

/** A pool under threat protection, with jane, who has an address. */
export async function threatsPlace(
  mode: AdvancedSecurityModeType,
  pool: Partial<CreateUserPoolCommandInput> = {},
): Promise<ThreatsPlace> {
  const place = await signInPlace({
    pool: { UserPoolTier: 'PLUS', UserPoolAddOns: { AdvancedSecurityMode: mode }, ...pool },
  })
  const { cognito, pools, poolId: UserPoolId } = place
  await place.addUser('jane', { attributes: { email: EMAIL } })
  return {
    ...place,
    async configure(AccountTakeoverRiskConfiguration) {
      await cognito.send(new SetRiskConfigurationCommand({ UserPoolId, AccountTakeoverRiskConfiguration }))
    },
    risk(level) {
      // Events of one moment stand in no order.
      pools.clock.advance(1)
      return pools.setRisk({ userPoolId: UserPoolId, userName: 'jane', level })
    },
    async events() {
      const { AuthEvents } = await cognito.send(new AdminListUserAuthEventsCommand({ UserPoolId, Username: 'jane' }))
      return AuthEvents ?? []
    },
    async notifications() {
      const { docs } = await pools.store.find(outbox, { limit: 50 })
      return docs.filter(({ reason }) => reason === 'AccountTakeOverNotification').length
    },
    [Symbol.asyncDispose]: () => pools[Symbol.asyncDispose](),
  }
}

export const someNotification: TakeoverAttributes = {
  EVENT_ID: 'event',
  USER_NAME: 'jane & john',
  IP_ADDRESS: '192.0.2.1',
  LOGIN_TIME: 'Friday, March 19, 2021 02:25 PM UTC',
  ACCOUNT_TAKE_OVER_ACTION: 'NO_ACTION',
  FEEDBACK_TOKEN: 'token',
  ONE_CLICK_LINK_VALID: null,
  ONE_CLICK_LINK_INVALID: null,
  CITY: null,
  COUNTRY: null,
  DEVICE_NAME: '{city}',
}
