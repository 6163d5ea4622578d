// Generated from the model of Amazon Simple Email Service 2019-09-27 by scripts/generate-protocol.ts.

export interface AccountDetails {
  "AdditionalContactEmailAddresses"?: string[]
  "ContactLanguage"?: ContactLanguage
  "MailType"?: MailType
  "ReviewDetails"?: ReviewDetails
  "UseCaseDescription"?: string
  "WebsiteURL"?: string
}

export interface AccountSuspendedException {
}

export interface AlreadyExistsException {
}

export interface ArchivingOptions {
  "ArchiveArn"?: string
}

export interface Attachment {
  "ContentDescription"?: string
  "ContentDisposition"?: AttachmentContentDisposition
  "ContentId"?: string
  "ContentTransferEncoding"?: AttachmentContentTransferEncoding
  "ContentType"?: string
  "FileName": string
  "RawContent": Uint8Array
}

export type AttachmentContentDisposition = "ATTACHMENT" | "INLINE"

export type AttachmentContentTransferEncoding = "BASE64" | "QUOTED_PRINTABLE" | "SEVEN_BIT"

export interface BadRequestException {
}

export interface BatchGetMetricDataQuery {
  "Dimensions"?: Record<string, string>
  "EndDate": Date
  "Id": string
  "Metric": Metric
  "Namespace": MetricNamespace
  "StartDate": Date
}

export interface BatchGetMetricDataRequest {
  "Queries": BatchGetMetricDataQuery[]
}

export interface BatchGetMetricDataResponse {
  "Errors"?: MetricDataError[]
  "Results"?: MetricDataResult[]
}

export type BehaviorOnMxFailure = "USE_DEFAULT_VALUE" | "REJECT_MESSAGE"

export interface BlacklistEntry {
  "Description"?: string
  "ListingTime"?: Date
  "RblName"?: string
}

export interface Body {
  "Html"?: Content
  "Text"?: Content
}

export interface Bounce {
  "BounceSubType"?: string
  "BounceType"?: BounceType
  "DiagnosticCode"?: string
}

export type BounceType = "UNDETERMINED" | "TRANSIENT" | "PERMANENT"

export interface BulkEmailContent {
  "Template"?: Template
}

export interface BulkEmailEntry {
  "Destination": Destination
  "ReplacementEmailContent"?: ReplacementEmailContent
  "ReplacementHeaders"?: MessageHeader[]
  "ReplacementTags"?: MessageTag[]
}

export interface BulkEmailEntryResult {
  "Error"?: string
  "MessageId"?: string
  "Status"?: BulkEmailStatus
}

export type BulkEmailStatus = "SUCCESS" | "MESSAGE_REJECTED" | "MAIL_FROM_DOMAIN_NOT_VERIFIED" | "CONFIGURATION_SET_NOT_FOUND" | "TEMPLATE_NOT_FOUND" | "ACCOUNT_SUSPENDED" | "ACCOUNT_THROTTLED" | "ACCOUNT_DAILY_QUOTA_EXCEEDED" | "INVALID_SENDING_POOL_NAME" | "ACCOUNT_SENDING_PAUSED" | "CONFIGURATION_SET_SENDING_PAUSED" | "INVALID_PARAMETER" | "TRANSIENT_FAILURE" | "FAILED"

export interface CancelExportJobRequest {
  "JobId": string
}

export interface CancelExportJobResponse {
}

export interface CloudWatchDestination {
  "DimensionConfigurations": CloudWatchDimensionConfiguration[]
}

export interface CloudWatchDimensionConfiguration {
  "DefaultDimensionValue": string
  "DimensionName": string
  "DimensionValueSource": DimensionValueSource
}

export interface Complaint {
  "ComplaintFeedbackType"?: string
  "ComplaintSubType"?: string
}

export interface ConcurrentModificationException {
}

export interface ConflictException {
}

export interface Contact {
  "EmailAddress"?: string
  "LastUpdatedTimestamp"?: Date
  "TopicDefaultPreferences"?: TopicPreference[]
  "TopicPreferences"?: TopicPreference[]
  "UnsubscribeAll"?: boolean
}

export type ContactLanguage = "EN" | "JA"

export interface ContactList {
  "ContactListName"?: string
  "LastUpdatedTimestamp"?: Date
}

export interface ContactListDestination {
  "ContactListImportAction": ContactListImportAction
  "ContactListName": string
}

export type ContactListImportAction = "DELETE" | "PUT"

export interface Content {
  "Charset"?: string
  "Data": string
}

export interface CreateConfigurationSetEventDestinationRequest {
  "ConfigurationSetName": string
  "EventDestination": EventDestinationDefinition
  "EventDestinationName": string
}

export interface CreateConfigurationSetEventDestinationResponse {
}

export interface CreateConfigurationSetRequest {
  "ArchivingOptions"?: ArchivingOptions
  "ConfigurationSetName": string
  "DeliveryOptions"?: DeliveryOptions
  "ReputationOptions"?: ReputationOptions
  "SendingOptions"?: SendingOptions
  "SuppressionOptions"?: SuppressionOptions
  "Tags"?: Tag[]
  "TrackingOptions"?: TrackingOptions
  "VdmOptions"?: VdmOptions
}

export interface CreateConfigurationSetResponse {
}

export interface CreateContactListRequest {
  "ContactListName": string
  "Description"?: string
  "Tags"?: Tag[]
  "Topics"?: Topic[]
}

export interface CreateContactListResponse {
}

export interface CreateContactRequest {
  "AttributesData"?: string
  "ContactListName": string
  "EmailAddress": string
  "TopicPreferences"?: TopicPreference[]
  "UnsubscribeAll"?: boolean
}

export interface CreateContactResponse {
}

export interface CreateCustomVerificationEmailTemplateRequest {
  "FailureRedirectionURL": string
  "FromEmailAddress": string
  "SuccessRedirectionURL": string
  "Tags"?: Tag[]
  "TemplateContent": string
  "TemplateName": string
  "TemplateSubject": string
}

export interface CreateCustomVerificationEmailTemplateResponse {
}

export interface CreateDedicatedIpPoolRequest {
  "PoolName": string
  "ScalingMode"?: ScalingMode
  "Tags"?: Tag[]
}

export interface CreateDedicatedIpPoolResponse {
}

export interface CreateDeliverabilityTestReportRequest {
  "Content": EmailContent
  "FromEmailAddress": string
  "ReportName"?: string
  "Tags"?: Tag[]
}

export interface CreateDeliverabilityTestReportResponse {
  "DeliverabilityTestStatus": DeliverabilityTestStatus
  "ReportId": string
}

export interface CreateEmailIdentityPolicyRequest {
  "EmailIdentity": string
  "Policy": string
  "PolicyName": string
}

export interface CreateEmailIdentityPolicyResponse {
}

export interface CreateEmailIdentityRequest {
  "ConfigurationSetName"?: string
  "DkimSigningAttributes"?: DkimSigningAttributes
  "EmailIdentity": string
  "Tags"?: Tag[]
}

export interface CreateEmailIdentityResponse {
  "DkimAttributes"?: DkimAttributes
  "IdentityType"?: IdentityType
  "VerifiedForSendingStatus"?: boolean
}

export interface CreateEmailTemplateRequest {
  "Tags"?: Tag[]
  "TemplateContent": EmailTemplateContent
  "TemplateName": string
}

export interface CreateEmailTemplateResponse {
}

export interface CreateExportJobRequest {
  "ExportDataSource": ExportDataSource
  "ExportDestination": ExportDestination
}

export interface CreateExportJobResponse {
  "JobId"?: string
}

export interface CreateImportJobRequest {
  "ImportDataSource": ImportDataSource
  "ImportDestination": ImportDestination
}

export interface CreateImportJobResponse {
  "JobId"?: string
}

export interface CreateMultiRegionEndpointRequest {
  "Details": Details
  "EndpointName": string
  "Tags"?: Tag[]
}

export interface CreateMultiRegionEndpointResponse {
  "EndpointId"?: string
  "Status"?: Status
}

export interface CreateTenantRequest {
  "SuppressionAttributes"?: TenantSuppressionAttributes
  "Tags"?: Tag[]
  "TenantName": string
}

export interface CreateTenantResourceAssociationRequest {
  "ResourceArn": string
  "TenantName": string
}

export interface CreateTenantResourceAssociationResponse {
}

export interface CreateTenantResponse {
  "CreatedTimestamp"?: Date
  "SendingStatus"?: SendingStatus
  "SuppressionAttributes"?: TenantSuppressionAttributes
  "Tags"?: Tag[]
  "TenantArn"?: string
  "TenantId"?: string
  "TenantName"?: string
}

