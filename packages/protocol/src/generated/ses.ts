// Generated from the model of Amazon Simple Email Service 2010-12-01 by scripts/generate-protocol.ts.

export interface AccountSendingPausedException {
}

export interface AddHeaderAction {
  "HeaderName": string
  "HeaderValue": string
}

export interface AlreadyExistsException {
  "Name"?: string
}

export type BehaviorOnMXFailure = "UseDefaultValue" | "RejectMessage"

export interface Body {
  "Html"?: Content
  "Text"?: Content
}

export interface BounceAction {
  "Message": string
  "Sender": string
  "SmtpReplyCode": string
  "StatusCode"?: string
  "TopicArn"?: string
}

export type BounceType = "DoesNotExist" | "MessageTooLarge" | "ExceededQuota" | "ContentRejected" | "Undefined" | "TemporaryFailure"

export interface BouncedRecipientInfo {
  "BounceType"?: BounceType
  "Recipient": string
  "RecipientArn"?: string
  "RecipientDsnFields"?: RecipientDsnFields
}

export interface BulkEmailDestination {
  "Destination": Destination
  "ReplacementTags"?: MessageTag[]
  "ReplacementTemplateData"?: string
}

export interface BulkEmailDestinationStatus {
  "Error"?: string
  "MessageId"?: string
  "Status"?: BulkEmailStatus
}

export type BulkEmailStatus = "Success" | "MessageRejected" | "MailFromDomainNotVerified" | "ConfigurationSetDoesNotExist" | "TemplateDoesNotExist" | "AccountSuspended" | "AccountThrottled" | "AccountDailyQuotaExceeded" | "InvalidSendingPoolName" | "AccountSendingPaused" | "ConfigurationSetSendingPaused" | "InvalidParameterValue" | "TransientFailure" | "Failed"

export interface CannotDeleteException {
  "Name"?: string
}

export interface CloneReceiptRuleSetRequest {
  "OriginalRuleSetName": string
  "RuleSetName": string
}

export interface CloneReceiptRuleSetResponse {
}

export interface CloudWatchDestination {
  "DimensionConfigurations": CloudWatchDimensionConfiguration[]
}

export interface CloudWatchDimensionConfiguration {
  "DefaultDimensionValue": string
  "DimensionName": string
  "DimensionValueSource": DimensionValueSource
}

export interface ConfigurationSet {
  "Name": string
}

export interface ConfigurationSetAlreadyExistsException {
  "ConfigurationSetName"?: string
}

export type ConfigurationSetAttribute = "eventDestinations" | "trackingOptions" | "deliveryOptions" | "reputationOptions"

export interface ConfigurationSetDoesNotExistException {
  "ConfigurationSetName"?: string
}

export interface ConfigurationSetSendingPausedException {
  "ConfigurationSetName"?: string
}

export interface ConnectAction {
  "IAMRoleARN": string
  "InstanceARN": string
}

export interface Content {
  "Charset"?: string
  "Data": string
}

export interface CreateConfigurationSetEventDestinationRequest {
  "ConfigurationSetName": string
  "EventDestination": EventDestination
}

export interface CreateConfigurationSetEventDestinationResponse {
}

export interface CreateConfigurationSetRequest {
  "ConfigurationSet": ConfigurationSet
}

export interface CreateConfigurationSetResponse {
}

export interface CreateConfigurationSetTrackingOptionsRequest {
  "ConfigurationSetName": string
  "TrackingOptions": TrackingOptions
}

export interface CreateConfigurationSetTrackingOptionsResponse {
}

export interface CreateCustomVerificationEmailTemplateRequest {
  "FailureRedirectionURL": string
  "FromEmailAddress": string
  "SuccessRedirectionURL": string
  "TemplateContent": string
  "TemplateName": string
  "TemplateSubject": string
}

export interface CreateReceiptFilterRequest {
  "Filter": ReceiptFilter
}

export interface CreateReceiptFilterResponse {
}

export interface CreateReceiptRuleRequest {
  "After"?: string
  "Rule": ReceiptRule
  "RuleSetName": string
}

export interface CreateReceiptRuleResponse {
}

export interface CreateReceiptRuleSetRequest {
  "RuleSetName": string
}

export interface CreateReceiptRuleSetResponse {
}

export interface CreateTemplateRequest {
  "Template": Template
}

