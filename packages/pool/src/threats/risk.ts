import type {
  AccountTakeoverEventActionType,
  EventFeedbackType,
  EventResponseType,
  EventRiskType,
  RiskConfigurationType,
  RiskLevelType,
} from '@herald/protocol/cognito-idp'

/** What SetRiskConfiguration set, for a pool or for one of its clients. */
export interface RiskConfigurationDoc {
  poolId: string
  settings: Pick<
    RiskConfigurationType,
    'AccountTakeoverRiskConfiguration' | 'CompromisedCredentialsRiskConfiguration' | 'RiskExceptionConfiguration'
  >
  /** Milliseconds since 1970. */
  modifiedAt: number
}

/** The risk that a user's next sign-in is assessed at. */
export interface RiskDoc {
  poolId: string
  level: RiskLevelType
}

/** A sign-in as threat protection saw it. */
export interface AuthEventDoc {
  id: string
  poolId: string
  sub: string
  /** Milliseconds since 1970. */
  createdAt: number
  expiresAt: number
  response: EventResponseType
  risk: EventRiskType
  ipAddress: string
  deviceName?: string
  /** Keyed hash of the token that a notification carries. */
  feedbackToken?: string
  feedback?: { value: EventFeedbackType['FeedbackValue']; provider: 'Admin' | 'User'; at: number }
}

export type TakeoverAction = AccountTakeoverEventActionType

/** What a notification says in place of the user's attributes, in the order that the events have. */
export interface TakeoverAttributes {
  EVENT_ID: string
  USER_NAME: string
  IP_ADDRESS: string
  LOGIN_TIME: string
  ACCOUNT_TAKE_OVER_ACTION: TakeoverAction
  FEEDBACK_TOKEN: string
  ONE_CLICK_LINK_VALID: string | null
  ONE_CLICK_LINK_INVALID: string | null
  CITY: string | null
  COUNTRY: string | null
  DEVICE_NAME: string | null
}