export interface CustomVerificationEmailTemplateMetadata {
  "FailureRedirectionURL"?: string
  "FromEmailAddress"?: string
  "SuccessRedirectionURL"?: string
  "TemplateName"?: string
  "TemplateSubject"?: string
}

export interface DailyVolume {
  "DomainIspPlacements"?: DomainIspPlacement[]
  "StartDate"?: Date
  "VolumeStatistics"?: VolumeStatistics
}

export interface DashboardAttributes {
  "EngagementMetrics"?: FeatureStatus
}

export interface DashboardOptions {
  "EngagementMetrics"?: FeatureStatus
}

export type DataFormat = "CSV" | "JSON"

export interface DedicatedIp {
  "Ip": string
  "PoolName"?: string
  "WarmupPercentage": number
  "WarmupStatus": WarmupStatus
}

export interface DedicatedIpPool {
  "PoolName": string
  "ScalingMode": ScalingMode
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

export interface DeleteContactListRequest {
  "ContactListName": string
}

export interface DeleteContactListResponse {
}

export interface DeleteContactRequest {
  "ContactListName": string
  "EmailAddress": string
}

export interface DeleteContactResponse {
}

export interface DeleteCustomVerificationEmailTemplateRequest {
  "TemplateName": string
}

export interface DeleteCustomVerificationEmailTemplateResponse {
}

export interface DeleteDedicatedIpPoolRequest {
  "PoolName": string
}

export interface DeleteDedicatedIpPoolResponse {
}

export interface DeleteEmailIdentityPolicyRequest {
  "EmailIdentity": string
  "PolicyName": string
}

export interface DeleteEmailIdentityPolicyResponse {
}

export interface DeleteEmailIdentityRequest {
  "EmailIdentity": string
}

export interface DeleteEmailIdentityResponse {
}

export interface DeleteEmailTemplateRequest {
  "TemplateName": string
}

export interface DeleteEmailTemplateResponse {
}

export interface DeleteMultiRegionEndpointRequest {
  "EndpointName": string
}

export interface DeleteMultiRegionEndpointResponse {
  "Status"?: Status
}

export interface DeleteSuppressedDestinationRequest {
  "EmailAddress": string
  "TenantName"?: string
}

export interface DeleteSuppressedDestinationResponse {
}

export interface DeleteTenantRequest {
  "TenantName": string
}

export interface DeleteTenantResourceAssociationRequest {
  "ResourceArn": string
  "TenantName": string
}

export interface DeleteTenantResourceAssociationResponse {
}

export interface DeleteTenantResponse {
}

export type DeliverabilityDashboardAccountStatus = "ACTIVE" | "PENDING_EXPIRATION" | "DISABLED"

export interface DeliverabilityTestReport {
  "CreateDate"?: Date
  "DeliverabilityTestStatus"?: DeliverabilityTestStatus
  "FromEmailAddress"?: string
  "ReportId"?: string
  "ReportName"?: string
  "Subject"?: string
}

export type DeliverabilityTestStatus = "IN_PROGRESS" | "COMPLETED"

export type DeliveryEventType = "SEND" | "DELIVERY" | "TRANSIENT_BOUNCE" | "PERMANENT_BOUNCE" | "UNDETERMINED_BOUNCE" | "COMPLAINT"

export interface DeliveryOptions {
  "MaxDeliverySeconds"?: number
  "SendingPoolName"?: string
  "TlsPolicy"?: TlsPolicy
}

export interface Destination {
  "BccAddresses"?: string[]
  "CcAddresses"?: string[]
  "ToAddresses"?: string[]
}

export interface Details {
  "RoutesDetails": RouteDetails[]
}

export type DimensionValueSource = "MESSAGE_TAG" | "EMAIL_HEADER" | "LINK_TAG"

export interface DkimAttributes {
  "CurrentSigningKeyLength"?: DkimSigningKeyLength
  "LastKeyGenerationTimestamp"?: Date
  "NextSigningKeyLength"?: DkimSigningKeyLength
  "SigningAttributesOrigin"?: DkimSigningAttributesOrigin
  "SigningEnabled"?: boolean
  "SigningHostedZone"?: string
  "Status"?: DkimStatus
  "Tokens"?: string[]
}

export interface DkimSigningAttributes {
  "DomainSigningAttributesOrigin"?: DkimSigningAttributesOrigin
  "DomainSigningPrivateKey"?: string
  "DomainSigningSelector"?: string
  "NextSigningKeyLength"?: DkimSigningKeyLength
}

export type DkimSigningAttributesOrigin = "AWS_SES" | "EXTERNAL" | "AWS_SES_AF_SOUTH_1" | "AWS_SES_EU_NORTH_1" | "AWS_SES_AP_SOUTH_1" | "AWS_SES_EU_WEST_3" | "AWS_SES_EU_WEST_2" | "AWS_SES_EU_SOUTH_1" | "AWS_SES_EU_WEST_1" | "AWS_SES_AP_NORTHEAST_3" | "AWS_SES_AP_NORTHEAST_2" | "AWS_SES_ME_SOUTH_1" | "AWS_SES_AP_NORTHEAST_1" | "AWS_SES_IL_CENTRAL_1" | "AWS_SES_SA_EAST_1" | "AWS_SES_CA_CENTRAL_1" | "AWS_SES_AP_SOUTHEAST_1" | "AWS_SES_AP_SOUTHEAST_2" | "AWS_SES_AP_SOUTHEAST_3" | "AWS_SES_EU_CENTRAL_1" | "AWS_SES_US_EAST_1" | "AWS_SES_US_EAST_2" | "AWS_SES_US_WEST_1" | "AWS_SES_US_WEST_2" | "AWS_SES_ME_CENTRAL_1" | "AWS_SES_AP_SOUTH_2" | "AWS_SES_EU_CENTRAL_2" | "AWS_SES_AP_SOUTHEAST_5" | "AWS_SES_CA_WEST_1" | "AWS_SES_US_GOV_EAST_1" | "AWS_SES_US_GOV_WEST_1"

export type DkimSigningKeyLength = "RSA_1024_BIT" | "RSA_2048_BIT"

export type DkimStatus = "PENDING" | "SUCCESS" | "FAILED" | "TEMPORARY_FAILURE" | "NOT_STARTED"

export interface DomainDeliverabilityCampaign {
  "CampaignId"?: string
  "DeleteRate"?: number
  "Esps"?: string[]
  "FirstSeenDateTime"?: Date
  "FromAddress"?: string
  "ImageUrl"?: string
  "InboxCount"?: number
  "LastSeenDateTime"?: Date
  "ProjectedVolume"?: number
  "ReadDeleteRate"?: number
  "ReadRate"?: number
  "SendingIps"?: string[]
  "SpamCount"?: number
  "Subject"?: string
}

export interface DomainDeliverabilityTrackingOption {
  "Domain"?: string
  "InboxPlacementTrackingOption"?: InboxPlacementTrackingOption
  "SubscriptionStartDate"?: Date
}

export interface DomainIspPlacement {
  "InboxPercentage"?: number
  "InboxRawCount"?: number
  "IspName"?: string
  "SpamPercentage"?: number
  "SpamRawCount"?: number
}

export type EmailAddressInsightsConfidenceVerdict = "LOW" | "MEDIUM" | "HIGH"

export interface EmailAddressInsightsMailboxEvaluations {
  "HasValidDnsRecords"?: EmailAddressInsightsVerdict
  "HasValidSyntax"?: EmailAddressInsightsVerdict
  "IsDisposable"?: EmailAddressInsightsVerdict
  "IsRandomInput"?: EmailAddressInsightsVerdict
  "IsRoleAddress"?: EmailAddressInsightsVerdict
  "MailboxExists"?: EmailAddressInsightsVerdict
}

export interface EmailAddressInsightsVerdict {
  "ConfidenceVerdict"?: EmailAddressInsightsConfidenceVerdict
}

export interface EmailContent {
  "Raw"?: RawMessage
  "Simple"?: Message
  "Template"?: Template
}

export interface EmailInsights {
  "Destination"?: string
  "Events"?: InsightsEvent[]
  "Isp"?: string
}

export interface EmailTemplateContent {
  "Html"?: string
  "Subject"?: string
  "Text"?: string
}

export interface EmailTemplateMetadata {
  "CreatedTimestamp"?: Date
  "TemplateName"?: string
}

export type EngagementEventType = "OPEN" | "CLICK"

export interface EventBridgeDestination {
  "EventBusArn": string
}

export interface EventDestination {
  "CloudWatchDestination"?: CloudWatchDestination
  "Enabled"?: boolean
  "EventBridgeDestination"?: EventBridgeDestination
  "KinesisFirehoseDestination"?: KinesisFirehoseDestination
  "MatchingEventTypes": EventType[]
  "Name": string
  "PinpointDestination"?: PinpointDestination
  "SnsDestination"?: SnsDestination
}

export interface EventDestinationDefinition {
  "CloudWatchDestination"?: CloudWatchDestination
  "Enabled"?: boolean
  "EventBridgeDestination"?: EventBridgeDestination
  "KinesisFirehoseDestination"?: KinesisFirehoseDestination
  "MatchingEventTypes"?: EventType[]
  "PinpointDestination"?: PinpointDestination
  "SnsDestination"?: SnsDestination
}

export interface EventDetails {
  "Bounce"?: Bounce
  "Complaint"?: Complaint
}

export type EventType = "SEND" | "REJECT" | "BOUNCE" | "COMPLAINT" | "DELIVERY" | "OPEN" | "CLICK" | "RENDERING_FAILURE" | "DELIVERY_DELAY" | "SUBSCRIPTION"

export interface ExportDataSource {
  "MessageInsightsDataSource"?: MessageInsightsDataSource
  "MetricsDataSource"?: MetricsDataSource
}

export interface ExportDestination {
  "DataFormat": DataFormat
  "S3Url"?: string
}

export interface ExportJobSummary {
  "CompletedTimestamp"?: Date
  "CreatedTimestamp"?: Date
  "ExportSourceType"?: ExportSourceType
  "JobId"?: string
  "JobStatus"?: JobStatus
}

export interface ExportMetric {
  "Aggregation"?: MetricAggregation
  "Name"?: Metric
}

export type ExportSourceType = "METRICS_DATA" | "MESSAGE_INSIGHTS"

export interface ExportStatistics {
  "ExportedRecordsCount"?: number
  "ProcessedRecordsCount"?: number
}

export interface FailureInfo {
  "ErrorMessage"?: string
  "FailedRecordsS3Url"?: string
}

export type FeatureStatus = "ENABLED" | "DISABLED"

export interface GetAccountRequest {
}

export interface GetAccountResponse {
  "DedicatedIpAutoWarmupEnabled"?: boolean
  "Details"?: AccountDetails
  "EnforcementStatus"?: string
  "PricingAttributes"?: PricingAttributes
  "ProductionAccessEnabled"?: boolean
  "SendQuota"?: SendQuota
  "SendingEnabled"?: boolean
  "SuppressionAttributes"?: SuppressionAttributes
  "VdmAttributes"?: VdmAttributes
}

export interface GetBlacklistReportsRequest {
  "BlacklistItemNames": string[]
}

export interface GetBlacklistReportsResponse {
  "BlacklistReport": Record<string, BlacklistEntry[]>
}

export interface GetConfigurationSetEventDestinationsRequest {
  "ConfigurationSetName": string
}

export interface GetConfigurationSetEventDestinationsResponse {
  "EventDestinations"?: EventDestination[]
}

export interface GetConfigurationSetRequest {
  "ConfigurationSetName": string
}

export interface GetConfigurationSetResponse {
  "ArchivingOptions"?: ArchivingOptions
  "ConfigurationSetName"?: string
  "DeliveryOptions"?: DeliveryOptions
  "ReputationOptions"?: ReputationOptions
  "SendingOptions"?: SendingOptions
  "SuppressionOptions"?: SuppressionOptions
  "Tags"?: Tag[]
  "TrackingOptions"?: TrackingOptions
  "VdmOptions"?: VdmOptions
}

export interface GetContactListRequest {
  "ContactListName": string
}

export interface GetContactListResponse {
  "ContactListName"?: string
  "CreatedTimestamp"?: Date
  "Description"?: string
  "LastUpdatedTimestamp"?: Date
  "Tags"?: Tag[]
  "Topics"?: Topic[]
}

export interface GetContactRequest {
  "ContactListName": string
  "EmailAddress": string
}

export interface GetContactResponse {
  "AttributesData"?: string
  "ContactListName"?: string
  "CreatedTimestamp"?: Date
  "EmailAddress"?: string
  "LastUpdatedTimestamp"?: Date
  "TopicDefaultPreferences"?: TopicPreference[]
  "TopicPreferences"?: TopicPreference[]
  "UnsubscribeAll"?: boolean
}

export interface GetCustomVerificationEmailTemplateRequest {
  "TemplateName": string
}

export interface GetCustomVerificationEmailTemplateResponse {
  "FailureRedirectionURL"?: string
  "FromEmailAddress"?: string
  "SuccessRedirectionURL"?: string
  "Tags"?: Tag[]
  "TemplateContent"?: string
  "TemplateName"?: string
  "TemplateSubject"?: string
}

export interface GetDedicatedIpPoolRequest {
  "PoolName": string
}

export interface GetDedicatedIpPoolResponse {
  "DedicatedIpPool"?: DedicatedIpPool
}

export interface GetDedicatedIpRequest {
  "Ip": string
}

export interface GetDedicatedIpResponse {
  "DedicatedIp"?: DedicatedIp
}

export interface GetDedicatedIpsRequest {
  "NextToken"?: string
  "PageSize"?: number
  "PoolName"?: string
}

export interface GetDedicatedIpsResponse {
  "DedicatedIps"?: DedicatedIp[]
  "NextToken"?: string
}

export interface GetDeliverabilityDashboardOptionsRequest {
}

export interface GetDeliverabilityDashboardOptionsResponse {
  "AccountStatus"?: DeliverabilityDashboardAccountStatus
  "ActiveSubscribedDomains"?: DomainDeliverabilityTrackingOption[]
  "DashboardEnabled": boolean
  "PendingExpirationSubscribedDomains"?: DomainDeliverabilityTrackingOption[]
  "SubscriptionExpiryDate"?: Date
}

export interface GetDeliverabilityTestReportRequest {
  "ReportId": string
}

export interface GetDeliverabilityTestReportResponse {
  "DeliverabilityTestReport": DeliverabilityTestReport
  "IspPlacements": IspPlacement[]
  "Message"?: string
  "OverallPlacement": PlacementStatistics
  "Tags"?: Tag[]
}

export interface GetDomainDeliverabilityCampaignRequest {
  "CampaignId": string
}

export interface GetDomainDeliverabilityCampaignResponse {
  "DomainDeliverabilityCampaign": DomainDeliverabilityCampaign
}

export interface GetDomainStatisticsReportRequest {
  "Domain": string
  "EndDate": Date
  "StartDate": Date
}

export interface GetDomainStatisticsReportResponse {
  "DailyVolumes": DailyVolume[]
  "OverallVolume": OverallVolume
}

export interface GetEmailAddressInsightsRequest {
  "EmailAddress": string
}

export interface GetEmailAddressInsightsResponse {
  "MailboxValidation"?: MailboxValidation
}

export interface GetEmailIdentityPoliciesRequest {
  "EmailIdentity": string
}

export interface GetEmailIdentityPoliciesResponse {
  "Policies"?: Record<string, string>
}

export interface GetEmailIdentityRequest {
  "EmailIdentity": string
}

export interface GetEmailIdentityResponse {
  "ConfigurationSetName"?: string
  "DkimAttributes"?: DkimAttributes
  "FeedbackForwardingStatus"?: boolean
  "IdentityType"?: IdentityType
  "MailFromAttributes"?: MailFromAttributes
  "Policies"?: Record<string, string>
  "Tags"?: Tag[]
  "VerificationInfo"?: VerificationInfo
  "VerificationStatus"?: VerificationStatus
  "VerifiedForSendingStatus"?: boolean
}

export interface GetEmailTemplateRequest {
  "TemplateName": string
}

export interface GetEmailTemplateResponse {
  "Tags"?: Tag[]
  "TemplateContent": EmailTemplateContent
  "TemplateName": string
}

export interface GetExportJobRequest {
  "JobId": string
}

export interface GetExportJobResponse {
  "CompletedTimestamp"?: Date
  "CreatedTimestamp"?: Date
  "ExportDataSource"?: ExportDataSource
  "ExportDestination"?: ExportDestination
  "ExportSourceType"?: ExportSourceType
  "FailureInfo"?: FailureInfo
  "JobId"?: string
  "JobStatus"?: JobStatus
  "Statistics"?: ExportStatistics
}

export interface GetImportJobRequest {
  "JobId": string
}

export interface GetImportJobResponse {
  "CompletedTimestamp"?: Date
  "CreatedTimestamp"?: Date
  "FailedRecordsCount"?: number
  "FailureInfo"?: FailureInfo
  "ImportDataSource"?: ImportDataSource
  "ImportDestination"?: ImportDestination
  "JobId"?: string
  "JobStatus"?: JobStatus
  "ProcessedRecordsCount"?: number
}

export interface GetMessageInsightsRequest {
  "MessageId": string
}

export interface GetMessageInsightsResponse {
  "EmailTags"?: MessageTag[]
  "FromEmailAddress"?: string
  "Insights"?: EmailInsights[]
  "MessageId"?: string
  "Subject"?: string
}

export interface GetMultiRegionEndpointRequest {
  "EndpointName": string
}

export interface GetMultiRegionEndpointResponse {
  "CreatedTimestamp"?: Date
  "EndpointId"?: string
  "EndpointName"?: string
  "LastUpdatedTimestamp"?: Date
  "Routes"?: Route[]
  "Status"?: Status
}

export interface GetReputationEntityRequest {
  "ReputationEntityReference": string
  "ReputationEntityType": ReputationEntityType
}

export interface GetReputationEntityResponse {
  "ReputationEntity"?: ReputationEntity
}

export interface GetSuppressedDestinationRequest {
  "EmailAddress": string
  "TenantName"?: string
}

export interface GetSuppressedDestinationResponse {
  "SuppressedDestination": SuppressedDestination
}

export interface GetTenantRequest {
  "TenantName": string
}

export interface GetTenantResponse {
  "Tenant"?: Tenant
}

export interface GuardianAttributes {
  "OptimizedSharedDelivery"?: FeatureStatus
}

export interface GuardianOptions {
  "OptimizedSharedDelivery"?: FeatureStatus
}

export type HttpsPolicy = "REQUIRE" | "REQUIRE_OPEN_ONLY" | "OPTIONAL"

export type IdentityFilterKey = "IDENTITY_NAME_CONTAINS" | "IDENTITY_TYPE" | "VERIFICATION_STATUS"

export interface IdentityInfo {
  "IdentityName"?: string
  "IdentityType"?: IdentityType
  "SendingEnabled"?: boolean
  "VerificationStatus"?: VerificationStatus
}

export type IdentityType = "EMAIL_ADDRESS" | "DOMAIN" | "MANAGED_DOMAIN"

export interface ImportDataSource {
  "DataFormat": DataFormat
  "S3Url": string
}

export interface ImportDestination {
  "ContactListDestination"?: ContactListDestination
  "SuppressionListDestination"?: SuppressionListDestination
}

export type ImportDestinationType = "SUPPRESSION_LIST" | "CONTACT_LIST"

export interface ImportJobSummary {
  "CreatedTimestamp"?: Date
  "FailedRecordsCount"?: number
  "ImportDestination"?: ImportDestination
  "JobId"?: string
  "JobStatus"?: JobStatus
  "ProcessedRecordsCount"?: number
}

export interface InboxPlacementTrackingOption {
  "Global"?: boolean
  "TrackedIsps"?: string[]
}

export interface InsightsEvent {
  "Details"?: EventDetails
  "Timestamp"?: Date
  "Type"?: EventType
}

export interface InternalServiceErrorException {
}

export interface InvalidNextTokenException {
}

export interface IspPlacement {
  "IspName"?: string
  "PlacementStatistics"?: PlacementStatistics
}

export type JobStatus = "CREATED" | "PROCESSING" | "COMPLETED" | "FAILED" | "CANCELLED"

export interface KinesisFirehoseDestination {
  "DeliveryStreamArn": string
  "IamRoleArn": string
}

export interface LimitExceededException {
}

export interface ListConfigurationSetsRequest {
  "NextToken"?: string
  "PageSize"?: number
}

export interface ListConfigurationSetsResponse {
  "ConfigurationSets"?: string[]
  "NextToken"?: string
}

export interface ListContactListsRequest {
  "NextToken"?: string
  "PageSize"?: number
}

export interface ListContactListsResponse {
  "ContactLists"?: ContactList[]
  "NextToken"?: string
}

export interface ListContactsFilter {
  "FilteredStatus"?: SubscriptionStatus
  "TopicFilter"?: TopicFilter
}

export interface ListContactsRequest {
  "ContactListName": string
  "Filter"?: ListContactsFilter
  "NextToken"?: string
  "PageSize"?: number
}

export interface ListContactsResponse {
  "Contacts"?: Contact[]
  "NextToken"?: string
}

export interface ListCustomVerificationEmailTemplatesRequest {
  "NextToken"?: string
  "PageSize"?: number
}

export interface ListCustomVerificationEmailTemplatesResponse {
  "CustomVerificationEmailTemplates"?: CustomVerificationEmailTemplateMetadata[]
  "NextToken"?: string
}

export interface ListDedicatedIpPoolsRequest {
  "NextToken"?: string
  "PageSize"?: number
}

export interface ListDedicatedIpPoolsResponse {
  "DedicatedIpPools"?: string[]
  "NextToken"?: string
}

export interface ListDeliverabilityTestReportsRequest {
  "NextToken"?: string
  "PageSize"?: number
}

export interface ListDeliverabilityTestReportsResponse {
  "DeliverabilityTestReports": DeliverabilityTestReport[]
  "NextToken"?: string
}

export interface ListDomainDeliverabilityCampaignsRequest {
  "EndDate": Date
  "NextToken"?: string
  "PageSize"?: number
  "StartDate": Date
  "SubscribedDomain": string
}

export interface ListDomainDeliverabilityCampaignsResponse {
  "DomainDeliverabilityCampaigns": DomainDeliverabilityCampaign[]
  "NextToken"?: string
}

export interface ListEmailIdentitiesRequest {
  "Filter"?: Record<string, string>
  "NextToken"?: string
  "PageSize"?: number
}

export interface ListEmailIdentitiesResponse {
  "EmailIdentities"?: IdentityInfo[]
  "NextToken"?: string
}

export interface ListEmailTemplatesRequest {
  "NextToken"?: string
  "PageSize"?: number
}

export interface ListEmailTemplatesResponse {
  "NextToken"?: string
  "TemplatesMetadata"?: EmailTemplateMetadata[]
}

export interface ListExportJobsRequest {
  "ExportSourceType"?: ExportSourceType
  "JobStatus"?: JobStatus
  "NextToken"?: string
  "PageSize"?: number
}

export interface ListExportJobsResponse {
  "ExportJobs"?: ExportJobSummary[]
  "NextToken"?: string
}

export interface ListImportJobsRequest {
  "ImportDestinationType"?: ImportDestinationType
  "NextToken"?: string
  "PageSize"?: number
}

export interface ListImportJobsResponse {
  "ImportJobs"?: ImportJobSummary[]
  "NextToken"?: string
}

export interface ListManagementOptions {
  "ContactListName": string
  "TopicName"?: string
}

export interface ListMultiRegionEndpointsRequest {
  "NextToken"?: string
  "PageSize"?: number
}

export interface ListMultiRegionEndpointsResponse {
  "MultiRegionEndpoints"?: MultiRegionEndpoint[]
  "NextToken"?: string
}

export type ListRecommendationsFilterKey = "TYPE" | "IMPACT" | "STATUS" | "RESOURCE_ARN"

export interface ListRecommendationsRequest {
  "Filter"?: Record<string, string>
  "NextToken"?: string
  "PageSize"?: number
}

export interface ListRecommendationsResponse {
  "NextToken"?: string
  "Recommendations"?: Recommendation[]
}

export interface ListReputationEntitiesRequest {
  "Filter"?: Record<string, string>
  "NextToken"?: string
  "PageSize"?: number
}

export interface ListReputationEntitiesResponse {
  "NextToken"?: string
  "ReputationEntities"?: ReputationEntity[]
}

export interface ListResourceTenantsRequest {
  "NextToken"?: string
  "PageSize"?: number
  "ResourceArn": string
}

export interface ListResourceTenantsResponse {
  "NextToken"?: string
  "ResourceTenants"?: ResourceTenantMetadata[]
}

export interface ListSuppressedDestinationsRequest {
  "EndDate"?: Date
  "NextToken"?: string
  "PageSize"?: number
  "Reasons"?: SuppressionListReason[]
  "StartDate"?: Date
  "TenantName"?: string
}

export interface ListSuppressedDestinationsResponse {
  "NextToken"?: string
  "SuppressedDestinationSummaries"?: SuppressedDestinationSummary[]
}

export interface ListTagsForResourceRequest {
  "ResourceArn": string
}

export interface ListTagsForResourceResponse {
  "Tags": Tag[]
}

export type ListTenantResourcesFilterKey = "RESOURCE_TYPE"

export interface ListTenantResourcesRequest {
  "Filter"?: Record<string, string>
  "NextToken"?: string
  "PageSize"?: number
  "TenantName": string
}

export interface ListTenantResourcesResponse {
  "NextToken"?: string
  "TenantResources"?: TenantResource[]
}

export interface ListTenantsRequest {
  "NextToken"?: string
  "PageSize"?: number
}

export interface ListTenantsResponse {
  "NextToken"?: string
  "Tenants"?: TenantInfo[]
}

export interface MailFromAttributes {
  "BehaviorOnMxFailure": BehaviorOnMxFailure
  "MailFromDomain": string
  "MailFromDomainStatus": MailFromDomainStatus
}

export interface MailFromDomainNotVerifiedException {
}

export type MailFromDomainStatus = "PENDING" | "SUCCESS" | "FAILED" | "TEMPORARY_FAILURE"

export type MailType = "MARKETING" | "TRANSACTIONAL"

export interface MailboxValidation {
  "Evaluations"?: EmailAddressInsightsMailboxEvaluations
  "IsValid"?: EmailAddressInsightsVerdict
}

export interface Message {
  "Attachments"?: Attachment[]
  "Body": Body
  "Headers"?: MessageHeader[]
  "Subject": Content
}

export interface MessageHeader {
  "Name": string
  "Value": string
}

export interface MessageInsightsDataSource {
  "EndDate": Date
  "Exclude"?: MessageInsightsFilters
  "Include"?: MessageInsightsFilters
  "MaxResults"?: number
  "StartDate": Date
}

export interface MessageInsightsFilters {
  "Destination"?: string[]
  "FromEmailAddress"?: string[]
  "Isp"?: string[]
  "LastDeliveryEvent"?: DeliveryEventType[]
  "LastEngagementEvent"?: EngagementEventType[]
  "Subject"?: string[]
}

export interface MessageRejected {
}

export interface MessageTag {
  "Name": string
  "Value": string
}

export type Metric = "SEND" | "COMPLAINT" | "PERMANENT_BOUNCE" | "TRANSIENT_BOUNCE" | "OPEN" | "CLICK" | "DELIVERY" | "DELIVERY_OPEN" | "DELIVERY_CLICK" | "DELIVERY_COMPLAINT"

export type MetricAggregation = "RATE" | "VOLUME"

export interface MetricDataError {
  "Code"?: QueryErrorCode
  "Id"?: string
  "Message"?: string
}

export interface MetricDataResult {
  "Id"?: string
  "Timestamps"?: Date[]
  "Values"?: number[]
}

export type MetricDimensionName = "EMAIL_IDENTITY" | "CONFIGURATION_SET" | "ISP"

export type MetricNamespace = "VDM"

export interface MetricsDataSource {
  "Dimensions": Record<string, string[]>
  "EndDate": Date
  "Metrics": ExportMetric[]
  "Namespace": MetricNamespace
  "StartDate": Date
}

export interface MultiRegionEndpoint {
  "CreatedTimestamp"?: Date
  "EndpointId"?: string
  "EndpointName"?: string
  "LastUpdatedTimestamp"?: Date
  "Regions"?: string[]
  "Status"?: Status
}

export interface NotFoundException {
}

export interface OverallVolume {
  "DomainIspPlacements"?: DomainIspPlacement[]
  "ReadRatePercent"?: number
  "VolumeStatistics"?: VolumeStatistics
}

export interface PinpointDestination {
  "ApplicationArn"?: string
}

export interface PlacementStatistics {
  "DkimPercentage"?: number
  "InboxPercentage"?: number
  "MissingPercentage"?: number
  "SpamPercentage"?: number
  "SpfPercentage"?: number
}

export interface PricingAttributes {
  "CurrentPlan"?: PricingPlan
  "NextPlan"?: PricingPlan
}

export type PricingPlan = "NONE" | "ESSENTIALS" | "PRO" | "ENTERPRISE"

export interface PutAccountDedicatedIpWarmupAttributesRequest {
  "AutoWarmupEnabled"?: boolean
}

export interface PutAccountDedicatedIpWarmupAttributesResponse {
}

export interface PutAccountDetailsRequest {
  "AdditionalContactEmailAddresses"?: string[]
  "ContactLanguage"?: ContactLanguage
  "MailType": MailType
  "ProductionAccessEnabled"?: boolean
  "UseCaseDescription"?: string
  "WebsiteURL": string
}

export interface PutAccountDetailsResponse {
}

export interface PutAccountPricingAttributesRequest {
  "Plan": PricingPlan
}

export interface PutAccountPricingAttributesResponse {
}

export interface PutAccountSendingAttributesRequest {
  "SendingEnabled"?: boolean
}

export interface PutAccountSendingAttributesResponse {
}

export interface PutAccountSuppressionAttributesRequest {
  "SuppressedReasons"?: SuppressionListReason[]
  "ValidationAttributes"?: SuppressionValidationAttributes
}

export interface PutAccountSuppressionAttributesResponse {
}

export interface PutAccountVdmAttributesRequest {
  "VdmAttributes": VdmAttributes
}

export interface PutAccountVdmAttributesResponse {
}

export interface PutConfigurationSetArchivingOptionsRequest {
  "ArchiveArn"?: string
  "ConfigurationSetName": string
}

export interface PutConfigurationSetArchivingOptionsResponse {
}

export interface PutConfigurationSetDeliveryOptionsRequest {
  "ConfigurationSetName": string
  "MaxDeliverySeconds"?: number
  "SendingPoolName"?: string
  "TlsPolicy"?: TlsPolicy
}

export interface PutConfigurationSetDeliveryOptionsResponse {
}

export interface PutConfigurationSetReputationOptionsRequest {
  "ConfigurationSetName": string
  "ReputationMetricsEnabled"?: boolean
}

export interface PutConfigurationSetReputationOptionsResponse {
}

export interface PutConfigurationSetSendingOptionsRequest {
  "ConfigurationSetName": string
  "SendingEnabled"?: boolean
}

export interface PutConfigurationSetSendingOptionsResponse {
}

export interface PutConfigurationSetSuppressionOptionsRequest {
  "ConfigurationSetName": string
  "SuppressedReasons"?: SuppressionListReason[]
  "SuppressionScope"?: SuppressionListScope
  "ValidationOptions"?: SuppressionValidationOptions
}

export interface PutConfigurationSetSuppressionOptionsResponse {
}

export interface PutConfigurationSetTrackingOptionsRequest {
  "ConfigurationSetName": string
  "CustomRedirectDomain"?: string
  "HttpsPolicy"?: HttpsPolicy
}

export interface PutConfigurationSetTrackingOptionsResponse {
}

export interface PutConfigurationSetVdmOptionsRequest {
  "ConfigurationSetName": string
  "VdmOptions"?: VdmOptions
}

export interface PutConfigurationSetVdmOptionsResponse {
}

export interface PutDedicatedIpInPoolRequest {
  "DestinationPoolName": string
  "Ip": string
}

export interface PutDedicatedIpInPoolResponse {
}

export interface PutDedicatedIpPoolScalingAttributesRequest {
  "PoolName": string
  "ScalingMode": ScalingMode
}

export interface PutDedicatedIpPoolScalingAttributesResponse {
}

export interface PutDedicatedIpWarmupAttributesRequest {
  "Ip": string
  "WarmupPercentage": number
}

export interface PutDedicatedIpWarmupAttributesResponse {
}

export interface PutDeliverabilityDashboardOptionRequest {
  "DashboardEnabled": boolean
  "SubscribedDomains"?: DomainDeliverabilityTrackingOption[]
}

export interface PutDeliverabilityDashboardOptionResponse {
}

export interface PutEmailIdentityConfigurationSetAttributesRequest {
  "ConfigurationSetName"?: string
  "EmailIdentity": string
}

export interface PutEmailIdentityConfigurationSetAttributesResponse {
}

export interface PutEmailIdentityDkimAttributesRequest {
  "EmailIdentity": string
  "SigningEnabled"?: boolean
}

export interface PutEmailIdentityDkimAttributesResponse {
}

export interface PutEmailIdentityDkimSigningAttributesRequest {
  "EmailIdentity": string
  "SigningAttributes"?: DkimSigningAttributes
  "SigningAttributesOrigin": DkimSigningAttributesOrigin
}

export interface PutEmailIdentityDkimSigningAttributesResponse {
  "DkimStatus"?: DkimStatus
  "DkimTokens"?: string[]
  "SigningHostedZone"?: string
}

export interface PutEmailIdentityFeedbackAttributesRequest {
  "EmailForwardingEnabled"?: boolean
  "EmailIdentity": string
}

export interface PutEmailIdentityFeedbackAttributesResponse {
}

export interface PutEmailIdentityMailFromAttributesRequest {
  "BehaviorOnMxFailure"?: BehaviorOnMxFailure
  "EmailIdentity": string
  "MailFromDomain"?: string
}

export interface PutEmailIdentityMailFromAttributesResponse {
}

export interface PutSuppressedDestinationRequest {
  "EmailAddress": string
  "Reason": SuppressionListReason
  "TenantName"?: string
}

export interface PutSuppressedDestinationResponse {
}

export interface PutTenantSuppressionAttributesRequest {
  "SuppressedReasons"?: SuppressionListReason[]
  "SuppressionScope"?: SuppressionListScope
  "TenantName": string
}

export interface PutTenantSuppressionAttributesResponse {
}

export type QueryErrorCode = "INTERNAL_FAILURE" | "ACCESS_DENIED"

export interface RawMessage {
  "Data": Uint8Array
}

export interface Recommendation {
  "CreatedTimestamp"?: Date
  "Description"?: string
  "Impact"?: RecommendationImpact
  "LastUpdatedTimestamp"?: Date
  "ResourceArn"?: string
  "Status"?: RecommendationStatus
  "Type"?: RecommendationType
}

export type RecommendationImpact = "LOW" | "HIGH"

export type RecommendationStatus = "OPEN" | "FIXED"

export type RecommendationType = "DKIM" | "DMARC" | "SPF" | "BIMI" | "COMPLAINT" | "BOUNCE" | "FEEDBACK_3P" | "IP_LISTING"

export interface ReplacementEmailContent {
  "ReplacementTemplate"?: ReplacementTemplate
}

export interface ReplacementTemplate {
  "ReplacementTemplateData"?: string
}

export interface ReputationEntity {
  "AwsSesManagedStatus"?: StatusRecord
  "CustomerManagedStatus"?: StatusRecord
  "ReputationEntityReference"?: string
  "ReputationEntityType"?: ReputationEntityType
  "ReputationImpact"?: RecommendationImpact
  "ReputationManagementPolicy"?: string
  "SendingStatusAggregate"?: SendingStatus
}

export type ReputationEntityFilterKey = "ENTITY_TYPE" | "REPUTATION_IMPACT" | "SENDING_STATUS" | "ENTITY_REFERENCE_PREFIX"

export type ReputationEntityType = "RESOURCE"

export interface ReputationOptions {
  "LastFreshStart"?: Date
  "ReputationMetricsEnabled"?: boolean
}

export interface ResourceTenantMetadata {
  "AssociatedTimestamp"?: Date
  "ResourceArn"?: string
  "TenantId"?: string
  "TenantName"?: string
}

export type ResourceType = "EMAIL_IDENTITY" | "CONFIGURATION_SET" | "EMAIL_TEMPLATE"

export interface ReviewDetails {
  "CaseId"?: string
  "Status"?: ReviewStatus
}

export type ReviewStatus = "PENDING" | "FAILED" | "GRANTED" | "DENIED"

export interface Route {
  "Region": string
}

export interface RouteDetails {
  "Region": string
}

export interface SOARecord {
  "AdminEmail"?: string
  "PrimaryNameServer"?: string
  "SerialNumber"?: number
}

export type ScalingMode = "STANDARD" | "MANAGED"

export interface SendBulkEmailRequest {
  "BulkEmailEntries": BulkEmailEntry[]
  "ConfigurationSetName"?: string
  "DefaultContent": BulkEmailContent
  "DefaultEmailTags"?: MessageTag[]
  "EndpointId"?: string
  "FeedbackForwardingEmailAddress"?: string
  "FeedbackForwardingEmailAddressIdentityArn"?: string
  "FromEmailAddress"?: string
  "FromEmailAddressIdentityArn"?: string
  "ReplyToAddresses"?: string[]
  "TenantName"?: string
}

export interface SendBulkEmailResponse {
  "BulkEmailEntryResults": BulkEmailEntryResult[]
}

export interface SendCustomVerificationEmailRequest {
  "ConfigurationSetName"?: string
  "EmailAddress": string
  "TemplateName": string
}

export interface SendCustomVerificationEmailResponse {
  "MessageId"?: string
}

export interface SendEmailRequest {
  "ConfigurationSetName"?: string
  "Content": EmailContent
  "Destination"?: Destination
  "EmailTags"?: MessageTag[]
  "EndpointId"?: string
  "FeedbackForwardingEmailAddress"?: string
  "FeedbackForwardingEmailAddressIdentityArn"?: string
  "FromEmailAddress"?: string
  "FromEmailAddressIdentityArn"?: string
  "ListManagementOptions"?: ListManagementOptions
  "ReplyToAddresses"?: string[]
  "TenantName"?: string
}

export interface SendEmailResponse {
  "MessageId"?: string
}

export interface SendQuota {
  "Max24HourSend"?: number
  "MaxSendRate"?: number
  "SentLast24Hours"?: number
}

export interface SendingOptions {
  "SendingEnabled"?: boolean
}

export interface SendingPausedException {
}

export type SendingStatus = "ENABLED" | "REINSTATED" | "DISABLED"

export interface SnsDestination {
  "TopicArn": string
}

export type Status = "CREATING" | "READY" | "FAILED" | "DELETING"

export interface StatusRecord {
  "Cause"?: string
  "LastUpdatedTimestamp"?: Date
  "Status"?: SendingStatus
}

export type SubscriptionStatus = "OPT_IN" | "OPT_OUT"

export interface SuppressedDestination {
  "Attributes"?: SuppressedDestinationAttributes
  "EmailAddress": string
  "LastUpdateTime": Date
  "Reason": SuppressionListReason
  "TenantName"?: string
}

export interface SuppressedDestinationAttributes {
  "FeedbackId"?: string
  "MessageId"?: string
}

export interface SuppressedDestinationSummary {
  "EmailAddress": string
  "LastUpdateTime": Date
  "Reason": SuppressionListReason
}

export interface SuppressionAttributes {
  "SuppressedReasons"?: SuppressionListReason[]
  "ValidationAttributes"?: SuppressionValidationAttributes
}

export interface SuppressionConditionThreshold {
  "ConditionThresholdEnabled": FeatureStatus
  "OverallConfidenceThreshold"?: SuppressionConfidenceThreshold
}

export interface SuppressionConfidenceThreshold {
  "ConfidenceVerdictThreshold": SuppressionConfidenceVerdictThreshold
}

export type SuppressionConfidenceVerdictThreshold = "MEDIUM" | "HIGH" | "MANAGED"

export interface SuppressionListDestination {
  "SuppressionListImportAction": SuppressionListImportAction
}

export type SuppressionListImportAction = "DELETE" | "PUT"

export type SuppressionListReason = "BOUNCE" | "COMPLAINT"

export type SuppressionListScope = "ACCOUNT" | "TENANT"

export interface SuppressionOptions {
  "SuppressedReasons"?: SuppressionListReason[]
  "SuppressionScope"?: SuppressionListScope
  "ValidationOptions"?: SuppressionValidationOptions
}

export interface SuppressionValidationAttributes {
  "ConditionThreshold": SuppressionConditionThreshold
}

export interface SuppressionValidationOptions {
  "ConditionThreshold": SuppressionConditionThreshold
}

export interface Tag {
  "Key": string
  "Value": string
}

export interface TagResourceRequest {
  "ResourceArn": string
  "Tags": Tag[]
}

export interface TagResourceResponse {
}

export interface Template {
  "Attachments"?: Attachment[]
  "Headers"?: MessageHeader[]
  "TemplateArn"?: string
  "TemplateContent"?: EmailTemplateContent
  "TemplateData"?: string
  "TemplateName"?: string
}

export interface Tenant {
  "CreatedTimestamp"?: Date
  "SendingStatus"?: SendingStatus
  "SuppressionAttributes"?: TenantSuppressionAttributes
  "Tags"?: Tag[]
  "TenantArn"?: string
  "TenantId"?: string
  "TenantName"?: string
}

export interface TenantInfo {
  "CreatedTimestamp"?: Date
  "TenantArn"?: string
  "TenantId"?: string
  "TenantName"?: string
}

export interface TenantResource {
  "ResourceArn"?: string
  "ResourceType"?: ResourceType
}

export interface TenantSuppressionAttributes {
  "SuppressedReasons"?: SuppressionListReason[]
  "SuppressionScope"?: SuppressionListScope
}

export interface TestRenderEmailTemplateRequest {
  "TemplateData": string
  "TemplateName": string
}

export interface TestRenderEmailTemplateResponse {
  "RenderedTemplate": string
}

export type TlsPolicy = "REQUIRE" | "OPTIONAL"

export interface TooManyRequestsException {
}

export interface Topic {
  "DefaultSubscriptionStatus": SubscriptionStatus
  "Description"?: string
  "DisplayName": string
  "TopicName": string
}

export interface TopicFilter {
  "TopicName"?: string
  "UseDefaultIfPreferenceUnavailable"?: boolean
}

export interface TopicPreference {
  "SubscriptionStatus": SubscriptionStatus
  "TopicName": string
}

export interface TrackingOptions {
  "CustomRedirectDomain": string
  "HttpsPolicy"?: HttpsPolicy
}

export interface UntagResourceRequest {
  "ResourceArn": string
  "TagKeys": string[]
}

export interface UntagResourceResponse {
}

export interface UpdateConfigurationSetEventDestinationRequest {
  "ConfigurationSetName": string
  "EventDestination": EventDestinationDefinition
  "EventDestinationName": string
}

export interface UpdateConfigurationSetEventDestinationResponse {
}

export interface UpdateContactListRequest {
  "ContactListName": string
  "Description"?: string
  "Topics"?: Topic[]
}

export interface UpdateContactListResponse {
}

export interface UpdateContactRequest {
  "AttributesData"?: string
  "ContactListName": string
  "EmailAddress": string
  "TopicPreferences"?: TopicPreference[]
  "UnsubscribeAll"?: boolean
}

export interface UpdateContactResponse {
}

export interface UpdateCustomVerificationEmailTemplateRequest {
  "FailureRedirectionURL": string
  "FromEmailAddress": string
  "SuccessRedirectionURL": string
  "TemplateContent": string
  "TemplateName": string
  "TemplateSubject": string
}

export interface UpdateCustomVerificationEmailTemplateResponse {
}

export interface UpdateEmailIdentityPolicyRequest {
  "EmailIdentity": string
  "Policy": string
  "PolicyName": string
}

export interface UpdateEmailIdentityPolicyResponse {
}

export interface UpdateEmailTemplateRequest {
  "TemplateContent": EmailTemplateContent
  "TemplateName": string
}

export interface UpdateEmailTemplateResponse {
}

export interface UpdateReputationEntityCustomerManagedStatusRequest {
  "ReputationEntityReference": string
  "ReputationEntityType": ReputationEntityType
  "SendingStatus": SendingStatus
}

export interface UpdateReputationEntityCustomerManagedStatusResponse {
}

export interface UpdateReputationEntityPolicyRequest {
  "ReputationEntityPolicy": string
  "ReputationEntityReference": string
  "ReputationEntityType": ReputationEntityType
}

export interface UpdateReputationEntityPolicyResponse {
}

export interface VdmAttributes {
  "DashboardAttributes"?: DashboardAttributes
  "GuardianAttributes"?: GuardianAttributes
  "VdmEnabled": FeatureStatus
}

export interface VdmOptions {
  "DashboardOptions"?: DashboardOptions
  "GuardianOptions"?: GuardianOptions
}

export type VerificationError = "SERVICE_ERROR" | "DNS_SERVER_ERROR" | "HOST_NOT_FOUND" | "TYPE_NOT_FOUND" | "INVALID_VALUE" | "REPLICATION_ACCESS_DENIED" | "REPLICATION_PRIMARY_NOT_FOUND" | "REPLICATION_PRIMARY_BYO_DKIM_NOT_SUPPORTED" | "REPLICATION_REPLICA_AS_PRIMARY_NOT_SUPPORTED" | "REPLICATION_PRIMARY_INVALID_REGION"

export interface VerificationInfo {
  "ErrorType"?: VerificationError
  "LastCheckedTimestamp"?: Date
  "LastSuccessTimestamp"?: Date
  "SOARecord"?: SOARecord
}

export type VerificationStatus = "PENDING" | "SUCCESS" | "FAILED" | "TEMPORARY_FAILURE" | "NOT_STARTED"

export interface VolumeStatistics {
  "InboxRawCount"?: number
  "ProjectedInbox"?: number
  "ProjectedSpam"?: number
  "SpamRawCount"?: number
}

export type WarmupStatus = "IN_PROGRESS" | "DONE" | "NOT_APPLICABLE"

/** Input and output of every operation that the model knows. */
export interface Operations {
  BatchGetMetricData: { input: BatchGetMetricDataRequest; output: BatchGetMetricDataResponse }
  CancelExportJob: { input: CancelExportJobRequest; output: CancelExportJobResponse }
  CreateConfigurationSet: { input: CreateConfigurationSetRequest; output: CreateConfigurationSetResponse }
  CreateConfigurationSetEventDestination: { input: CreateConfigurationSetEventDestinationRequest; output: CreateConfigurationSetEventDestinationResponse }
  CreateContact: { input: CreateContactRequest; output: CreateContactResponse }
  CreateContactList: { input: CreateContactListRequest; output: CreateContactListResponse }
  CreateCustomVerificationEmailTemplate: { input: CreateCustomVerificationEmailTemplateRequest; output: CreateCustomVerificationEmailTemplateResponse }
  CreateDedicatedIpPool: { input: CreateDedicatedIpPoolRequest; output: CreateDedicatedIpPoolResponse }
  CreateDeliverabilityTestReport: { input: CreateDeliverabilityTestReportRequest; output: CreateDeliverabilityTestReportResponse }
  CreateEmailIdentity: { input: CreateEmailIdentityRequest; output: CreateEmailIdentityResponse }
  CreateEmailIdentityPolicy: { input: CreateEmailIdentityPolicyRequest; output: CreateEmailIdentityPolicyResponse }
  CreateEmailTemplate: { input: CreateEmailTemplateRequest; output: CreateEmailTemplateResponse }
  CreateExportJob: { input: CreateExportJobRequest; output: CreateExportJobResponse }
  CreateImportJob: { input: CreateImportJobRequest; output: CreateImportJobResponse }
  CreateMultiRegionEndpoint: { input: CreateMultiRegionEndpointRequest; output: CreateMultiRegionEndpointResponse }
  CreateTenant: { input: CreateTenantRequest; output: CreateTenantResponse }
  CreateTenantResourceAssociation: { input: CreateTenantResourceAssociationRequest; output: CreateTenantResourceAssociationResponse }
  DeleteConfigurationSet: { input: DeleteConfigurationSetRequest; output: DeleteConfigurationSetResponse }
  DeleteConfigurationSetEventDestination: { input: DeleteConfigurationSetEventDestinationRequest; output: DeleteConfigurationSetEventDestinationResponse }
  DeleteContact: { input: DeleteContactRequest; output: DeleteContactResponse }
  DeleteContactList: { input: DeleteContactListRequest; output: DeleteContactListResponse }
  DeleteCustomVerificationEmailTemplate: { input: DeleteCustomVerificationEmailTemplateRequest; output: DeleteCustomVerificationEmailTemplateResponse }
  DeleteDedicatedIpPool: { input: DeleteDedicatedIpPoolRequest; output: DeleteDedicatedIpPoolResponse }
  DeleteEmailIdentity: { input: DeleteEmailIdentityRequest; output: DeleteEmailIdentityResponse }
  DeleteEmailIdentityPolicy: { input: DeleteEmailIdentityPolicyRequest; output: DeleteEmailIdentityPolicyResponse }
  DeleteEmailTemplate: { input: DeleteEmailTemplateRequest; output: DeleteEmailTemplateResponse }
  DeleteMultiRegionEndpoint: { input: DeleteMultiRegionEndpointRequest; output: DeleteMultiRegionEndpointResponse }
  DeleteSuppressedDestination: { input: DeleteSuppressedDestinationRequest; output: DeleteSuppressedDestinationResponse }
  DeleteTenant: { input: DeleteTenantRequest; output: DeleteTenantResponse }
  DeleteTenantResourceAssociation: { input: DeleteTenantResourceAssociationRequest; output: DeleteTenantResourceAssociationResponse }
  GetAccount: { input: GetAccountRequest; output: GetAccountResponse }
  GetBlacklistReports: { input: GetBlacklistReportsRequest; output: GetBlacklistReportsResponse }
  GetConfigurationSet: { input: GetConfigurationSetRequest; output: GetConfigurationSetResponse }
  GetConfigurationSetEventDestinations: { input: GetConfigurationSetEventDestinationsRequest; output: GetConfigurationSetEventDestinationsResponse }
  GetContact: { input: GetContactRequest; output: GetContactResponse }
  GetContactList: { input: GetContactListRequest; output: GetContactListResponse }
  GetCustomVerificationEmailTemplate: { input: GetCustomVerificationEmailTemplateRequest; output: GetCustomVerificationEmailTemplateResponse }
  GetDedicatedIp: { input: GetDedicatedIpRequest; output: GetDedicatedIpResponse }
  GetDedicatedIpPool: { input: GetDedicatedIpPoolRequest; output: GetDedicatedIpPoolResponse }
  GetDedicatedIps: { input: GetDedicatedIpsRequest; output: GetDedicatedIpsResponse }
  GetDeliverabilityDashboardOptions: { input: GetDeliverabilityDashboardOptionsRequest; output: GetDeliverabilityDashboardOptionsResponse }
  GetDeliverabilityTestReport: { input: GetDeliverabilityTestReportRequest; output: GetDeliverabilityTestReportResponse }
  GetDomainDeliverabilityCampaign: { input: GetDomainDeliverabilityCampaignRequest; output: GetDomainDeliverabilityCampaignResponse }
  GetDomainStatisticsReport: { input: GetDomainStatisticsReportRequest; output: GetDomainStatisticsReportResponse }
  GetEmailAddressInsights: { input: GetEmailAddressInsightsRequest; output: GetEmailAddressInsightsResponse }
  GetEmailIdentity: { input: GetEmailIdentityRequest; output: GetEmailIdentityResponse }
  GetEmailIdentityPolicies: { input: GetEmailIdentityPoliciesRequest; output: GetEmailIdentityPoliciesResponse }
  GetEmailTemplate: { input: GetEmailTemplateRequest; output: GetEmailTemplateResponse }
  GetExportJob: { input: GetExportJobRequest; output: GetExportJobResponse }
  GetImportJob: { input: GetImportJobRequest; output: GetImportJobResponse }
  GetMessageInsights: { input: GetMessageInsightsRequest; output: GetMessageInsightsResponse }
  GetMultiRegionEndpoint: { input: GetMultiRegionEndpointRequest; output: GetMultiRegionEndpointResponse }
  GetReputationEntity: { input: GetReputationEntityRequest; output: GetReputationEntityResponse }
  GetSuppressedDestination: { input: GetSuppressedDestinationRequest; output: GetSuppressedDestinationResponse }
  GetTenant: { input: GetTenantRequest; output: GetTenantResponse }
  ListConfigurationSets: { input: ListConfigurationSetsRequest; output: ListConfigurationSetsResponse }
  ListContactLists: { input: ListContactListsRequest; output: ListContactListsResponse }
  ListContacts: { input: ListContactsRequest; output: ListContactsResponse }
  ListCustomVerificationEmailTemplates: { input: ListCustomVerificationEmailTemplatesRequest; output: ListCustomVerificationEmailTemplatesResponse }
  ListDedicatedIpPools: { input: ListDedicatedIpPoolsRequest; output: ListDedicatedIpPoolsResponse }
  ListDeliverabilityTestReports: { input: ListDeliverabilityTestReportsRequest; output: ListDeliverabilityTestReportsResponse }
  ListDomainDeliverabilityCampaigns: { input: ListDomainDeliverabilityCampaignsRequest; output: ListDomainDeliverabilityCampaignsResponse }
  ListEmailIdentities: { input: ListEmailIdentitiesRequest; output: ListEmailIdentitiesResponse }
  ListEmailTemplates: { input: ListEmailTemplatesRequest; output: ListEmailTemplatesResponse }
  ListExportJobs: { input: ListExportJobsRequest; output: ListExportJobsResponse }
  ListImportJobs: { input: ListImportJobsRequest; output: ListImportJobsResponse }
  ListMultiRegionEndpoints: { input: ListMultiRegionEndpointsRequest; output: ListMultiRegionEndpointsResponse }
  ListRecommendations: { input: ListRecommendationsRequest; output: ListRecommendationsResponse }
  ListReputationEntities: { input: ListReputationEntitiesRequest; output: ListReputationEntitiesResponse }
  ListResourceTenants: { input: ListResourceTenantsRequest; output: ListResourceTenantsResponse }
  ListSuppressedDestinations: { input: ListSuppressedDestinationsRequest; output: ListSuppressedDestinationsResponse }
  ListTagsForResource: { input: ListTagsForResourceRequest; output: ListTagsForResourceResponse }
  ListTenantResources: { input: ListTenantResourcesRequest; output: ListTenantResourcesResponse }
  ListTenants: { input: ListTenantsRequest; output: ListTenantsResponse }
  PutAccountDedicatedIpWarmupAttributes: { input: PutAccountDedicatedIpWarmupAttributesRequest; output: PutAccountDedicatedIpWarmupAttributesResponse }
  PutAccountDetails: { input: PutAccountDetailsRequest; output: PutAccountDetailsResponse }
  PutAccountPricingAttributes: { input: PutAccountPricingAttributesRequest; output: PutAccountPricingAttributesResponse }
  PutAccountSendingAttributes: { input: PutAccountSendingAttributesRequest; output: PutAccountSendingAttributesResponse }
  PutAccountSuppressionAttributes: { input: PutAccountSuppressionAttributesRequest; output: PutAccountSuppressionAttributesResponse }
  PutAccountVdmAttributes: { input: PutAccountVdmAttributesRequest; output: PutAccountVdmAttributesResponse }
  PutConfigurationSetArchivingOptions: { input: PutConfigurationSetArchivingOptionsRequest; output: PutConfigurationSetArchivingOptionsResponse }
  PutConfigurationSetDeliveryOptions: { input: PutConfigurationSetDeliveryOptionsRequest; output: PutConfigurationSetDeliveryOptionsResponse }
  PutConfigurationSetReputationOptions: { input: PutConfigurationSetReputationOptionsRequest; output: PutConfigurationSetReputationOptionsResponse }
  PutConfigurationSetSendingOptions: { input: PutConfigurationSetSendingOptionsRequest; output: PutConfigurationSetSendingOptionsResponse }
  PutConfigurationSetSuppressionOptions: { input: PutConfigurationSetSuppressionOptionsRequest; output: PutConfigurationSetSuppressionOptionsResponse }
  PutConfigurationSetTrackingOptions: { input: PutConfigurationSetTrackingOptionsRequest; output: PutConfigurationSetTrackingOptionsResponse }
  PutConfigurationSetVdmOptions: { input: PutConfigurationSetVdmOptionsRequest; output: PutConfigurationSetVdmOptionsResponse }
  PutDedicatedIpInPool: { input: PutDedicatedIpInPoolRequest; output: PutDedicatedIpInPoolResponse }
  PutDedicatedIpPoolScalingAttributes: { input: PutDedicatedIpPoolScalingAttributesRequest; output: PutDedicatedIpPoolScalingAttributesResponse }
  PutDedicatedIpWarmupAttributes: { input: PutDedicatedIpWarmupAttributesRequest; output: PutDedicatedIpWarmupAttributesResponse }
  PutDeliverabilityDashboardOption: { input: PutDeliverabilityDashboardOptionRequest; output: PutDeliverabilityDashboardOptionResponse }
  PutEmailIdentityConfigurationSetAttributes: { input: PutEmailIdentityConfigurationSetAttributesRequest; output: PutEmailIdentityConfigurationSetAttributesResponse }
  PutEmailIdentityDkimAttributes: { input: PutEmailIdentityDkimAttributesRequest; output: PutEmailIdentityDkimAttributesResponse }
  PutEmailIdentityDkimSigningAttributes: { input: PutEmailIdentityDkimSigningAttributesRequest; output: PutEmailIdentityDkimSigningAttributesResponse }
  PutEmailIdentityFeedbackAttributes: { input: PutEmailIdentityFeedbackAttributesRequest; output: PutEmailIdentityFeedbackAttributesResponse }
  PutEmailIdentityMailFromAttributes: { input: PutEmailIdentityMailFromAttributesRequest; output: PutEmailIdentityMailFromAttributesResponse }
  PutSuppressedDestination: { input: PutSuppressedDestinationRequest; output: PutSuppressedDestinationResponse }
  PutTenantSuppressionAttributes: { input: PutTenantSuppressionAttributesRequest; output: PutTenantSuppressionAttributesResponse }
  SendBulkEmail: { input: SendBulkEmailRequest; output: SendBulkEmailResponse }
  SendCustomVerificationEmail: { input: SendCustomVerificationEmailRequest; output: SendCustomVerificationEmailResponse }
  SendEmail: { input: SendEmailRequest; output: SendEmailResponse }
  TagResource: { input: TagResourceRequest; output: TagResourceResponse }
  TestRenderEmailTemplate: { input: TestRenderEmailTemplateRequest; output: TestRenderEmailTemplateResponse }
  UntagResource: { input: UntagResourceRequest; output: UntagResourceResponse }
  UpdateConfigurationSetEventDestination: { input: UpdateConfigurationSetEventDestinationRequest; output: UpdateConfigurationSetEventDestinationResponse }
  UpdateContact: { input: UpdateContactRequest; output: UpdateContactResponse }
  UpdateContactList: { input: UpdateContactListRequest; output: UpdateContactListResponse }
  UpdateCustomVerificationEmailTemplate: { input: UpdateCustomVerificationEmailTemplateRequest; output: UpdateCustomVerificationEmailTemplateResponse }
  UpdateEmailIdentityPolicy: { input: UpdateEmailIdentityPolicyRequest; output: UpdateEmailIdentityPolicyResponse }
  UpdateEmailTemplate: { input: UpdateEmailTemplateRequest; output: UpdateEmailTemplateResponse }
  UpdateReputationEntityCustomerManagedStatus: { input: UpdateReputationEntityCustomerManagedStatusRequest; output: UpdateReputationEntityCustomerManagedStatusResponse }
  UpdateReputationEntityPolicy: { input: UpdateReputationEntityPolicyRequest; output: UpdateReputationEntityPolicyResponse }
}