export interface CreateTemplateResponse {
}

export type CustomMailFromStatus = "Pending" | "Success" | "Failed" | "TemporaryFailure"

export interface CustomVerificationEmailInvalidContentException {
}

export interface CustomVerificationEmailTemplate {
  "FailureRedirectionURL"?: string
  "FromEmailAddress"?: string
  "SuccessRedirectionURL"?: string
  "TemplateName"?: string
  "TemplateSubject"?: string
}

export interface CustomVerificationEmailTemplateAlreadyExistsException {
  "CustomVerificationEmailTemplateName"?: string
}

export interface CustomVerificationEmailTemplateDoesNotExistException {
  "CustomVerificationEmailTemplateName"?: string
}

export interface DeleteConfigurationSetEventDestinationRequest {
  "ConfigurationSetName": string
  "EventDestinationName": string
}

export interface DeleteConfigurationSetEventDestinationResponse {
}

export interface DeleteConfigurationSetRequest {
  "ConfigurationSetName": string
}

export interface DeleteConfigurationSetResponse {
}

export interface DeleteConfigurationSetTrackingOptionsRequest {
  "ConfigurationSetName": string
}

export interface DeleteConfigurationSetTrackingOptionsResponse {
}

export interface DeleteCustomVerificationEmailTemplateRequest {
  "TemplateName": string
}

export interface DeleteIdentityPolicyRequest {
  "Identity": string
  "PolicyName": string
}

export interface DeleteIdentityPolicyResponse {
}

export interface DeleteIdentityRequest {
  "Identity": string
}

export interface DeleteIdentityResponse {
}

export interface DeleteReceiptFilterRequest {
  "FilterName": string
}

export interface DeleteReceiptFilterResponse {
}

export interface DeleteReceiptRuleRequest {
  "RuleName": string
  "RuleSetName": string
}

export interface DeleteReceiptRuleResponse {
}

export interface DeleteReceiptRuleSetRequest {
  "RuleSetName": string
}

export interface DeleteReceiptRuleSetResponse {
}

export interface DeleteTemplateRequest {
  "TemplateName": string
}

export interface DeleteTemplateResponse {
}

export interface DeleteVerifiedEmailAddressRequest {
  "EmailAddress": string
}

export interface DeliveryOptions {
  "TlsPolicy"?: TlsPolicy
}

export interface DescribeActiveReceiptRuleSetRequest {
}

export interface DescribeActiveReceiptRuleSetResponse {
  "Metadata"?: ReceiptRuleSetMetadata
  "Rules"?: ReceiptRule[]
}

export interface DescribeConfigurationSetRequest {
  "ConfigurationSetAttributeNames"?: ConfigurationSetAttribute[]
  "ConfigurationSetName": string
}

export interface DescribeConfigurationSetResponse {
  "ConfigurationSet"?: ConfigurationSet
  "DeliveryOptions"?: DeliveryOptions
  "EventDestinations"?: EventDestination[]
  "ReputationOptions"?: ReputationOptions
  "TrackingOptions"?: TrackingOptions
}

export interface DescribeReceiptRuleRequest {
  "RuleName": string
  "RuleSetName": string
}

export interface DescribeReceiptRuleResponse {
  "Rule"?: ReceiptRule
}

export interface DescribeReceiptRuleSetRequest {
  "RuleSetName": string
}

export interface DescribeReceiptRuleSetResponse {
  "Metadata"?: ReceiptRuleSetMetadata
  "Rules"?: ReceiptRule[]
}

export interface Destination {
  "BccAddresses"?: string[]
  "CcAddresses"?: string[]
  "ToAddresses"?: string[]
}

export type DimensionValueSource = "messageTag" | "emailHeader" | "linkTag"

export type DsnAction = "failed" | "delayed" | "delivered" | "relayed" | "expanded"

export interface EventDestination {
  "CloudWatchDestination"?: CloudWatchDestination
  "Enabled"?: boolean
  "KinesisFirehoseDestination"?: KinesisFirehoseDestination
  "MatchingEventTypes": EventType[]
  "Name": string
  "SNSDestination"?: SNSDestination
}

export interface EventDestinationAlreadyExistsException {
  "ConfigurationSetName"?: string
  "EventDestinationName"?: string
}

