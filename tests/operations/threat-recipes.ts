/** Inputs that lead deep into the operations of threat protection. */
export function threatRecipes(UserPoolId: string): Record<string, Record<string, unknown>[]> {
  const notify = { EventAction: 'NO_ACTION', Notify: true }
  const SourceArn = 'arn:aws:ses:us-east-1:000000000000:identity/noreply@example.com'
  const jane = { UserPoolId, Username: 'jane', EventId: 'unknown', FeedbackValue: 'Valid' }
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
    AdminUpdateAuthEventFeedback: [jane],
    UpdateAuthEventFeedback: [{ ...jane, FeedbackToken: 'x' }],
  }
}
