import {
  CfnOutput,
  aws_cloudwatch as cloudwatch,
  aws_cloudwatch_actions as cloudwatchActions,
  aws_cognito as cognito,
  Duration,
  aws_lambda_destinations as destinations,
  aws_iam as iam,
  aws_kms as kms,
  aws_lambda as lambda,
  RemovalPolicy,
  Stack,
  aws_sns as sns,
  aws_sqs as sqs,
  aws_sns_subscriptions as subscriptions,
} from 'aws-cdk-lib'

/** A user pool whose e-mail and SMS are sent by a function of one's own, made with @herald/sender. */
export class SenderStack extends Stack {
  /**
   * @param settings `senderFrom`: from whom e-mail comes, an identity that SES has verified in this region; `alarmEmail`: who is told
   *   when a message was given up; `code`: the folder of the bundled handler.
   */
  constructor(scope, id, { senderFrom, alarmEmail, code, ...props }) {
    super(scope, id, props)
    const givenUp = new sqs.Queue(this, 'GivenUp', {
      retentionPeriod: Duration.days(14),
      encryption: sqs.QueueEncryption.SQS_MANAGED,
    })
    const role = new iam.Role(this, 'SenderRole', {
      assumedBy: new iam.ServicePrincipal('lambda.amazonaws.com'),
      managedPolicies: [iam.ManagedPolicy.fromAwsManagedPolicyName('service-role/AWSLambdaBasicExecutionRole')],
    })
    const key = this.keyFor(role)
    const sender = new lambda.Function(this, 'Sender', {
      code: lambda.Code.fromAsset(code),
      handler: 'handler.handler',
      runtime: lambda.Runtime.NODEJS_22_X,
      architecture: lambda.Architecture.ARM_64,
      memorySize: 512,
      timeout: Duration.seconds(30),
      role,
      environment: { KEY_ARN: key.keyArn, SENDER_FROM: senderFrom },
      // The pool calls without waiting, and Lambda tries again: after five minutes a code is of no use any more.
      retryAttempts: 2,
      maxEventAge: Duration.minutes(5),
      onFailure: new destinations.SqsDestination(givenUp),
    })
    this.letSend(role)
    this.tell(givenUp, alarmEmail)
    const pool = new cognito.UserPool(this, 'Pool', {
      autoVerify: { email: true },
      accountRecovery: cognito.AccountRecovery.EMAIL_ONLY,
      selfSignUpEnabled: true,
      // Cognito asks for a role before it texts anybody, also where the function does the texting. CDK makes it, with an external id.
      enableSmsRole: true,
      lambdaTriggers: { customEmailSender: sender, customSmsSender: sender },
      customSenderKmsKey: key,
      removalPolicy: RemovalPolicy.RETAIN,
    })
    const app = pool.addClient('App', { authFlows: { userSrp: true }, preventUserExistenceErrors: true })
    this.letOpenCodes(role, key, pool)
    new CfnOutput(this, 'UserPoolId', { value: pool.userPoolId })
    new CfnOutput(this, 'ClientId', { value: app.userPoolClientId })
    new CfnOutput(this, 'KeyArn', { value: key.keyArn })
  }

  /** The key of the codes: whoever deploys gives the pool its right to encrypt, and only the function's role may decrypt. */
  keyFor(role) {
    const account = [new iam.AccountRootPrincipal()]
    const policy = new iam.PolicyDocument({
      statements: [
        new iam.PolicyStatement({
          sid: 'AccountAdministersKey',
          principals: account,
          actions: [
            ...['kms:DescribeKey', 'kms:GetKey*', 'kms:List*', 'kms:PutKeyPolicy', 'kms:UpdateKeyDescription'],
            ...['kms:Enable*', 'kms:Disable*', 'kms:TagResource', 'kms:UntagResource'],
            ...['kms:ScheduleKeyDeletion', 'kms:CancelKeyDeletion'],
          ],
          resources: ['*'],
        }),
        new iam.PolicyStatement({
          sid: 'DeployerGrantsPool',
          principals: account,
          actions: ['kms:CreateGrant', 'kms:RevokeGrant'],
          resources: ['*'],
        }),
        // Names the account, so that the role's own policy has to allow it too; that one knows which pool it is.
        new iam.PolicyStatement({
          sid: 'SenderDecrypts',
          principals: account,
          actions: ['kms:Decrypt'],
          resources: ['*'],
          conditions: {
            ArnEquals: { 'aws:PrincipalArn': role.roleArn },
            StringLike: { 'kms:EncryptionContext:userpool-id': `${this.region}_*` },
          },
        }),
      ],
    })
    return new kms.Key(this, 'CodeKey', {
      description: 'Encrypts the codes and temporary passwords of the user pool.',
      enableKeyRotation: true,
      policy,
    })
  }

  letSend(role) {
    role.addToPolicy(
      new iam.PolicyStatement({
        actions: ['ses:SendEmail'],
        resources: [this.formatArn({ service: 'ses', resource: '*' })],
      }),
    )
    // A phone number is no resource of IAM: all are allowed, and all topics forbidden again.
    role.addToPolicy(new iam.PolicyStatement({ actions: ['sns:Publish'], resources: ['*'] }))
    role.addToPolicy(
      new iam.PolicyStatement({
        effect: iam.Effect.DENY,
        actions: ['sns:Publish'],
        resources: [`arn:${this.partition}:sns:*:*:*`],
      }),
    )
  }

  /** A policy of its own: the role's usual one is made before the function, and the function before the pool that this one names. */
  letOpenCodes(role, key, pool) {
    new iam.Policy(this, 'SenderOpensCodes', {
      roles: [role],
      statements: [
        new iam.PolicyStatement({
          actions: ['kms:Decrypt'],
          resources: [key.keyArn],
          conditions: { StringEquals: { 'kms:EncryptionContext:userpool-id': pool.userPoolId } },
        }),
        // Notices of a suspicious sign-in come without an address.
        new iam.PolicyStatement({ actions: ['cognito-idp:AdminGetUser'], resources: [pool.userPoolArn] }),
      ],
    })
  }

  tell(givenUp, alarmEmail) {
    const alarms = new sns.Topic(this, 'Alarms')
    alarms.addSubscription(new subscriptions.EmailSubscription(alarmEmail))
    const alarm = new cloudwatch.Alarm(this, 'MessagesGivenUp', {
      alarmDescription:
        'Messages of the user pool were not sent; each lies in the queue with its error, its code encrypted.',
      metric: givenUp.metricApproximateNumberOfMessagesVisible({ period: Duration.minutes(1), statistic: 'Maximum' }),
      threshold: 0,
      evaluationPeriods: 1,
      comparisonOperator: cloudwatch.ComparisonOperator.GREATER_THAN_THRESHOLD,
      treatMissingData: cloudwatch.TreatMissingData.NOT_BREACHING,
    })
    alarm.addAlarmAction(new cloudwatchActions.SnsAction(alarms))
  }
}