export interface EventDestinationDoesNotExistException {
  "ConfigurationSetName"?: string
  "EventDestinationName"?: string
}

export type EventType = "send" | "reject" | "bounce" | "complaint" | "delivery" | "open" | "click" | "renderingFailure"

export interface ExtensionField {
  "Name": string
  "Value": string
}

export interface FromEmailAddressNotVerifiedException {
  "FromEmailAddress"?: string
}

export interface GetAccountSendingEnabledResponse {
  "Enabled"?: boolean
}

export interface GetCustomVerificationEmailTemplateRequest {
  "TemplateName": string
}

export interface GetCustomVerificationEmailTemplateResponse {
  "FailureRedirectionURL"?: string
  "FromEmailAddress"?: string
  "SuccessRedirectionURL"?: string
  "TemplateContent"?: string
  "TemplateName"?: string
  "TemplateSubject"?: string
}

export interface GetIdentityDkimAttributesRequest {
  "Identities": string[]
}

export interface GetIdentityDkimAttributesResponse {
  "DkimAttributes": Record<string, IdentityDkimAttributes>
}

export interface GetIdentityMailFromDomainAttributesRequest {
  "Identities": string[]
}

export interface GetIdentityMailFromDomainAttributesResponse {
  "MailFromDomainAttributes": Record<string, IdentityMailFromDomainAttributes>
}

export interface GetIdentityNotificationAttributesRequest {
  "Identities": string[]
}

export interface GetIdentityNotificationAttributesResponse {
  "NotificationAttributes": Record<string, IdentityNotificationAttributes>
}

export interface GetIdentityPoliciesRequest {
  "Identity": string
  "PolicyNames": string[]
}

export interface GetIdentityPoliciesResponse {
  "Policies": Record<string, string>
}

export interface GetIdentityVerificationAttributesRequest {
  "Identities": string[]
}

export interface GetIdentityVerificationAttributesResponse {
  "VerificationAttributes": Record<string, IdentityVerificationAttributes>
}

export interface GetSendQuotaResponse {
  "Max24HourSend"?: number
  "MaxSendRate"?: number
  "SentLast24Hours"?: number
}

export interface GetSendStatisticsResponse {
  "SendDataPoints"?: SendDataPoint[]
}

export interface GetTemplateRequest {
  "TemplateName": string
}

export interface GetTemplateResponse {
  "Template"?: Template
}

export interface IdentityDkimAttributes {
  "DkimEnabled": boolean
  "DkimTokens"?: string[]
  "DkimVerificationStatus": VerificationStatus
}

export interface IdentityMailFromDomainAttributes {
  "BehaviorOnMXFailure": BehaviorOnMXFailure
  "MailFromDomain": string
  "MailFromDomainStatus": CustomMailFromStatus
}

export interface IdentityNotificationAttributes {
  "BounceTopic": string
  "ComplaintTopic": string
  "DeliveryTopic": string
  "ForwardingEnabled": boolean
  "HeadersInBounceNotificationsEnabled"?: boolean
  "HeadersInComplaintNotificationsEnabled"?: boolean
  "HeadersInDeliveryNotificationsEnabled"?: boolean
}

export type IdentityType = "EmailAddress" | "Domain"

export interface IdentityVerificationAttributes {
  "VerificationStatus": VerificationStatus
  "VerificationToken"?: string
}

export interface InvalidCloudWatchDestinationException {
  "ConfigurationSetName"?: string
  "EventDestinationName"?: string
}

export interface InvalidConfigurationSetException {
}

export interface InvalidDeliveryOptionsException {
}

export interface InvalidFirehoseDestinationException {
  "ConfigurationSetName"?: string
  "EventDestinationName"?: string
}

export interface InvalidLambdaFunctionException {
  "FunctionArn"?: string
}

export interface InvalidPolicyException {
}

export interface InvalidRenderingParameterException {
  "TemplateName"?: string
}

export interface InvalidS3ConfigurationException {
  "Bucket"?: string
}

export interface InvalidSNSDestinationException {
  "ConfigurationSetName"?: string
  "EventDestinationName"?: string
}

export interface InvalidSnsTopicException {
  "Topic"?: string
}

export interface InvalidTemplateException {
  "TemplateName"?: string
}

export interface InvalidTrackingOptionsException {
}

export type InvocationType = "Event" | "RequestResponse"

