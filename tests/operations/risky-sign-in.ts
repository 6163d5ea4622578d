import assert from 'node:assert/strict'
import { SetRiskConfigurationCommand } from '@aws-sdk/client-cognito-identity-provider'
import type { Setting } from '../setting/herald.ts'
import { ownSes } from '../setting/pool.ts'

/** A sign-in that threat protection recorded, and what its user was told to answer with. */
export interface RiskySignIn {
  EventId: string
  FeedbackToken: string
}

/** Makes jane's next sign-in one that she is told of by e-mail; her pool must enforce threat protection. */
export async function expectRisk({ cognito, url }: Setting, UserPoolId: string): Promise<void> {
  const NoActionEmail = { Subject: 'Was it you?', TextBody: '{event-id} {feedback-token}' }
  await cognito.send(
    new SetRiskConfigurationCommand({
      UserPoolId,
      AccountTakeoverRiskConfiguration: {
        Actions: { HighAction: { EventAction: 'NO_ACTION', Notify: true } },
        NotifyConfiguration: { SourceArn: ownSes.SourceArn, From: 'security@example.com', NoActionEmail },
      },
    }),
  )
  const { status } = await fetch(`${url}/_herald/risk`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ userPoolId: UserPoolId, userName: 'jane', level: 'HIGH' }),
  })
  assert.equal(status, 200)
}

/** What the e-mail of that sign-in says. */
export async function riskySignIn({ inbox }: Setting, userPoolId: string): Promise<RiskySignIn> {
  const { body } = await inbox(`messages/latest?userPoolId=${userPoolId}&source=AccountTakeOverNotification&wait=20s`)
  const [EventId = '', FeedbackToken = ''] = body.text.split(' ')
  return { EventId, FeedbackToken }
}
