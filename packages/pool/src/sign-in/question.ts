import type { ChallengeNameType } from '@herald/protocol/cognito-idp'

/** One more challenge, which the client has to answer before it gets tokens. */
export interface Question {
  challenge: ChallengeNameType
  session: string
  parameters: Record<string, string>
  /** What a choice of first factors has to offer. */
  available?: ChallengeNameType[]
}