export interface KinesisFirehoseDestination {
  "DeliveryStreamARN": string
  "IAMRoleARN": string
}

export interface LambdaAction {
  "FunctionArn": string
  "InvocationType"?: InvocationType
  "TopicArn"?: string
}

export interface LimitExceededException {
}

export interface ListConfigurationSetsRequest {
  "MaxItems"?: number
  "NextToken"?: string
}

export interface ListConfigurationSetsResponse {
  "ConfigurationSets"?: ConfigurationSet[]
  "NextToken"?: string
}

export interface ListCustomVerificationEmailTemplatesRequest {
  "MaxResults"?: number
  "NextToken"?: string
}

export interface ListCustomVerificationEmailTemplatesResponse {
  "CustomVerificationEmailTemplates"?: CustomVerificationEmailTemplate[]
  "NextToken"?: string
}

export interface ListIdentitiesRequest {
  "IdentityType"?: IdentityType
  "MaxItems"?: number
  "NextToken"?: string
}

export interface ListIdentitiesResponse {
  "Identities": string[]
  "NextToken"?: string
}

export interface ListIdentityPoliciesRequest {
  "Identity": string
}

export interface ListIdentityPoliciesResponse {
  "PolicyNames": string[]
}

export interface ListReceiptFiltersRequest {
}

export interface ListReceiptFiltersResponse {
  "Filters"?: ReceiptFilter[]
}

export interface ListReceiptRuleSetsRequest {
  "NextToken"?: string
}

export interface ListReceiptRuleSetsResponse {
  "NextToken"?: string
  "RuleSets"?: ReceiptRuleSetMetadata[]
}

export interface ListTemplatesRequest {
  "MaxItems"?: number
  "NextToken"?: string
}

export interface ListTemplatesResponse {
  "NextToken"?: string
  "TemplatesMetadata"?: TemplateMetadata[]
}

export interface ListVerifiedEmailAddressesResponse {
  "VerifiedEmailAddresses"?: string[]
}

export interface MailFromDomainNotVerifiedException {
}

export interface Message {
  "Body": Body
  "Subject": Content
}

export interface MessageDsn {
  "ArrivalDate"?: Date
  "ExtensionFields"?: ExtensionField[]
  "ReportingMta": string
}

export interface MessageRejected {
}

export interface MessageTag {
  "Name": string
  "Value": string
}

export interface MissingRenderingAttributeException {
  "TemplateName"?: string
}

export type NotificationType = "Bounce" | "Complaint" | "Delivery"

export interface ProductionAccessNotGrantedException {
}

export interface PutConfigurationSetDeliveryOptionsRequest {
  "ConfigurationSetName": string
  "DeliveryOptions"?: DeliveryOptions
}

export interface PutConfigurationSetDeliveryOptionsResponse {
}

export interface PutIdentityPolicyRequest {
  "Identity": string
  "Policy": string
  "PolicyName": string
}

export interface PutIdentityPolicyResponse {
}

export interface RawMessage {
  "Data": Uint8Array
}

export interface ReceiptAction {
  "AddHeaderAction"?: AddHeaderAction
  "BounceAction"?: BounceAction
  "ConnectAction"?: ConnectAction
  "LambdaAction"?: LambdaAction
  "S3Action"?: S3Action
  "SNSAction"?: SNSAction
  "StopAction"?: StopAction
  "WorkmailAction"?: WorkmailAction
}

export interface ReceiptFilter {
  "IpFilter": ReceiptIpFilter
  "Name": string
}

export type ReceiptFilterPolicy = "Block" | "Allow"

export interface ReceiptIpFilter {
  "Cidr": string
  "Policy": ReceiptFilterPolicy
}

export interface ReceiptRule {
  "Actions"?: ReceiptAction[]
  "Enabled"?: boolean
  "Name": string
  "Recipients"?: string[]
  "ScanEnabled"?: boolean
  "TlsPolicy"?: TlsPolicy
}

export interface ReceiptRuleSetMetadata {
  "CreatedTimestamp"?: Date
  "Name"?: string
}

export interface RecipientDsnFields {
  "Action": DsnAction
  "DiagnosticCode"?: string
  "ExtensionFields"?: ExtensionField[]
  "FinalRecipient"?: string
  "LastAttemptDate"?: Date
  "RemoteMta"?: string
  "Status": string
}

