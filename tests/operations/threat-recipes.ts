import type { RiskySignIn } from './risky-sign-in.ts'

/** Inputs that lead deep into the operations of threat protection. @param risky a sign-in of jane's that she was told of */
export function threatRecipes(
  UserPoolId: string,
  { EventId, FeedbackToken }: RiskySignIn,
): Record<string, Record<string, unknown>[]> {
  const notify = { EventAction: 'NO_ACTION', Notify: true }
  const SourceArn = 'arn:aws:ses:us-east-1:000000000000:identity/noreply@example.com'
  const told = { UserPoolId, Username: 'jane', EventId, FeedbackValue: 'Valid' }
  const unknown = { ...told, EventId: 'unknown' }
  return {
    SetRiskConfiguration: [
      { UserPoolId },
      { UserPoolId, AccountTakeoverRiskConfiguration: { Actions: { HighAction: notify } } },
      {
        UserPoolId,
        AccountTakeoverRiskConfiguration: {
          Actions: { HighAction: notify },
          NotifyConfiguration: { SourceArn },
        },
        RiskExceptionConfiguration: { BlockedIPRangeList: ['192.0.2.0/24'] },
      },
    ],
    DescribeRiskConfiguration: [{ UserPoolId }],
    AdminListUserAuthEvents: [{ UserPoolId, Username: 'jane' }],
    AdminUpdateAuthEventFeedback: [told, unknown],
    UpdateAuthEventFeedback: [
      { ...told, FeedbackToken },
      { ...told, FeedbackToken: 'x' },
      { ...unknown, FeedbackToken },
    ],
  }
}