export interface ReorderReceiptRuleSetRequest {
  "RuleNames": string[]
  "RuleSetName": string
}

export interface ReorderReceiptRuleSetResponse {
}

export interface ReputationOptions {
  "LastFreshStart"?: Date
  "ReputationMetricsEnabled"?: boolean
  "SendingEnabled"?: boolean
}

export interface RuleDoesNotExistException {
  "Name"?: string
}

export interface RuleSetDoesNotExistException {
  "Name"?: string
}

export interface S3Action {
  "BucketName": string
  "IamRoleArn"?: string
  "KmsKeyArn"?: string
  "ObjectKeyPrefix"?: string
  "TopicArn"?: string
}

export interface SNSAction {
  "Encoding"?: SNSActionEncoding
  "TopicArn": string
}

export type SNSActionEncoding = "UTF-8" | "Base64"

export interface SNSDestination {
  "TopicARN": string
}

export interface SendBounceRequest {
  "BounceSender": string
  "BounceSenderArn"?: string
  "BouncedRecipientInfoList": BouncedRecipientInfo[]
  "Explanation"?: string
  "MessageDsn"?: MessageDsn
  "OriginalMessageId": string
}

export interface SendBounceResponse {
  "MessageId"?: string
}

export interface SendBulkTemplatedEmailRequest {
  "ConfigurationSetName"?: string
  "DefaultTags"?: MessageTag[]
  "DefaultTemplateData": string
  "Destinations": BulkEmailDestination[]
  "ReplyToAddresses"?: string[]
  "ReturnPath"?: string
  "ReturnPathArn"?: string
  "Source": string
  "SourceArn"?: string
  "Template": string
  "TemplateArn"?: string
}

export interface SendBulkTemplatedEmailResponse {
  "Status": BulkEmailDestinationStatus[]
}

export interface SendCustomVerificationEmailRequest {
  "ConfigurationSetName"?: string
  "EmailAddress": string
  "TemplateName": string
}

export interface SendCustomVerificationEmailResponse {
  "MessageId"?: string
}

export interface SendDataPoint {
  "Bounces"?: number
  "Complaints"?: number
  "DeliveryAttempts"?: number
  "Rejects"?: number
  "Timestamp"?: Date
}

export interface SendEmailRequest {
  "ConfigurationSetName"?: string
  "Destination": Destination
  "Message": Message
  "ReplyToAddresses"?: string[]
  "ReturnPath"?: string
  "ReturnPathArn"?: string
  "Source": string
  "SourceArn"?: string
  "Tags"?: MessageTag[]
}

export interface SendEmailResponse {
  "MessageId": string
}

export interface SendRawEmailRequest {
  "ConfigurationSetName"?: string
  "Destinations"?: string[]
  "FromArn"?: string
  "RawMessage": RawMessage
  "ReturnPathArn"?: string
  "Source"?: string
  "SourceArn"?: string
  "Tags"?: MessageTag[]
}

export interface SendRawEmailResponse {
  "MessageId": string
}

export interface SendTemplatedEmailRequest {
  "ConfigurationSetName"?: string
  "Destination": Destination
  "ReplyToAddresses"?: string[]
  "ReturnPath"?: string
  "ReturnPathArn"?: string
  "Source": string
  "SourceArn"?: string
  "Tags"?: MessageTag[]
  "Template": string
  "TemplateArn"?: string
  "TemplateData": string
}

export interface SendTemplatedEmailResponse {
  "MessageId": string
}

export interface SetActiveReceiptRuleSetRequest {
  "RuleSetName"?: string
}

export interface SetActiveReceiptRuleSetResponse {
}

export interface SetIdentityDkimEnabledRequest {
  "DkimEnabled": boolean
  "Identity": string
}

export interface SetIdentityDkimEnabledResponse {
}

export interface SetIdentityFeedbackForwardingEnabledRequest {
  "ForwardingEnabled": boolean
  "Identity": string
}

export interface SetIdentityFeedbackForwardingEnabledResponse {
}

export interface SetIdentityHeadersInNotificationsEnabledRequest {
  "Enabled": boolean
  "Identity": string
  "NotificationType": NotificationType
}

export interface SetIdentityHeadersInNotificationsEnabledResponse {
}

export interface SetIdentityMailFromDomainRequest {
  "BehaviorOnMXFailure"?: BehaviorOnMXFailure
  "Identity": string
  "MailFromDomain"?: string
}

export interface SetIdentityMailFromDomainResponse {
}

export interface SetIdentityNotificationTopicRequest {
  "Identity": string
  "NotificationType": NotificationType
  "SnsTopic"?: string
}

export interface SetIdentityNotificationTopicResponse {
}

export interface SetReceiptRulePositionRequest {
  "After"?: string
  "RuleName": string
  "RuleSetName": string
}

export interface SetReceiptRulePositionResponse {
}

export interface StopAction {
  "Scope": StopScope
  "TopicArn"?: string
}

export type StopScope = "RuleSet"

export interface Template {
  "HtmlPart"?: string
  "SubjectPart"?: string
  "TemplateName": string
  "TextPart"?: string
}

export interface TemplateDoesNotExistException {
  "TemplateName"?: string
}

export interface TemplateMetadata {
  "CreatedTimestamp"?: Date
  "Name"?: string
}

export interface TestRenderTemplateRequest {
  "TemplateData": string
  "TemplateName": string
}

export interface TestRenderTemplateResponse {
  "RenderedTemplate"?: string
}

export type TlsPolicy = "Require" | "Optional"

export interface TrackingOptions {
  "CustomRedirectDomain"?: string
}

export interface TrackingOptionsAlreadyExistsException {
  "ConfigurationSetName"?: string
}

export interface TrackingOptionsDoesNotExistException {
  "ConfigurationSetName"?: string
}

export interface UpdateAccountSendingEnabledRequest {
  "Enabled"?: boolean
}

export interface UpdateConfigurationSetEventDestinationRequest {
  "ConfigurationSetName": string
  "EventDestination": EventDestination
}

export interface UpdateConfigurationSetEventDestinationResponse {
}

export interface UpdateConfigurationSetReputationMetricsEnabledRequest {
  "ConfigurationSetName": string
  "Enabled": boolean
}

export interface UpdateConfigurationSetSendingEnabledRequest {
  "ConfigurationSetName": string
  "Enabled": boolean
}

export interface UpdateConfigurationSetTrackingOptionsRequest {
  "ConfigurationSetName": string
  "TrackingOptions": TrackingOptions
}

export interface UpdateConfigurationSetTrackingOptionsResponse {
}

export interface UpdateCustomVerificationEmailTemplateRequest {
  "FailureRedirectionURL"?: string
  "FromEmailAddress"?: string
  "SuccessRedirectionURL"?: string
  "TemplateContent"?: string
  "TemplateName": string
  "TemplateSubject"?: string
}

export interface UpdateReceiptRuleRequest {
  "Rule": ReceiptRule
  "RuleSetName": string
}

export interface UpdateReceiptRuleResponse {
}

export interface UpdateTemplateRequest {
  "Template": Template
}

export interface UpdateTemplateResponse {
}

export type VerificationStatus = "Pending" | "Success" | "Failed" | "TemporaryFailure" | "NotStarted"

export interface VerifyDomainDkimRequest {
  "Domain": string
}

export interface VerifyDomainDkimResponse {
  "DkimTokens": string[]
}

export interface VerifyDomainIdentityRequest {
  "Domain": string
}

export interface VerifyDomainIdentityResponse {
  "VerificationToken": string
}

export interface VerifyEmailAddressRequest {
  "EmailAddress": string
}

export interface VerifyEmailIdentityRequest {
  "EmailAddress": string
}

export interface VerifyEmailIdentityResponse {
}

export interface WorkmailAction {
  "OrganizationArn": string
  "TopicArn"?: string
}

/** Input and output of every operation that the model knows. */
export interface Operations {
  CloneReceiptRuleSet: { input: CloneReceiptRuleSetRequest; output: CloneReceiptRuleSetResponse }
  CreateConfigurationSet: { input: CreateConfigurationSetRequest; output: CreateConfigurationSetResponse }
  CreateConfigurationSetEventDestination: { input: CreateConfigurationSetEventDestinationRequest; output: CreateConfigurationSetEventDestinationResponse }
  CreateConfigurationSetTrackingOptions: { input: CreateConfigurationSetTrackingOptionsRequest; output: CreateConfigurationSetTrackingOptionsResponse }
  CreateCustomVerificationEmailTemplate: { input: CreateCustomVerificationEmailTemplateRequest; output: Record<string, never> }
  CreateReceiptFilter: { input: CreateReceiptFilterRequest; output: CreateReceiptFilterResponse }
  CreateReceiptRule: { input: CreateReceiptRuleRequest; output: CreateReceiptRuleResponse }
  CreateReceiptRuleSet: { input: CreateReceiptRuleSetRequest; output: CreateReceiptRuleSetResponse }
  CreateTemplate: { input: CreateTemplateRequest; output: CreateTemplateResponse }
  DeleteConfigurationSet: { input: DeleteConfigurationSetRequest; output: DeleteConfigurationSetResponse }
  DeleteConfigurationSetEventDestination: { input: DeleteConfigurationSetEventDestinationRequest; output: DeleteConfigurationSetEventDestinationResponse }
  DeleteConfigurationSetTrackingOptions: { input: DeleteConfigurationSetTrackingOptionsRequest; output: DeleteConfigurationSetTrackingOptionsResponse }
  DeleteCustomVerificationEmailTemplate: { input: DeleteCustomVerificationEmailTemplateRequest; output: Record<string, never> }
  DeleteIdentity: { input: DeleteIdentityRequest; output: DeleteIdentityResponse }
  DeleteIdentityPolicy: { input: DeleteIdentityPolicyRequest; output: DeleteIdentityPolicyResponse }
  DeleteReceiptFilter: { input: DeleteReceiptFilterRequest; output: DeleteReceiptFilterResponse }
  DeleteReceiptRule: { input: DeleteReceiptRuleRequest; output: DeleteReceiptRuleResponse }
  DeleteReceiptRuleSet: { input: DeleteReceiptRuleSetRequest; output: DeleteReceiptRuleSetResponse }
  DeleteTemplate: { input: DeleteTemplateRequest; output: DeleteTemplateResponse }
  DeleteVerifiedEmailAddress: { input: DeleteVerifiedEmailAddressRequest; output: Record<string, never> }
  DescribeActiveReceiptRuleSet: { input: DescribeActiveReceiptRuleSetRequest; output: DescribeActiveReceiptRuleSetResponse }
  DescribeConfigurationSet: { input: DescribeConfigurationSetRequest; output: DescribeConfigurationSetResponse }
  DescribeReceiptRule: { input: DescribeReceiptRuleRequest; output: DescribeReceiptRuleResponse }
  DescribeReceiptRuleSet: { input: DescribeReceiptRuleSetRequest; output: DescribeReceiptRuleSetResponse }
  GetAccountSendingEnabled: { input: Record<string, never>; output: GetAccountSendingEnabledResponse }
  GetCustomVerificationEmailTemplate: { input: GetCustomVerificationEmailTemplateRequest; output: GetCustomVerificationEmailTemplateResponse }
  GetIdentityDkimAttributes: { input: GetIdentityDkimAttributesRequest; output: GetIdentityDkimAttributesResponse }
  GetIdentityMailFromDomainAttributes: { input: GetIdentityMailFromDomainAttributesRequest; output: GetIdentityMailFromDomainAttributesResponse }
  GetIdentityNotificationAttributes: { input: GetIdentityNotificationAttributesRequest; output: GetIdentityNotificationAttributesResponse }
  GetIdentityPolicies: { input: GetIdentityPoliciesRequest; output: GetIdentityPoliciesResponse }
  GetIdentityVerificationAttributes: { input: GetIdentityVerificationAttributesRequest; output: GetIdentityVerificationAttributesResponse }
  GetSendQuota: { input: Record<string, never>; output: GetSendQuotaResponse }
  GetSendStatistics: { input: Record<string, never>; output: GetSendStatisticsResponse }
  GetTemplate: { input: GetTemplateRequest; output: GetTemplateResponse }
  ListConfigurationSets: { input: ListConfigurationSetsRequest; output: ListConfigurationSetsResponse }
  ListCustomVerificationEmailTemplates: { input: ListCustomVerificationEmailTemplatesRequest; output: ListCustomVerificationEmailTemplatesResponse }
  ListIdentities: { input: ListIdentitiesRequest; output: ListIdentitiesResponse }
  ListIdentityPolicies: { input: ListIdentityPoliciesRequest; output: ListIdentityPoliciesResponse }
  ListReceiptFilters: { input: ListReceiptFiltersRequest; output: ListReceiptFiltersResponse }
  ListReceiptRuleSets: { input: ListReceiptRuleSetsRequest; output: ListReceiptRuleSetsResponse }
  ListTemplates: { input: ListTemplatesRequest; output: ListTemplatesResponse }
  ListVerifiedEmailAddresses: { input: Record<string, never>; output: ListVerifiedEmailAddressesResponse }
  PutConfigurationSetDeliveryOptions: { input: PutConfigurationSetDeliveryOptionsRequest; output: PutConfigurationSetDeliveryOptionsResponse }
  PutIdentityPolicy: { input: PutIdentityPolicyRequest; output: PutIdentityPolicyResponse }
  ReorderReceiptRuleSet: { input: ReorderReceiptRuleSetRequest; output: ReorderReceiptRuleSetResponse }
  SendBounce: { input: SendBounceRequest; output: SendBounceResponse }
  SendBulkTemplatedEmail: { input: SendBulkTemplatedEmailRequest; output: SendBulkTemplatedEmailResponse }
  SendCustomVerificationEmail: { input: SendCustomVerificationEmailRequest; output: SendCustomVerificationEmailResponse }
  SendEmail: { input: SendEmailRequest; output: SendEmailResponse }
  SendRawEmail: { input: SendRawEmailRequest; output: SendRawEmailResponse }
  SendTemplatedEmail: { input: SendTemplatedEmailRequest; output: SendTemplatedEmailResponse }
  SetActiveReceiptRuleSet: { input: SetActiveReceiptRuleSetRequest; output: SetActiveReceiptRuleSetResponse }
  SetIdentityDkimEnabled: { input: SetIdentityDkimEnabledRequest; output: SetIdentityDkimEnabledResponse }
  SetIdentityFeedbackForwardingEnabled: { input: SetIdentityFeedbackForwardingEnabledRequest; output: SetIdentityFeedbackForwardingEnabledResponse }
  SetIdentityHeadersInNotificationsEnabled: { input: SetIdentityHeadersInNotificationsEnabledRequest; output: SetIdentityHeadersInNotificationsEnabledResponse }
  SetIdentityMailFromDomain: { input: SetIdentityMailFromDomainRequest; output: SetIdentityMailFromDomainResponse }
  SetIdentityNotificationTopic: { input: SetIdentityNotificationTopicRequest; output: SetIdentityNotificationTopicResponse }
  SetReceiptRulePosition: { input: SetReceiptRulePositionRequest; output: SetReceiptRulePositionResponse }
  TestRenderTemplate: { input: TestRenderTemplateRequest; output: TestRenderTemplateResponse }
  UpdateAccountSendingEnabled: { input: UpdateAccountSendingEnabledRequest; output: Record<string, never> }
  UpdateConfigurationSetEventDestination: { input: UpdateConfigurationSetEventDestinationRequest; output: UpdateConfigurationSetEventDestinationResponse }
  UpdateConfigurationSetReputationMetricsEnabled: { input: UpdateConfigurationSetReputationMetricsEnabledRequest; output: Record<string, never> }
  UpdateConfigurationSetSendingEnabled: { input: UpdateConfigurationSetSendingEnabledRequest; output: Record<string, never> }
  UpdateConfigurationSetTrackingOptions: { input: UpdateConfigurationSetTrackingOptionsRequest; output: UpdateConfigurationSetTrackingOptionsResponse }
  UpdateCustomVerificationEmailTemplate: { input: UpdateCustomVerificationEmailTemplateRequest; output: Record<string, never> }
  UpdateReceiptRule: { input: UpdateReceiptRuleRequest; output: UpdateReceiptRuleResponse }
  UpdateTemplate: { input: UpdateTemplateRequest; output: UpdateTemplateResponse }
  VerifyDomainDkim: { input: VerifyDomainDkimRequest; output: VerifyDomainDkimResponse }
  VerifyDomainIdentity: { input: VerifyDomainIdentityRequest; output: VerifyDomainIdentityResponse }
  VerifyEmailAddress: { input: VerifyEmailAddressRequest; output: Record<string, never> }
  VerifyEmailIdentity: { input: VerifyEmailIdentityRequest; output: VerifyEmailIdentityResponse }
}
