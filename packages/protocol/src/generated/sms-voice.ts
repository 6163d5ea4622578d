// Generated from the model of Amazon Pinpoint SMS Voice V2 2022-03-31 by scripts/generate-protocol.ts.

export interface AccessDeniedException {
  "Message"?: string
  "Reason"?: AccessDeniedExceptionReason
}

export type AccessDeniedExceptionReason = "INSUFFICIENT_ACCOUNT_REPUTATION" | "ACCOUNT_DISABLED"

export interface AccountAttribute {
  "Name": AccountAttributeName
  "Value": string
}

export type AccountAttributeName = "ACCOUNT_TIER" | "DEFAULT_PROTECT_CONFIGURATION_ID"

export interface AccountLimit {
  "Max": number
  "Name": AccountLimitName
  "Used": number
}

export type AccountLimitName = "PHONE_NUMBERS" | "POOLS" | "CONFIGURATION_SETS" | "OPT_OUT_LISTS" | "SENDER_IDS" | "REGISTRATIONS" | "REGISTRATION_ATTACHMENTS" | "VERIFIED_DESTINATION_NUMBERS"

export interface AssociateOriginationIdentityRequest {
  "ClientToken"?: string
  "IsoCountryCode"?: string
  "OriginationIdentity": string
  "PoolId": string
}

export interface AssociateOriginationIdentityResult {
  "IsoCountryCode"?: string
  "OriginationIdentity"?: string
  "OriginationIdentityArn"?: string
  "PoolArn"?: string
  "PoolId"?: string
}

export interface AssociateProtectConfigurationRequest {
  "ConfigurationSetName": string
  "ProtectConfigurationId": string
}

export interface AssociateProtectConfigurationResult {
  "ConfigurationSetArn": string
  "ConfigurationSetName": string
  "ProtectConfigurationArn": string
  "ProtectConfigurationId": string
}

export type AttachmentStatus = "UPLOAD_IN_PROGRESS" | "UPLOAD_COMPLETE" | "UPLOAD_FAILED" | "DELETED"

export type AttachmentUploadErrorReason = "INTERNAL_ERROR"

export interface CarrierLookupRequest {
  "PhoneNumber": string
}

export interface CarrierLookupResult {
  "Carrier"?: string
  "Country"?: string
  "DialingCountryCode"?: string
  "E164PhoneNumber": string
  "IsoCountryCode"?: string
  "MCC"?: string
  "MNC"?: string
  "PhoneNumberType": PhoneNumberType
}

export type CarrierStatus = "PENDING" | "ACTIVE" | "REJECTED"

export interface CarrierStatusInformation {
  "CarrierName": string
  "Status": CarrierStatus
}

export interface CloudWatchLogsDestination {
  "IamRoleArn": string
  "LogGroupArn": string
}

export interface ConfigurationSetFilter {
  "Name": ConfigurationSetFilterName
  "Values": string[]
}

export type ConfigurationSetFilterName = "event-destination-name" | "matching-event-types" | "default-message-type" | "default-sender-id" | "default-message-feedback-enabled" | "protect-configuration-id"

export interface ConfigurationSetInformation {
  "ConfigurationSetArn": string
  "ConfigurationSetName": string
  "CreatedTimestamp": Date
  "DefaultMessageFeedbackEnabled"?: boolean
  "DefaultMessageType"?: MessageType
  "DefaultSenderId"?: string
  "EventDestinations": EventDestination[]
  "ProtectConfigurationId"?: string
}

export interface ConflictException {
  "Message"?: string
  "Reason"?: ConflictExceptionReason
  "ResourceId"?: string
  "ResourceType"?: ResourceType
}

export type ConflictExceptionReason = "CREATE_REGISTRATION_VERSION_NOT_ALLOWED" | "DELETION_PROTECTION_ENABLED" | "DESTINATION_PHONE_NUMBER_NOT_VERIFIED" | "DESTINATION_PHONE_NUMBER_OPTED_OUT" | "DISASSOCIATE_REGISTRATION_NOT_ALLOWED" | "DISCARD_REGISTRATION_VERSION_NOT_ALLOWED" | "EDIT_REGISTRATION_FIELD_VALUES_NOT_ALLOWED" | "EVENT_DESTINATION_MISMATCH" | "KEYWORD_MISMATCH" | "LAST_PHONE_NUMBER" | "NUMBER_CAPABILITIES_MISMATCH" | "MESSAGE_TYPE_MISMATCH" | "NO_ORIGINATION_IDENTITIES_FOUND" | "OPT_OUT_LIST_MISMATCH" | "PHONE_NUMBER_ASSOCIATED_TO_POOL" | "PHONE_NUMBER_ASSOCIATED_TO_REGISTRATION" | "PHONE_NUMBER_NOT_ASSOCIATED_TO_POOL" | "PHONE_NUMBER_NOT_IN_REGISTRATION_REGION" | "REGISTRATION_ALREADY_SUBMITTED" | "REGISTRATION_NOT_COMPLETE" | "RESOURCE_ALREADY_ASSOCIATED" | "SENDER_ID_ASSOCIATED_TO_POOL" | "RCS_AGENT_ASSOCIATED_TO_POOL" | "POOL_ASSOCIATED_TO_NOTIFY_CONFIGURATION" | "RESOURCE_ALREADY_EXISTS" | "RESOURCE_DELETION_NOT_ALLOWED" | "RESOURCE_MODIFICATION_NOT_ALLOWED" | "RESOURCE_NOT_ACTIVE" | "RESOURCE_NOT_EMPTY" | "SELF_MANAGED_OPT_OUTS_MISMATCH" | "SUBMIT_REGISTRATION_VERSION_NOT_ALLOWED" | "TWO_WAY_CONFIG_MISMATCH" | "VERIFICATION_CODE_EXPIRED" | "VERIFICATION_ALREADY_COMPLETE" | "PROTECT_CONFIGURATION_IS_ACCOUNT_DEFAULT" | "PROTECT_CONFIGURATION_ASSOCIATED_WITH_CONFIGURATION_SET" | "PROTECT_CONFIGURATION_NOT_ASSOCIATED_WITH_CONFIGURATION_SET" | "DESTINATION_COUNTRY_BLOCKED_BY_PROTECT_CONFIGURATION" | "DESTINATION_PHONE_NUMBER_BLOCKED_BY_PROTECT_NUMBER_OVERRIDE" | "RCS_AGENT_ALREADY_ASSOCIATED_TO_REGISTRATION_TYPE" | "NOTIFY_CONFIGURATION_NOT_ACTIVE"

export type CountryLaunchStatus = "CREATED" | "PENDING" | "PARTIAL" | "ACTIVE" | "REJECTED"

export interface CountryLaunchStatusFilter {
  "Name": CountryLaunchStatusFilterName
  "Values": string[]
}

export type CountryLaunchStatusFilterName = "country-launch-status"

export interface CountryLaunchStatusInformation {
  "CarrierStatus": CarrierStatusInformation[]
  "IsoCountryCode": string
  "RcsPlatformId"?: string
  "RegistrationId": string
  "Status": CountryLaunchStatus
}

export interface CreateConfigurationSetRequest {
  "ClientToken"?: string
  "ConfigurationSetName": string
  "Tags"?: Tag[]
}

export interface CreateConfigurationSetResult {
  "ConfigurationSetArn"?: string
  "ConfigurationSetName"?: string
  "CreatedTimestamp"?: Date
  "Tags"?: Tag[]
}

export interface CreateEventDestinationRequest {
  "ClientToken"?: string
  "CloudWatchLogsDestination"?: CloudWatchLogsDestination
  "ConfigurationSetName": string
  "EventDestinationName": string
  "KinesisFirehoseDestination"?: KinesisFirehoseDestination
  "MatchingEventTypes": EventType[]
  "SnsDestination"?: SnsDestination
}

export interface CreateEventDestinationResult {
  "ConfigurationSetArn"?: string
  "ConfigurationSetName"?: string
  "EventDestination"?: EventDestination
}

export interface CreateNotifyConfigurationRequest {
  "ClientToken"?: string
  "DefaultTemplateId"?: string
  "DeletionProtectionEnabled"?: boolean
  "DisplayName": string
  "EnabledChannels": NumberCapability[]
  "EnabledCountries"?: string[]
  "PoolId"?: string
  "Tags"?: Tag[]
  "UseCase": NotifyConfigurationUseCase
}

export interface CreateNotifyConfigurationResult {
  "CreatedTimestamp": Date
  "DefaultTemplateId"?: string
  "DeletionProtectionEnabled": boolean
  "DisplayName": string
  "EnabledChannels": NumberCapability[]
  "EnabledCountries"?: string[]
  "NotifyConfigurationArn": string
  "NotifyConfigurationId": string
  "PoolId"?: string
  "RejectionReason"?: string
  "Status": NotifyConfigurationStatus
  "Tags"?: Tag[]
  "Tier": NotifyConfigurationTier
  "TierUpgradeStatus": TierUpgradeStatus
  "UseCase": NotifyConfigurationUseCase
}

export interface CreateOptOutListRequest {
  "ClientToken"?: string
  "OptOutListName": string
  "Tags"?: Tag[]
}

export interface CreateOptOutListResult {
  "CreatedTimestamp"?: Date
  "OptOutListArn"?: string
  "OptOutListName"?: string
  "Tags"?: Tag[]
}

export interface CreatePoolRequest {
  "ClientToken"?: string
  "DeletionProtectionEnabled"?: boolean
  "IsoCountryCode"?: string
  "MessageType": MessageType
  "OriginationIdentity": string
  "Tags"?: Tag[]
}

export interface CreatePoolResult {
  "CreatedTimestamp"?: Date
  "DeletionProtectionEnabled"?: boolean
  "MessageType"?: MessageType
  "OptOutListName"?: string
  "PoolArn"?: string
  "PoolId"?: string
  "SelfManagedOptOutsEnabled"?: boolean
  "SharedRoutesEnabled"?: boolean
  "Status"?: PoolStatus
  "Tags"?: Tag[]
  "TwoWayChannelArn"?: string
  "TwoWayChannelRole"?: string
  "TwoWayEnabled"?: boolean
}

export interface CreateProtectConfigurationRequest {
  "ClientToken"?: string
  "DeletionProtectionEnabled"?: boolean
  "Tags"?: Tag[]
}

export interface CreateProtectConfigurationResult {
  "AccountDefault": boolean
  "CreatedTimestamp": Date
  "DeletionProtectionEnabled": boolean
  "ProtectConfigurationArn": string
  "ProtectConfigurationId": string
  "Tags"?: Tag[]
}

export interface CreateRcsAgentRequest {
  "ClientToken"?: string
  "DeletionProtectionEnabled"?: boolean
  "OptOutListName"?: string
  "Tags"?: Tag[]
}

export interface CreateRcsAgentResult {
  "CreatedTimestamp": Date
  "DeletionProtectionEnabled": boolean
  "OptOutListName"?: string
  "RcsAgentArn": string
  "RcsAgentId": string
  "SelfManagedOptOutsEnabled": boolean
  "Status": RcsAgentStatus
  "Tags"?: Tag[]
  "TwoWayChannelArn"?: string
  "TwoWayChannelRole"?: string
  "TwoWayEnabled": boolean
  "TwoWayMediaS3BucketName"?: string
  "TwoWayMediaS3KeyPrefix"?: string
  "TwoWayMediaS3Role"?: string
  "TwoWayRcsEventsEnabled"?: string[]
}

export interface CreateRegistrationAssociationRequest {
  "RegistrationId": string
  "ResourceId": string
}

export interface CreateRegistrationAssociationResult {
  "IsoCountryCode"?: string
  "PhoneNumber"?: string
  "RegistrationArn": string
  "RegistrationId": string
  "RegistrationType": string
  "ResourceArn": string
  "ResourceId": string
  "ResourceType": string
}

export interface CreateRegistrationAttachmentRequest {
  "AttachmentBody"?: Uint8Array
  "AttachmentUrl"?: string
  "ClientToken"?: string
  "Tags"?: Tag[]
}

export interface CreateRegistrationAttachmentResult {
  "AttachmentStatus": AttachmentStatus
  "CreatedTimestamp": Date
  "RegistrationAttachmentArn": string
  "RegistrationAttachmentId": string
  "Tags"?: Tag[]
}

export interface CreateRegistrationRequest {
  "ClientToken"?: string
  "RegistrationType": string
  "Tags"?: Tag[]
}

export interface CreateRegistrationResult {
  "AdditionalAttributes"?: Record<string, string>
  "CreatedTimestamp": Date
  "CurrentVersionNumber": number
  "RegistrationArn": string
  "RegistrationId": string
  "RegistrationStatus": RegistrationStatus
  "RegistrationType": string
  "Tags"?: Tag[]
}

export interface CreateRegistrationVersionRequest {
  "RegistrationId": string
}

export interface CreateRegistrationVersionResult {
  "RegistrationArn": string
  "RegistrationId": string
  "RegistrationVersionStatus": RegistrationVersionStatus
  "RegistrationVersionStatusHistory": RegistrationVersionStatusHistory
  "VersionNumber": number
}

export interface CreateVerifiedDestinationNumberRequest {
  "ClientToken"?: string
  "DestinationPhoneNumber": string
  "RcsAgentId"?: string
  "Tags"?: Tag[]
}

export interface CreateVerifiedDestinationNumberResult {
  "CreatedTimestamp": Date
  "DestinationPhoneNumber": string
  "RcsAgentId"?: string
  "Status": VerificationStatus
  "Tags"?: Tag[]
  "VerifiedDestinationNumberArn": string
  "VerifiedDestinationNumberId": string
}

export interface DeleteAccountDefaultProtectConfigurationRequest {
}

export interface DeleteAccountDefaultProtectConfigurationResult {
  "DefaultProtectConfigurationArn": string
  "DefaultProtectConfigurationId": string
}

export interface DeleteConfigurationSetRequest {
  "ConfigurationSetName": string
}

export interface DeleteConfigurationSetResult {
  "ConfigurationSetArn"?: string
  "ConfigurationSetName"?: string
  "CreatedTimestamp"?: Date
  "DefaultMessageFeedbackEnabled"?: boolean
  "DefaultMessageType"?: MessageType
  "DefaultSenderId"?: string
  "EventDestinations"?: EventDestination[]
}

export interface DeleteDefaultMessageTypeRequest {
  "ConfigurationSetName": string
}

export interface DeleteDefaultMessageTypeResult {
  "ConfigurationSetArn"?: string
  "ConfigurationSetName"?: string
  "MessageType"?: MessageType
}

export interface DeleteDefaultSenderIdRequest {
  "ConfigurationSetName": string
}

export interface DeleteDefaultSenderIdResult {
  "ConfigurationSetArn"?: string
  "ConfigurationSetName"?: string
  "SenderId"?: string
}

export interface DeleteEventDestinationRequest {
  "ConfigurationSetName": string
  "EventDestinationName": string
}

export interface DeleteEventDestinationResult {
  "ConfigurationSetArn"?: string
  "ConfigurationSetName"?: string
  "EventDestination"?: EventDestination
}

export interface DeleteKeywordRequest {
  "Keyword": string
  "OriginationIdentity": string
}

export interface DeleteKeywordResult {
  "Keyword"?: string
  "KeywordAction"?: KeywordAction
  "KeywordMessage"?: string
  "OriginationIdentity"?: string
  "OriginationIdentityArn"?: string
}

export interface DeleteMediaMessageSpendLimitOverrideRequest {
}

export interface DeleteMediaMessageSpendLimitOverrideResult {
  "MonthlyLimit"?: number
}

export interface DeleteNotifyConfigurationRequest {
  "NotifyConfigurationId": string
}

export interface DeleteNotifyConfigurationResult {
  "CreatedTimestamp": Date
  "DefaultTemplateId"?: string
  "DeletionProtectionEnabled": boolean
  "DisplayName": string
  "EnabledChannels": NumberCapability[]
  "EnabledCountries"?: string[]
  "NotifyConfigurationArn": string
  "NotifyConfigurationId": string
  "PoolId"?: string
  "RejectionReason"?: string
  "Status": NotifyConfigurationStatus
  "Tier": NotifyConfigurationTier
  "TierUpgradeStatus": TierUpgradeStatus
  "UseCase": NotifyConfigurationUseCase
}

export interface DeleteNotifyMessageSpendLimitOverrideRequest {
}

export interface DeleteNotifyMessageSpendLimitOverrideResult {
  "MonthlyLimit"?: number
}

export interface DeleteOptOutListRequest {
  "OptOutListName": string
}

export interface DeleteOptOutListResult {
  "CreatedTimestamp"?: Date
  "OptOutListArn"?: string
  "OptOutListName"?: string
}

export interface DeleteOptedOutNumberRequest {
  "OptOutListName": string
  "OptedOutNumber": string
}

export interface DeleteOptedOutNumberResult {
  "EndUserOptedOut"?: boolean
  "OptOutListArn"?: string
  "OptOutListName"?: string
  "OptedOutNumber"?: string
  "OptedOutTimestamp"?: Date
}

export interface DeletePoolRequest {
  "PoolId": string
}

export interface DeletePoolResult {
  "CreatedTimestamp"?: Date
  "MessageType"?: MessageType
  "OptOutListName"?: string
  "PoolArn"?: string
  "PoolId"?: string
  "SelfManagedOptOutsEnabled"?: boolean
  "SharedRoutesEnabled"?: boolean
  "Status"?: PoolStatus
  "TwoWayChannelArn"?: string
  "TwoWayChannelRole"?: string
  "TwoWayEnabled"?: boolean
}

export interface DeleteProtectConfigurationRequest {
  "ProtectConfigurationId": string
}

export interface DeleteProtectConfigurationResult {
  "AccountDefault": boolean
  "CreatedTimestamp": Date
  "DeletionProtectionEnabled": boolean
  "ProtectConfigurationArn": string
  "ProtectConfigurationId": string
}

export interface DeleteProtectConfigurationRuleSetNumberOverrideRequest {
  "DestinationPhoneNumber": string
  "ProtectConfigurationId": string
}

export interface DeleteProtectConfigurationRuleSetNumberOverrideResult {
  "Action": ProtectConfigurationRuleOverrideAction
  "CreatedTimestamp": Date
  "DestinationPhoneNumber": string
  "ExpirationTimestamp"?: Date
  "IsoCountryCode"?: string
  "ProtectConfigurationArn": string
  "ProtectConfigurationId": string
}

export interface DeleteRcsAgentRequest {
  "RcsAgentId": string
}

export interface DeleteRcsAgentResult {
  "CreatedTimestamp": Date
  "DeletionProtectionEnabled": boolean
  "OptOutListName"?: string
  "RcsAgentArn": string
  "RcsAgentId": string
  "SelfManagedOptOutsEnabled": boolean
  "Status": RcsAgentStatus
  "TwoWayChannelArn"?: string
  "TwoWayChannelRole"?: string
  "TwoWayEnabled": boolean
  "TwoWayRcsEventsEnabled"?: string[]
}

export interface DeleteRcsMessageSpendLimitOverrideRequest {
}

export interface DeleteRcsMessageSpendLimitOverrideResult {
  "MonthlyLimit"?: number
}

export interface DeleteRegistrationAttachmentRequest {
  "RegistrationAttachmentId": string
}

export interface DeleteRegistrationAttachmentResult {
  "AttachmentStatus": AttachmentStatus
  "AttachmentUploadErrorReason"?: AttachmentUploadErrorReason
  "CreatedTimestamp": Date
  "RegistrationAttachmentArn": string
  "RegistrationAttachmentId": string
}

export interface DeleteRegistrationFieldValueRequest {
  "FieldPath": string
  "RegistrationId": string
}

export interface DeleteRegistrationFieldValueResult {
  "FieldPath": string
  "RegistrationArn": string
  "RegistrationAttachmentId"?: string
  "RegistrationId": string
  "SelectChoices"?: string[]
  "TextValue"?: string
  "VersionNumber": number
}

export interface DeleteRegistrationRequest {
  "RegistrationId": string
}

export interface DeleteRegistrationResult {
  "AdditionalAttributes"?: Record<string, string>
  "ApprovedVersionNumber"?: number
  "CreatedTimestamp": Date
  "CurrentVersionNumber": number
  "LatestDeniedVersionNumber"?: number
  "RegistrationArn": string
  "RegistrationId": string
  "RegistrationStatus": RegistrationStatus
  "RegistrationType": string
}

export interface DeleteResourcePolicyRequest {
  "ResourceArn": string
}

export interface DeleteResourcePolicyResult {
  "CreatedTimestamp"?: Date
  "Policy"?: string
  "ResourceArn"?: string
}

export interface DeleteTextMessageSpendLimitOverrideRequest {
}

export interface DeleteTextMessageSpendLimitOverrideResult {
  "MonthlyLimit"?: number
}

export interface DeleteVerifiedDestinationNumberRequest {
  "VerifiedDestinationNumberId": string
}

export interface DeleteVerifiedDestinationNumberResult {
  "CreatedTimestamp": Date
  "DestinationPhoneNumber": string
  "VerifiedDestinationNumberArn": string
  "VerifiedDestinationNumberId": string
}

export interface DeleteVoiceMessageSpendLimitOverrideRequest {
}

export interface DeleteVoiceMessageSpendLimitOverrideResult {
  "MonthlyLimit"?: number
}

export interface DescribeAccountAttributesRequest {
  "MaxResults"?: number
  "NextToken"?: string
}

export interface DescribeAccountAttributesResult {
  "AccountAttributes"?: AccountAttribute[]
  "NextToken"?: string
}

export interface DescribeAccountLimitsRequest {
  "MaxResults"?: number
  "NextToken"?: string
}

export interface DescribeAccountLimitsResult {
  "AccountLimits"?: AccountLimit[]
  "NextToken"?: string
}

export interface DescribeConfigurationSetsRequest {
  "ConfigurationSetNames"?: string[]
  "Filters"?: ConfigurationSetFilter[]
  "MaxResults"?: number
  "NextToken"?: string
}

export interface DescribeConfigurationSetsResult {
  "ConfigurationSets"?: ConfigurationSetInformation[]
  "NextToken"?: string
}

export interface DescribeKeywordsRequest {
  "Filters"?: KeywordFilter[]
  "Keywords"?: string[]
  "MaxResults"?: number
  "NextToken"?: string
  "OriginationIdentity": string
}

export interface DescribeKeywordsResult {
  "Keywords"?: KeywordInformation[]
  "NextToken"?: string
  "OriginationIdentity"?: string
  "OriginationIdentityArn"?: string
}

export interface DescribeNotifyConfigurationsRequest {
  "Filters"?: NotifyConfigurationFilter[]
  "MaxResults"?: number
  "NextToken"?: string
  "NotifyConfigurationIds"?: string[]
}

export interface DescribeNotifyConfigurationsResult {
  "NextToken"?: string
  "NotifyConfigurations"?: NotifyConfigurationInformation[]
}

export interface DescribeNotifyTemplatesRequest {
  "Filters"?: NotifyTemplateFilter[]
  "MaxResults"?: number
  "NextToken"?: string
  "TemplateIds"?: string[]
}

export interface DescribeNotifyTemplatesResult {
  "NextToken"?: string
  "NotifyTemplates"?: NotifyTemplateInformation[]
}

export interface DescribeOptOutListsRequest {
  "MaxResults"?: number
  "NextToken"?: string
  "OptOutListNames"?: string[]
  "Owner"?: Owner
}

export interface DescribeOptOutListsResult {
  "NextToken"?: string
  "OptOutLists"?: OptOutListInformation[]
}

export interface DescribeOptedOutNumbersRequest {
  "Filters"?: OptedOutFilter[]
  "MaxResults"?: number
  "NextToken"?: string
  "OptOutListName": string
  "OptedOutNumbers"?: string[]
}

export interface DescribeOptedOutNumbersResult {
  "NextToken"?: string
  "OptOutListArn"?: string
  "OptOutListName"?: string
  "OptedOutNumbers"?: OptedOutNumberInformation[]
}

export interface DescribePhoneNumbersRequest {
  "Filters"?: PhoneNumberFilter[]
  "MaxResults"?: number
  "NextToken"?: string
  "Owner"?: Owner
  "PhoneNumberIds"?: string[]
}

export interface DescribePhoneNumbersResult {
  "NextToken"?: string
  "PhoneNumbers"?: PhoneNumberInformation[]
}

export interface DescribePoolsRequest {
  "Filters"?: PoolFilter[]
  "MaxResults"?: number
  "NextToken"?: string
  "Owner"?: Owner
  "PoolIds"?: string[]
}

export interface DescribePoolsResult {
  "NextToken"?: string
  "Pools"?: PoolInformation[]
}

export interface DescribeProtectConfigurationsRequest {
  "Filters"?: ProtectConfigurationFilter[]
  "MaxResults"?: number
  "NextToken"?: string
  "ProtectConfigurationIds"?: string[]
}

export interface DescribeProtectConfigurationsResult {
  "NextToken"?: string
  "ProtectConfigurations"?: ProtectConfigurationInformation[]
}

export interface DescribeRcsAgentCountryLaunchStatusRequest {
  "Filters"?: CountryLaunchStatusFilter[]
  "IsoCountryCodes"?: string[]
  "MaxResults"?: number
  "NextToken"?: string
  "RcsAgentId": string
}

export interface DescribeRcsAgentCountryLaunchStatusResult {
  "CountryLaunchStatus"?: CountryLaunchStatusInformation[]
  "NextToken"?: string
  "RcsAgentArn": string
  "RcsAgentId": string
}

export interface DescribeRcsAgentsRequest {
  "Filters"?: RcsAgentFilter[]
  "MaxResults"?: number
  "NextToken"?: string
  "Owner"?: Owner
  "RcsAgentIds"?: string[]
}

export interface DescribeRcsAgentsResult {
  "NextToken"?: string
  "RcsAgents"?: RcsAgentInformation[]
}

export interface DescribeRegistrationAttachmentsRequest {
  "Filters"?: RegistrationAttachmentFilter[]
  "MaxResults"?: number
  "NextToken"?: string
  "RegistrationAttachmentIds"?: string[]
}

export interface DescribeRegistrationAttachmentsResult {
  "NextToken"?: string
  "RegistrationAttachments": RegistrationAttachmentsInformation[]
}

export interface DescribeRegistrationFieldDefinitionsRequest {
  "FieldPaths"?: string[]
  "MaxResults"?: number
  "NextToken"?: string
  "RegistrationType": string
  "SectionPath"?: string
}

export interface DescribeRegistrationFieldDefinitionsResult {
  "NextToken"?: string
  "RegistrationFieldDefinitions": RegistrationFieldDefinition[]
  "RegistrationType": string
}

export interface DescribeRegistrationFieldValuesRequest {
  "FieldPaths"?: string[]
  "MaxResults"?: number
  "NextToken"?: string
  "RegistrationId": string
  "SectionPath"?: string
  "VersionNumber"?: number
}

export interface DescribeRegistrationFieldValuesResult {
  "NextToken"?: string
  "RegistrationArn": string
  "RegistrationFieldValues": RegistrationFieldValueInformation[]
  "RegistrationId": string
  "VersionNumber": number
}

export interface DescribeRegistrationSectionDefinitionsRequest {
  "MaxResults"?: number
  "NextToken"?: string
  "RegistrationType": string
  "SectionPaths"?: string[]
}

export interface DescribeRegistrationSectionDefinitionsResult {
  "NextToken"?: string
  "RegistrationSectionDefinitions": RegistrationSectionDefinition[]
  "RegistrationType": string
}

export interface DescribeRegistrationTypeDefinitionsRequest {
  "Filters"?: RegistrationTypeFilter[]
  "MaxResults"?: number
  "NextToken"?: string
  "RegistrationTypes"?: string[]
}

export interface DescribeRegistrationTypeDefinitionsResult {
  "NextToken"?: string
  "RegistrationTypeDefinitions": RegistrationTypeDefinition[]
}

export interface DescribeRegistrationVersionsRequest {
  "Filters"?: RegistrationVersionFilter[]
  "MaxResults"?: number
  "NextToken"?: string
  "RegistrationId": string
  "VersionNumbers"?: number[]
}

export interface DescribeRegistrationVersionsResult {
  "NextToken"?: string
  "RegistrationArn": string
  "RegistrationId": string
  "RegistrationVersions": RegistrationVersionInformation[]
}

export interface DescribeRegistrationsRequest {
  "Filters"?: RegistrationFilter[]
  "MaxResults"?: number
  "NextToken"?: string
  "RegistrationIds"?: string[]
}

export interface DescribeRegistrationsResult {
  "NextToken"?: string
  "Registrations": RegistrationInformation[]
}

export interface DescribeSenderIdsRequest {
  "Filters"?: SenderIdFilter[]
  "MaxResults"?: number
  "NextToken"?: string
  "Owner"?: Owner
  "SenderIds"?: SenderIdAndCountry[]
}

export interface DescribeSenderIdsResult {
  "NextToken"?: string
  "SenderIds"?: SenderIdInformation[]
}

export interface DescribeSpendLimitsRequest {
  "MaxResults"?: number
  "NextToken"?: string
}

export interface DescribeSpendLimitsResult {
  "NextToken"?: string
  "SpendLimits"?: SpendLimit[]
}

export interface DescribeVerifiedDestinationNumbersRequest {
  "DestinationPhoneNumbers"?: string[]
  "Filters"?: VerifiedDestinationNumberFilter[]
  "MaxResults"?: number
  "NextToken"?: string
  "VerifiedDestinationNumberIds"?: string[]
}

export interface DescribeVerifiedDestinationNumbersResult {
  "NextToken"?: string
  "VerifiedDestinationNumbers": VerifiedDestinationNumberInformation[]
}

export type DestinationCountryParameterKey = "IN_TEMPLATE_ID" | "IN_ENTITY_ID"

export interface DisassociateOriginationIdentityRequest {
  "ClientToken"?: string
  "IsoCountryCode"?: string
  "OriginationIdentity": string
  "PoolId": string
}

export interface DisassociateOriginationIdentityResult {
  "IsoCountryCode"?: string
  "OriginationIdentity"?: string
  "OriginationIdentityArn"?: string
  "PoolArn"?: string
  "PoolId"?: string
}

export interface DisassociateProtectConfigurationRequest {
  "ConfigurationSetName": string
  "ProtectConfigurationId": string
}

export interface DisassociateProtectConfigurationResult {
  "ConfigurationSetArn": string
  "ConfigurationSetName": string
  "ProtectConfigurationArn": string
  "ProtectConfigurationId": string
}

export interface DiscardRegistrationVersionRequest {
  "RegistrationId": string
}

export interface DiscardRegistrationVersionResult {
  "RegistrationArn": string
  "RegistrationId": string
  "RegistrationVersionStatus": RegistrationVersionStatus
  "RegistrationVersionStatusHistory": RegistrationVersionStatusHistory
  "VersionNumber": number
}

export interface EventDestination {
  "CloudWatchLogsDestination"?: CloudWatchLogsDestination
  "Enabled": boolean
  "EventDestinationName": string
  "KinesisFirehoseDestination"?: KinesisFirehoseDestination
  "MatchingEventTypes": EventType[]
  "SnsDestination"?: SnsDestination
}

export type EventType = "ALL" | "TEXT_ALL" | "TEXT_SENT" | "TEXT_PENDING" | "TEXT_QUEUED" | "TEXT_SUCCESSFUL" | "TEXT_DELIVERED" | "TEXT_INVALID" | "TEXT_INVALID_MESSAGE" | "TEXT_UNREACHABLE" | "TEXT_CARRIER_UNREACHABLE" | "TEXT_BLOCKED" | "TEXT_CARRIER_BLOCKED" | "TEXT_SPAM" | "TEXT_UNKNOWN" | "TEXT_TTL_EXPIRED" | "TEXT_PROTECT_BLOCKED" | "VOICE_ALL" | "VOICE_INITIATED" | "VOICE_RINGING" | "VOICE_ANSWERED" | "VOICE_COMPLETED" | "VOICE_BUSY" | "VOICE_NO_ANSWER" | "VOICE_FAILED" | "VOICE_TTL_EXPIRED" | "MEDIA_ALL" | "MEDIA_PENDING" | "MEDIA_QUEUED" | "MEDIA_SUCCESSFUL" | "MEDIA_DELIVERED" | "MEDIA_INVALID" | "MEDIA_INVALID_MESSAGE" | "MEDIA_UNREACHABLE" | "MEDIA_CARRIER_UNREACHABLE" | "MEDIA_BLOCKED" | "MEDIA_CARRIER_BLOCKED" | "MEDIA_SPAM" | "MEDIA_UNKNOWN" | "MEDIA_TTL_EXPIRED" | "MEDIA_FILE_INACCESSIBLE" | "MEDIA_FILE_TYPE_UNSUPPORTED" | "MEDIA_FILE_SIZE_EXCEEDED" | "RCS_ALL" | "RCS_QUEUED" | "RCS_SENT" | "RCS_DELIVERED" | "RCS_READ" | "RCS_FAILED" | "RCS_TTL_EXPIRED" | "RCS_PROTECT_BLOCKED" | "RCS_FALLEN_BACK_TO_SMS"

export type FieldRequirement = "REQUIRED" | "CONDITIONAL" | "OPTIONAL"

export type FieldType = "SELECT" | "TEXT" | "ATTACHMENT"

export interface GetProtectConfigurationCountryRuleSetRequest {
  "NumberCapability": NumberCapability
  "ProtectConfigurationId": string
}

export interface GetProtectConfigurationCountryRuleSetResult {
  "CountryRuleSet": Record<string, ProtectConfigurationCountryRuleSetInformation>
  "NumberCapability": NumberCapability
  "ProtectConfigurationArn": string
  "ProtectConfigurationId": string
}

export interface GetResourcePolicyRequest {
  "ResourceArn": string
}

export interface GetResourcePolicyResult {
  "CreatedTimestamp"?: Date
  "Policy"?: string
  "ResourceArn"?: string
}

export interface InternalServerException {
  "Message"?: string
  "RequestId"?: string
}

export type KeywordAction = "AUTOMATIC_RESPONSE" | "OPT_OUT" | "OPT_IN"

export interface KeywordFilter {
  "Name": KeywordFilterName
  "Values": string[]
}

export type KeywordFilterName = "keyword-action"

export interface KeywordInformation {
  "Keyword": string
  "KeywordAction": KeywordAction
  "KeywordMessage": string
}

export interface KinesisFirehoseDestination {
  "DeliveryStreamArn": string
  "IamRoleArn": string
}

export type LanguageCode = "DE_DE" | "EN_GB" | "EN_US" | "ES_419" | "ES_ES" | "FR_CA" | "FR_FR" | "IT_IT" | "JA_JP" | "KO_KR" | "PT_BR" | "ZH_CN" | "ZH_TW"

export interface ListNotifyCountriesRequest {
  "Channels"?: NumberCapability[]
  "MaxResults"?: number
  "NextToken"?: string
  "Tier"?: NotifyConfigurationTier
  "UseCases"?: NotifyConfigurationUseCase[]
}

export interface ListNotifyCountriesResult {
  "NextToken"?: string
  "NotifyCountries"?: NotifyCountryInformation[]
}

export interface ListPoolOriginationIdentitiesRequest {
  "Filters"?: PoolOriginationIdentitiesFilter[]
  "MaxResults"?: number
  "NextToken"?: string
  "PoolId": string
}

export interface ListPoolOriginationIdentitiesResult {
  "NextToken"?: string
  "OriginationIdentities"?: OriginationIdentityMetadata[]
  "PoolArn"?: string
  "PoolId"?: string
}

export interface ListProtectConfigurationRuleSetNumberOverridesRequest {
  "Filters"?: ProtectConfigurationRuleSetNumberOverrideFilterItem[]
  "MaxResults"?: number
  "NextToken"?: string
  "ProtectConfigurationId": string
}

export interface ListProtectConfigurationRuleSetNumberOverridesResult {
  "NextToken"?: string
  "ProtectConfigurationArn": string
  "ProtectConfigurationId": string
  "RuleSetNumberOverrides"?: ProtectConfigurationRuleSetNumberOverride[]
}

export interface ListRegistrationAssociationsRequest {
  "Filters"?: RegistrationAssociationFilter[]
  "MaxResults"?: number
  "NextToken"?: string
  "RegistrationId": string
}

export interface ListRegistrationAssociationsResult {
  "NextToken"?: string
  "RegistrationArn": string
  "RegistrationAssociations": RegistrationAssociationMetadata[]
  "RegistrationId": string
  "RegistrationType": string
}

export interface ListTagsForResourceRequest {
  "ResourceArn": string
}

export interface ListTagsForResourceResult {
  "ResourceArn"?: string
  "Tags"?: Tag[]
}

export type MessageFeedbackStatus = "RECEIVED" | "FAILED"

export type MessageType = "TRANSACTIONAL" | "PROMOTIONAL"

export interface NotifyConfigurationFilter {
  "Name": NotifyConfigurationFilterName
  "Values": string[]
}

export type NotifyConfigurationFilterName = "display-name" | "enabled-countries" | "enabled-channels" | "default-template" | "default-pool" | "use-case" | "status" | "deletion-protection-enabled" | "tier-upgrade-status"

export interface NotifyConfigurationInformation {
  "CreatedTimestamp": Date
  "DefaultTemplateId"?: string
  "DeletionProtectionEnabled": boolean
  "DisplayName": string
  "EnabledChannels": NumberCapability[]
  "EnabledCountries"?: string[]
  "NotifyConfigurationArn": string
  "NotifyConfigurationId": string
  "PoolId"?: string
  "RejectionReason"?: string
  "Status": NotifyConfigurationStatus
  "Tier": NotifyConfigurationTier
  "TierUpgradeStatus": TierUpgradeStatus
  "UseCase": NotifyConfigurationUseCase
}

export type NotifyConfigurationStatus = "PENDING" | "ACTIVE" | "REJECTED" | "REQUIRES_VERIFICATION"

export type NotifyConfigurationTier = "BASIC" | "ADVANCED"

export type NotifyConfigurationUseCase = "CODE_VERIFICATION"

export interface NotifyCountryInformation {
  "CountryName": string
  "CustomerOwnedIdentityRequired": boolean
  "IsoCountryCode": string
  "SupportedChannels": NumberCapability[]
  "SupportedTiers": NotifyConfigurationTier[]
  "SupportedUseCases": NotifyConfigurationUseCase[]
}

export interface NotifyTemplateFilter {
  "Name": NotifyTemplateFilterName
  "Values": string[]
}

export type NotifyTemplateFilterName = "template-type" | "channels" | "tier-access" | "supported-countries" | "language-code" | "supported-voice-ids"

export interface NotifyTemplateInformation {
  "Channels": NumberCapability[]
  "Content"?: string
  "CreatedTimestamp": Date
  "LanguageCode"?: string
  "Status"?: NotifyTemplateStatus
  "SupportedCountries"?: string[]
  "SupportedVoiceIds"?: VoiceId[]
  "TemplateId": string
  "TemplateType": NotifyTemplateType
  "TierAccess"?: NotifyConfigurationTier[]
  "Variables"?: Record<string, TemplateVariableMetadata>
  "Version": number
}

export type NotifyTemplateStatus = "ACTIVE" | "INACTIVE"

export type NotifyTemplateType = "OTP_VERIFICATION"

export type NumberCapability = "SMS" | "VOICE" | "MMS" | "RCS"

export type NumberStatus = "PENDING" | "ACTIVE" | "ASSOCIATING" | "DISASSOCIATING" | "DELETED"

export type NumberType = "SHORT_CODE" | "LONG_CODE" | "TOLL_FREE" | "TEN_DLC" | "SIMULATOR"

export interface OptOutListInformation {
  "CreatedTimestamp": Date
  "OptOutListArn": string
  "OptOutListName": string
}

export interface OptedOutFilter {
  "Name": OptedOutFilterName
  "Values": string[]
}

export type OptedOutFilterName = "end-user-opted-out"

export interface OptedOutNumberInformation {
  "EndUserOptedOut": boolean
  "OptedOutNumber": string
  "OptedOutTimestamp": Date
}

export interface OriginationIdentityMetadata {
  "IsoCountryCode": string
  "NumberCapabilities": NumberCapability[]
  "OriginationIdentity": string
  "OriginationIdentityArn": string
  "PhoneNumber"?: string
}

export type Owner = "SELF" | "SHARED"

export interface PhoneNumberFilter {
  "Name": PhoneNumberFilterName
  "Values": string[]
}

export type PhoneNumberFilterName = "status" | "iso-country-code" | "message-type" | "number-capability" | "number-type" | "two-way-enabled" | "self-managed-opt-outs-enabled" | "opt-out-list-name" | "deletion-protection-enabled" | "two-way-channel-arn"

export interface PhoneNumberInformation {
  "CreatedTimestamp": Date
  "DeletionProtectionEnabled": boolean
  "InternationalSendingEnabled"?: boolean
  "IsoCountryCode": string
  "MessageType": MessageType
  "MonthlyLeasingPrice": string
  "NumberCapabilities": NumberCapability[]
  "NumberType": NumberType
  "OptOutListName": string
  "PhoneNumber": string
  "PhoneNumberArn": string
  "PhoneNumberId"?: string
  "PoolId"?: string
  "RegistrationId"?: string
  "SelfManagedOptOutsEnabled": boolean
  "Status": NumberStatus
  "TwoWayChannelArn"?: string
  "TwoWayChannelRole"?: string
  "TwoWayEnabled": boolean
}

export type PhoneNumberType = "MOBILE" | "LANDLINE" | "OTHER" | "INVALID"

export interface PoolFilter {
  "Name": PoolFilterName
  "Values": string[]
}

export type PoolFilterName = "status" | "message-type" | "two-way-enabled" | "self-managed-opt-outs-enabled" | "opt-out-list-name" | "shared-routes-enabled" | "deletion-protection-enabled" | "two-way-channel-arn"

export interface PoolInformation {
  "CreatedTimestamp": Date
  "DeletionProtectionEnabled": boolean
  "MessageType": MessageType
  "OptOutListName": string
  "PoolArn": string
  "PoolId": string
  "SelfManagedOptOutsEnabled": boolean
  "SharedRoutesEnabled": boolean
  "Status": PoolStatus
  "TwoWayChannelArn"?: string
  "TwoWayChannelRole"?: string
  "TwoWayEnabled": boolean
}

export interface PoolOriginationIdentitiesFilter {
  "Name": PoolOriginationIdentitiesFilterName
  "Values": string[]
}

export type PoolOriginationIdentitiesFilterName = "iso-country-code" | "number-capability"

export type PoolStatus = "CREATING" | "ACTIVE" | "DELETING"

export interface ProtectConfigurationCountryRuleSetInformation {
  "ProtectStatus": ProtectStatus
}

export interface ProtectConfigurationFilter {
  "Name": ProtectConfigurationFilterName
  "Values": string[]
}

export type ProtectConfigurationFilterName = "account-default" | "deletion-protection-enabled"

export interface ProtectConfigurationInformation {
  "AccountDefault": boolean
  "CreatedTimestamp": Date
  "DeletionProtectionEnabled": boolean
  "ProtectConfigurationArn": string
  "ProtectConfigurationId": string
}

export type ProtectConfigurationRuleOverrideAction = "ALLOW" | "BLOCK"

export interface ProtectConfigurationRuleSetNumberOverride {
  "Action": ProtectConfigurationRuleOverrideAction
  "CreatedTimestamp": Date
  "DestinationPhoneNumber": string
  "ExpirationTimestamp"?: Date
  "IsoCountryCode"?: string
}

export interface ProtectConfigurationRuleSetNumberOverrideFilterItem {
  "Name": ProtectConfigurationRuleSetNumberOverrideFilterName
  "Values": string[]
}

export type ProtectConfigurationRuleSetNumberOverrideFilterName = "iso-country-code" | "destination-phone-number-begins-with" | "action" | "expires-before" | "expires-after" | "created-before" | "created-after"

export type ProtectStatus = "ALLOW" | "BLOCK" | "MONITOR" | "FILTER"

export interface PutKeywordRequest {
  "Keyword": string
  "KeywordAction"?: KeywordAction
  "KeywordMessage": string
  "OriginationIdentity": string
}

export interface PutKeywordResult {
  "Keyword"?: string
  "KeywordAction"?: KeywordAction
  "KeywordMessage"?: string
  "OriginationIdentity"?: string
  "OriginationIdentityArn"?: string
}

export interface PutMessageFeedbackRequest {
  "MessageFeedbackStatus": MessageFeedbackStatus
  "MessageId": string
}

export interface PutMessageFeedbackResult {
  "MessageFeedbackStatus": MessageFeedbackStatus
  "MessageId": string
}

export interface PutOptedOutNumberRequest {
  "OptOutListName": string
  "OptedOutNumber": string
}

export interface PutOptedOutNumberResult {
  "EndUserOptedOut"?: boolean
  "OptOutListArn"?: string
  "OptOutListName"?: string
  "OptedOutNumber"?: string
  "OptedOutTimestamp"?: Date
}

export interface PutProtectConfigurationRuleSetNumberOverrideRequest {
  "Action": ProtectConfigurationRuleOverrideAction
  "ClientToken"?: string
  "DestinationPhoneNumber": string
  "ExpirationTimestamp"?: Date
  "ProtectConfigurationId": string
}

export interface PutProtectConfigurationRuleSetNumberOverrideResult {
  "Action": ProtectConfigurationRuleOverrideAction
  "CreatedTimestamp": Date
  "DestinationPhoneNumber": string
  "ExpirationTimestamp"?: Date
  "IsoCountryCode"?: string
  "ProtectConfigurationArn": string
  "ProtectConfigurationId": string
}

export interface PutRegistrationFieldValueRequest {
  "FieldPath": string
  "RegistrationAttachmentId"?: string
  "RegistrationId": string
  "SelectChoices"?: string[]
  "TextValue"?: string
}

export interface PutRegistrationFieldValueResult {
  "FieldPath": string
  "RegistrationArn": string
  "RegistrationAttachmentId"?: string
  "RegistrationId": string
  "SelectChoices"?: string[]
  "TextValue"?: string
  "VersionNumber": number
}

export interface PutResourcePolicyRequest {
  "Policy": string
  "ResourceArn": string
}

export interface PutResourcePolicyResult {
  "CreatedTimestamp"?: Date
  "Policy"?: string
  "ResourceArn"?: string
}

export interface RcsAgentFilter {
  "Name": RcsAgentFilterName
  "Values": string[]
}

export type RcsAgentFilterName = "status" | "two-way-enabled" | "self-managed-opt-outs-enabled" | "opt-out-list-name" | "deletion-protection-enabled" | "two-way-channel-arn"

export interface RcsAgentInformation {
  "CreatedTimestamp": Date
  "DeletionProtectionEnabled": boolean
  "OptOutListName"?: string
  "PoolId"?: string
  "RcsAgentArn": string
  "RcsAgentId": string
  "SelfManagedOptOutsEnabled": boolean
  "Status": RcsAgentStatus
  "TestingAgent"?: TestingAgentInformation
  "TwoWayChannelArn"?: string
  "TwoWayChannelRole"?: string
  "TwoWayEnabled": boolean
  "TwoWayMediaS3BucketName"?: string
  "TwoWayMediaS3KeyPrefix"?: string
  "TwoWayMediaS3Role"?: string
  "TwoWayRcsEventsEnabled"?: string[]
}

export type RcsAgentStatus = "CREATED" | "PENDING" | "TESTING" | "PARTIAL" | "ACTIVE" | "DELETED"

export interface RcsCardContent {
  "Description"?: string
  "Media"?: RcsCardMedia
  "Suggestions"?: RcsSuggestedAction[]
  "Title"?: string
}

export interface RcsCardMedia {
  "FileUrl": string
  "Height"?: string
  "ThumbnailUrl"?: string
}

export interface RcsCarousel {
  "CardContents": RcsCarouselCardContent[]
  "CardWidth": string
}

export interface RcsCarouselCardContent {
  "Description"?: string
  "Media"?: RcsCarouselCardMedia
  "Suggestions"?: RcsSuggestedAction[]
  "Title"?: string
}

export interface RcsCarouselCardMedia {
  "FileUrl": string
  "Height"?: string
  "ThumbnailUrl"?: string
}

export interface RcsContent {
  "Carousel"?: RcsCarousel
  "FileMessage"?: RcsFileMessage
  "RichCard"?: RcsStandaloneCard
  "TextMessage"?: RcsTextMessage
}

export interface RcsCreateCalendarEventAction {
  "Description"?: string
  "EndTime": Date
  "PostbackData": string
  "StartTime": Date
  "Text": string
  "Title": string
}

export interface RcsDialPhoneAction {
  "PhoneNumber": string
  "PostbackData": string
  "Text": string
}

export type RcsFallbackChannel = "SMS" | "MMS"

export interface RcsFallbackConfiguration {
  "Channel": RcsFallbackChannel
  "MediaUrls"?: string[]
  "MessageBody"?: string
  "OriginationIdentity"?: string
}

export interface RcsFileMessage {
  "FileUrl": string
  "ThumbnailUrl"?: string
}

export interface RcsMessageContent {
  "Content": RcsContent
  "Suggestions"?: RcsSuggestedAction[]
}

export interface RcsOpenUrlAction {
  "Application"?: string
  "PostbackData": string
  "Text": string
  "Url": string
  "WebviewViewMode"?: string
}

export interface RcsReplyAction {
  "PostbackData": string
  "Text": string
}

export interface RcsRequestLocationAction {
  "PostbackData": string
  "Text": string
}

export interface RcsShowLocationAction {
  "Label"?: string
  "Latitude": number
  "Longitude": number
  "PostbackData": string
  "Text": string
}

export interface RcsStandaloneCard {
  "CardContent": RcsCardContent
  "CardOrientation": string
  "ThumbnailImageAlignment"?: string
}

export interface RcsSuggestedAction {
  "CreateCalendarEvent"?: RcsCreateCalendarEventAction
  "DialPhone"?: RcsDialPhoneAction
  "OpenUrl"?: RcsOpenUrlAction
  "Reply"?: RcsReplyAction
  "RequestLocation"?: RcsRequestLocationAction
  "ShowLocation"?: RcsShowLocationAction
}

export interface RcsTextMessage {
  "Body": string
}

export type RegistrationAssociationBehavior = "ASSOCIATE_BEFORE_SUBMIT" | "ASSOCIATE_ON_APPROVAL" | "ASSOCIATE_AFTER_COMPLETE"

export interface RegistrationAssociationFilter {
  "Name": RegistrationAssociationFilterName
  "Values": string[]
}

export type RegistrationAssociationFilterName = "resource-type" | "iso-country-code"

export interface RegistrationAssociationMetadata {
  "IsoCountryCode"?: string
  "PhoneNumber"?: string
  "ResourceArn": string
  "ResourceId": string
  "ResourceType": string
}

export interface RegistrationAttachmentFilter {
  "Name": RegistrationAttachmentFilterName
  "Values": string[]
}

export type RegistrationAttachmentFilterName = "attachment-status"

export interface RegistrationAttachmentsInformation {
  "AttachmentStatus": AttachmentStatus
  "AttachmentUploadErrorReason"?: AttachmentUploadErrorReason
  "AttachmentUrl"?: string
  "CreatedTimestamp": Date
  "RegistrationAttachmentArn": string
  "RegistrationAttachmentId": string
}

export interface RegistrationDeniedReasonInformation {
  "DocumentationLink"?: string
  "DocumentationTitle"?: string
  "LongDescription"?: string
  "Reason": string
  "ShortDescription": string
}

export type RegistrationDisassociationBehavior = "DISASSOCIATE_ALL_CLOSES_REGISTRATION" | "DISASSOCIATE_ALL_ALLOWS_DELETE_REGISTRATION" | "DELETE_REGISTRATION_DISASSOCIATES"

export interface RegistrationFieldDefinition {
  "DisplayHints": RegistrationFieldDisplayHints
  "FieldPath": string
  "FieldRequirement": FieldRequirement
  "FieldType": FieldType
  "SectionPath": string
  "SelectValidation"?: SelectValidation
  "TextValidation"?: TextValidation
}

export interface RegistrationFieldDisplayHints {
  "DocumentationLink"?: string
  "DocumentationTitle"?: string
  "ExampleTextValue"?: string
  "LongDescription"?: string
  "SelectOptionDescriptions"?: SelectOptionDescription[]
  "ShortDescription": string
  "TextValidationDescription"?: string
  "Title": string
}

export interface RegistrationFieldValueInformation {
  "DeniedReason"?: string
  "Feedback"?: string
  "FieldPath": string
  "RegistrationAttachmentId"?: string
  "SelectChoices"?: string[]
  "TextValue"?: string
}

export interface RegistrationFilter {
  "Name": RegistrationFilterName
  "Values": string[]
}

export type RegistrationFilterName = "registration-type" | "registration-status"

export interface RegistrationInformation {
  "AdditionalAttributes"?: Record<string, string>
  "ApprovedVersionNumber"?: number
  "CreatedTimestamp": Date
  "CurrentVersionNumber": number
  "LatestDeniedVersionNumber"?: number
  "RegistrationArn": string
  "RegistrationId": string
  "RegistrationStatus": RegistrationStatus
  "RegistrationType": string
}

export interface RegistrationSectionDefinition {
  "DisplayHints": RegistrationSectionDisplayHints
  "SectionPath": string
}

export interface RegistrationSectionDisplayHints {
  "DocumentationLink"?: string
  "DocumentationTitle"?: string
  "LongDescription"?: string
  "ShortDescription": string
  "Title": string
}

export type RegistrationStatus = "CREATED" | "SUBMITTED" | "AWS_REVIEWING" | "REVIEWING" | "REQUIRES_AUTHENTICATION" | "PROVISIONING" | "COMPLETE" | "REQUIRES_UPDATES" | "CLOSED" | "DELETED"

export interface RegistrationTypeDefinition {
  "DisplayHints": RegistrationTypeDisplayHints
  "RegistrationType": string
  "SupportedAssociations"?: SupportedAssociation[]
}

export interface RegistrationTypeDisplayHints {
  "DocumentationLink"?: string
  "DocumentationTitle"?: string
  "LongDescription"?: string
  "ShortDescription"?: string
  "Title": string
}

export interface RegistrationTypeFilter {
  "Name": RegistrationTypeFilterName
  "Values": string[]
}

export type RegistrationTypeFilterName = "supported-association-resource-type" | "supported-association-iso-country-code"

export interface RegistrationVersionFilter {
  "Name": RegistrationVersionFilterName
  "Values": string[]
}

export type RegistrationVersionFilterName = "registration-version-status"

export interface RegistrationVersionInformation {
  "DeniedReasons"?: RegistrationDeniedReasonInformation[]
  "Feedback"?: string
  "RegistrationVersionStatus": RegistrationVersionStatus
  "RegistrationVersionStatusHistory": RegistrationVersionStatusHistory
  "VersionNumber": number
}

export type RegistrationVersionStatus = "DRAFT" | "SUBMITTED" | "AWS_REVIEWING" | "REVIEWING" | "REQUIRES_AUTHENTICATION" | "APPROVED" | "DISCARDED" | "DENIED" | "REVOKED" | "ARCHIVED" | "REQUIRES_OFFLINE_REVIEW"

export interface RegistrationVersionStatusHistory {
  "ApprovedTimestamp"?: Date
  "ArchivedTimestamp"?: Date
  "AwsReviewingTimestamp"?: Date
  "DeniedTimestamp"?: Date
  "DiscardedTimestamp"?: Date
  "DraftTimestamp": Date
  "RequiresAuthenticationTimestamp"?: Date
  "ReviewingTimestamp"?: Date
  "RevokedTimestamp"?: Date
  "SubmittedTimestamp"?: Date
}

export interface ReleasePhoneNumberRequest {
  "PhoneNumberId": string
}

export interface ReleasePhoneNumberResult {
  "CreatedTimestamp"?: Date
  "IsoCountryCode"?: string
  "MessageType"?: MessageType
  "MonthlyLeasingPrice"?: string
  "NumberCapabilities"?: NumberCapability[]
  "NumberType"?: NumberType
  "OptOutListName"?: string
  "PhoneNumber"?: string
  "PhoneNumberArn"?: string
  "PhoneNumberId"?: string
  "RegistrationId"?: string
  "SelfManagedOptOutsEnabled"?: boolean
  "Status"?: NumberStatus
  "TwoWayChannelArn"?: string
  "TwoWayChannelRole"?: string
  "TwoWayEnabled"?: boolean
}

export interface ReleaseSenderIdRequest {
  "IsoCountryCode": string
  "SenderId": string
}

export interface ReleaseSenderIdResult {
  "IsoCountryCode": string
  "MessageTypes": MessageType[]
  "MonthlyLeasingPrice": string
  "Registered": boolean
  "RegistrationId"?: string
  "SenderId": string
  "SenderIdArn": string
}

export interface RequestPhoneNumberRequest {
  "ClientToken"?: string
  "DeletionProtectionEnabled"?: boolean
  "InternationalSendingEnabled"?: boolean
  "IsoCountryCode": string
  "MessageType": MessageType
  "NumberCapabilities": NumberCapability[]
  "NumberType": RequestableNumberType
  "OptOutListName"?: string
  "PoolId"?: string
  "RegistrationId"?: string
  "Tags"?: Tag[]
}

export interface RequestPhoneNumberResult {
  "CreatedTimestamp"?: Date
  "DeletionProtectionEnabled"?: boolean
  "InternationalSendingEnabled"?: boolean
  "IsoCountryCode"?: string
  "MessageType"?: MessageType
  "MonthlyLeasingPrice"?: string
  "NumberCapabilities"?: NumberCapability[]
  "NumberType"?: RequestableNumberType
  "OptOutListName"?: string
  "PhoneNumber"?: string
  "PhoneNumberArn"?: string
  "PhoneNumberId"?: string
  "PoolId"?: string
  "RegistrationId"?: string
  "SelfManagedOptOutsEnabled"?: boolean
  "Status"?: NumberStatus
  "Tags"?: Tag[]
  "TwoWayChannelArn"?: string
  "TwoWayChannelRole"?: string
  "TwoWayEnabled"?: boolean
}

export interface RequestSenderIdRequest {
  "ClientToken"?: string
  "DeletionProtectionEnabled"?: boolean
  "IsoCountryCode": string
  "MessageTypes"?: MessageType[]
  "SenderId": string
  "Tags"?: Tag[]
}

export interface RequestSenderIdResult {
  "DeletionProtectionEnabled": boolean
  "IsoCountryCode": string
  "MessageTypes": MessageType[]
  "MonthlyLeasingPrice": string
  "Registered": boolean
  "SenderId": string
  "SenderIdArn": string
  "Tags"?: Tag[]
}

export type RequestableNumberType = "LONG_CODE" | "TOLL_FREE" | "TEN_DLC" | "SIMULATOR"

export interface ResourceNotFoundException {
  "Message"?: string
  "ResourceId"?: string
  "ResourceType"?: ResourceType
}

export type ResourceType = "account" | "phone-number" | "sender-id" | "pool" | "configuration-set" | "opt-out-list" | "event-destination" | "keyword" | "opted-out-number" | "registration" | "registration-attachment" | "verified-destination-number" | "protect-configuration" | "notify-configuration" | "notify-template" | "message-template" | "policy" | "message" | "rcs-agent"

export interface SelectOptionDescription {
  "Description"?: string
  "Option": string
  "Title"?: string
}

export interface SelectValidation {
  "MaxChoices": number
  "MinChoices": number
  "Options": string[]
}

export interface SendDestinationNumberVerificationCodeRequest {
  "ConfigurationSetName"?: string
  "Context"?: Record<string, string>
  "DestinationCountryParameters"?: Record<string, string>
  "LanguageCode"?: LanguageCode
  "OriginationIdentity"?: string
  "VerificationChannel": VerificationChannel
  "VerifiedDestinationNumberId": string
}

export interface SendDestinationNumberVerificationCodeResult {
  "MessageId": string
}

export interface SendMediaMessageRequest {
  "ConfigurationSetName"?: string
  "Context"?: Record<string, string>
  "DestinationPhoneNumber": string
  "DryRun"?: boolean
  "MaxPrice"?: string
  "MediaUrls"?: string[]
  "MessageBody"?: string
  "MessageFeedbackEnabled"?: boolean
  "OriginationIdentity": string
  "ProtectConfigurationId"?: string
  "TimeToLive"?: number
}

export interface SendMediaMessageResult {
  "MessageId"?: string
}

export interface SendNotifyTextMessageRequest {
  "ConfigurationSetName"?: string
  "Context"?: Record<string, string>
  "DestinationPhoneNumber": string
  "DryRun"?: boolean
  "MessageFeedbackEnabled"?: boolean
  "NotifyConfigurationId": string
  "TemplateId"?: string
  "TemplateVariables": Record<string, string>
  "TimeToLive"?: number
}

export interface SendNotifyTextMessageResult {
  "MessageId"?: string
  "ResolvedMessageBody"?: string
  "TemplateId"?: string
}

export interface SendNotifyVoiceMessageRequest {
  "ConfigurationSetName"?: string
  "Context"?: Record<string, string>
  "DestinationPhoneNumber": string
  "DryRun"?: boolean
  "MessageFeedbackEnabled"?: boolean
  "NotifyConfigurationId": string
  "TemplateId"?: string
  "TemplateVariables": Record<string, string>
  "TimeToLive"?: number
  "VoiceId"?: VoiceId
}

export interface SendNotifyVoiceMessageResult {
  "MessageId"?: string
  "ResolvedMessageBody"?: string
  "TemplateId"?: string
}

export interface SendRcsMessageRequest {
  "ConfigurationSetName"?: string
  "Context"?: Record<string, string>
  "DestinationPhoneNumber": string
  "DryRun"?: boolean
  "FallbackConfiguration"?: RcsFallbackConfiguration
  "MaxPrice"?: string
  "MessageFeedbackEnabled"?: boolean
  "MessageTrafficType"?: string
  "OriginationIdentity": string
  "ProtectConfigurationId"?: string
  "RcsMessageContent"?: RcsMessageContent
  "TimeToLive"?: number
}

export interface SendRcsMessageResult {
  "MessageId"?: string
}

export interface SendTextMessageRequest {
  "ConfigurationSetName"?: string
  "Context"?: Record<string, string>
  "DestinationCountryParameters"?: Record<string, string>
  "DestinationPhoneNumber": string
  "DryRun"?: boolean
  "Keyword"?: string
  "MaxPrice"?: string
  "MessageBody"?: string
  "MessageFeedbackEnabled"?: boolean
  "MessageType"?: MessageType
  "OriginationIdentity"?: string
  "ProtectConfigurationId"?: string
  "TimeToLive"?: number
}

export interface SendTextMessageResult {
  "MessageId"?: string
}

export interface SendVoiceMessageRequest {
  "ConfigurationSetName"?: string
  "Context"?: Record<string, string>
  "DestinationPhoneNumber": string
  "DryRun"?: boolean
  "MaxPricePerMinute"?: string
  "MessageBody"?: string
  "MessageBodyTextType"?: VoiceMessageBodyTextType
  "MessageFeedbackEnabled"?: boolean
  "OriginationIdentity": string
  "ProtectConfigurationId"?: string
  "TimeToLive"?: number
  "VoiceId"?: VoiceId
}

export interface SendVoiceMessageResult {
  "MessageId"?: string
}

export interface SenderIdAndCountry {
  "IsoCountryCode": string
  "SenderId": string
}

export interface SenderIdFilter {
  "Name": SenderIdFilterName
  "Values": string[]
}

export type SenderIdFilterName = "sender-id" | "iso-country-code" | "message-type" | "deletion-protection-enabled" | "registered"

export interface SenderIdInformation {
  "DeletionProtectionEnabled": boolean
  "IsoCountryCode": string
  "MessageTypes": MessageType[]
  "MonthlyLeasingPrice": string
  "Registered": boolean
  "RegistrationId"?: string
  "SenderId": string
  "SenderIdArn": string
}

export interface ServiceQuotaExceededException {
  "Message"?: string
  "Reason"?: ServiceQuotaExceededExceptionReason
}

export type ServiceQuotaExceededExceptionReason = "ASSOCIATIONS_PER_REGISTRATION" | "CONFIGURATION_SETS_PER_ACCOUNT" | "DAILY_DESTINATION_CALL_LIMIT" | "DAILY_NOTIFY_TIER_MESSAGE_LIMIT" | "EVENT_DESTINATIONS_PER_CONFIGURATION_SET" | "KEYWORDS_PER_PHONE_NUMBER" | "KEYWORDS_PER_POOL" | "MONTHLY_SPEND_LIMIT_REACHED_FOR_MEDIA" | "MONTHLY_SPEND_LIMIT_REACHED_FOR_NOTIFY" | "MONTHLY_SPEND_LIMIT_REACHED_FOR_RCS" | "MONTHLY_SPEND_LIMIT_REACHED_FOR_TEXT" | "MONTHLY_SPEND_LIMIT_REACHED_FOR_VOICE" | "NOTIFY_CONFIGURATIONS_PER_ACCOUNT" | "OPT_OUT_LISTS_PER_ACCOUNT" | "ORIGINATION_IDENTITIES_PER_POOL" | "PHONE_NUMBERS_PER_ACCOUNT" | "PHONE_NUMBERS_PER_REGISTRATION" | "POOLS_PER_ACCOUNT" | "RCS_AGENTS_PER_ACCOUNT" | "REGISTRATION_ATTACHMENTS_CREATED_PER_DAY" | "REGISTRATION_ATTACHMENTS_PER_ACCOUNT" | "REGISTRATION_VERSIONS_CREATED_PER_DAY" | "REGISTRATIONS_PER_ACCOUNT" | "SENDER_IDS_PER_ACCOUNT" | "TAGS_PER_RESOURCE" | "VERIFIED_DESTINATION_NUMBERS_PER_ACCOUNT" | "VERIFICATION_ATTEMPTS_PER_DAY" | "PROTECT_CONFIGURATIONS_PER_ACCOUNT"

export interface SetAccountDefaultProtectConfigurationRequest {
  "ProtectConfigurationId": string
}

export interface SetAccountDefaultProtectConfigurationResult {
  "DefaultProtectConfigurationArn": string
  "DefaultProtectConfigurationId": string
}

export interface SetDefaultMessageFeedbackEnabledRequest {
  "ConfigurationSetName": string
  "MessageFeedbackEnabled": boolean
}

export interface SetDefaultMessageFeedbackEnabledResult {
  "ConfigurationSetArn"?: string
  "ConfigurationSetName"?: string
  "MessageFeedbackEnabled"?: boolean
}

export interface SetDefaultMessageTypeRequest {
  "ConfigurationSetName": string
  "MessageType": MessageType
}

export interface SetDefaultMessageTypeResult {
  "ConfigurationSetArn"?: string
  "ConfigurationSetName"?: string
  "MessageType"?: MessageType
}

export interface SetDefaultSenderIdRequest {
  "ConfigurationSetName": string
  "SenderId": string
}

export interface SetDefaultSenderIdResult {
  "ConfigurationSetArn"?: string
  "ConfigurationSetName"?: string
  "SenderId"?: string
}

export interface SetMediaMessageSpendLimitOverrideRequest {
  "MonthlyLimit": number
}

export interface SetMediaMessageSpendLimitOverrideResult {
  "MonthlyLimit"?: number
}

export interface SetNotifyMessageSpendLimitOverrideRequest {
  "MonthlyLimit": number
}

export interface SetNotifyMessageSpendLimitOverrideResult {
  "MonthlyLimit"?: number
}

export interface SetRcsMessageSpendLimitOverrideRequest {
  "MonthlyLimit": number
}

export interface SetRcsMessageSpendLimitOverrideResult {
  "MonthlyLimit"?: number
}

export interface SetTextMessageSpendLimitOverrideRequest {
  "MonthlyLimit": number
}

export interface SetTextMessageSpendLimitOverrideResult {
  "MonthlyLimit"?: number
}

export interface SetVoiceMessageSpendLimitOverrideRequest {
  "MonthlyLimit": number
}

export interface SetVoiceMessageSpendLimitOverrideResult {
  "MonthlyLimit"?: number
}

export interface SnsDestination {
  "TopicArn": string
}

export interface SpendLimit {
  "EnforcedLimit": number
  "MaxLimit": number
  "Name": SpendLimitName
  "Overridden": boolean
}

export type SpendLimitName = "TEXT_MESSAGE_MONTHLY_SPEND_LIMIT" | "VOICE_MESSAGE_MONTHLY_SPEND_LIMIT" | "MEDIA_MESSAGE_MONTHLY_SPEND_LIMIT" | "NOTIFY_MESSAGE_MONTHLY_SPEND_LIMIT" | "RCS_MESSAGE_MONTHLY_SPEND_LIMIT"

export interface SubmitRegistrationVersionRequest {
  "AwsReview"?: boolean
  "RegistrationId": string
}

export interface SubmitRegistrationVersionResult {
  "AwsReview": boolean
  "RegistrationArn": string
  "RegistrationId": string
  "RegistrationVersionStatus": RegistrationVersionStatus
  "RegistrationVersionStatusHistory": RegistrationVersionStatusHistory
  "VersionNumber": number
}

export interface SupportedAssociation {
  "AssociationBehavior": RegistrationAssociationBehavior
  "DisassociationBehavior": RegistrationDisassociationBehavior
  "IsoCountryCode"?: string
  "ResourceType": string
}

export interface Tag {
  "Key": string
  "Value": string
}

export interface TagResourceRequest {
  "ResourceArn": string
  "Tags": Tag[]
}

export interface TagResourceResult {
}

export interface TemplateVariableMetadata {
  "DefaultValue"?: string
  "Description"?: string
  "MaxLength"?: number
  "MaxValue"?: number
  "MinValue"?: number
  "Pattern"?: string
  "Required": boolean
  "Sample"?: string
  "Source"?: TemplateVariableSource
  "Type": TemplateVariableType
}

export type TemplateVariableSource = "CUSTOMER" | "SYSTEM"

export type TemplateVariableType = "STRING" | "INTEGER" | "BOOLEAN"

export interface TestingAgentInformation {
  "RegistrationId": string
  "Status": TestingAgentStatus
  "TestingAgentId"?: string
}

export type TestingAgentStatus = "CREATED" | "PENDING" | "ACTIVE"

export interface TextValidation {
  "MaxLength": number
  "MinLength": number
  "Pattern": string
}

export interface ThrottlingException {
  "Message"?: string
}

export type TierUpgradeStatus = "BASIC" | "PENDING_UPGRADE" | "ADVANCED" | "REJECTED"

export interface UntagResourceRequest {
  "ResourceArn": string
  "TagKeys": string[]
}

export interface UntagResourceResult {
}

export interface UpdateEventDestinationRequest {
  "CloudWatchLogsDestination"?: CloudWatchLogsDestination
  "ConfigurationSetName": string
  "Enabled"?: boolean
  "EventDestinationName": string
  "KinesisFirehoseDestination"?: KinesisFirehoseDestination
  "MatchingEventTypes"?: EventType[]
  "SnsDestination"?: SnsDestination
}

export interface UpdateEventDestinationResult {
  "ConfigurationSetArn"?: string
  "ConfigurationSetName"?: string
  "EventDestination"?: EventDestination
}

export interface UpdateNotifyConfigurationRequest {
  "DefaultTemplateId"?: string
  "DeletionProtectionEnabled"?: boolean
  "EnabledChannels"?: NumberCapability[]
  "EnabledCountries"?: string[]
  "NotifyConfigurationId": string
  "PoolId"?: string
}

export interface UpdateNotifyConfigurationResult {
  "CreatedTimestamp": Date
  "DefaultTemplateId"?: string
  "DeletionProtectionEnabled": boolean
  "DisplayName": string
  "EnabledChannels": NumberCapability[]
  "EnabledCountries"?: string[]
  "NotifyConfigurationArn": string
  "NotifyConfigurationId": string
  "PoolId"?: string
  "RejectionReason"?: string
  "Status": NotifyConfigurationStatus
  "Tier": NotifyConfigurationTier
  "TierUpgradeStatus": TierUpgradeStatus
  "UseCase": NotifyConfigurationUseCase
}

export interface UpdatePhoneNumberRequest {
  "DeletionProtectionEnabled"?: boolean
  "InternationalSendingEnabled"?: boolean
  "OptOutListName"?: string
  "PhoneNumberId": string
  "SelfManagedOptOutsEnabled"?: boolean
  "TwoWayChannelArn"?: string
  "TwoWayChannelRole"?: string
  "TwoWayEnabled"?: boolean
}

export interface UpdatePhoneNumberResult {
  "CreatedTimestamp"?: Date
  "DeletionProtectionEnabled"?: boolean
  "InternationalSendingEnabled"?: boolean
  "IsoCountryCode"?: string
  "MessageType"?: MessageType
  "MonthlyLeasingPrice"?: string
  "NumberCapabilities"?: NumberCapability[]
  "NumberType"?: NumberType
  "OptOutListName"?: string
  "PhoneNumber"?: string
  "PhoneNumberArn"?: string
  "PhoneNumberId"?: string
  "RegistrationId"?: string
  "SelfManagedOptOutsEnabled"?: boolean
  "Status"?: NumberStatus
  "TwoWayChannelArn"?: string
  "TwoWayChannelRole"?: string
  "TwoWayEnabled"?: boolean
}

export interface UpdatePoolRequest {
  "DeletionProtectionEnabled"?: boolean
  "OptOutListName"?: string
  "PoolId": string
  "SelfManagedOptOutsEnabled"?: boolean
  "SharedRoutesEnabled"?: boolean
  "TwoWayChannelArn"?: string
  "TwoWayChannelRole"?: string
  "TwoWayEnabled"?: boolean
}

export interface UpdatePoolResult {
  "CreatedTimestamp"?: Date
  "DeletionProtectionEnabled"?: boolean
  "MessageType"?: MessageType
  "OptOutListName"?: string
  "PoolArn"?: string
  "PoolId"?: string
  "SelfManagedOptOutsEnabled"?: boolean
  "SharedRoutesEnabled"?: boolean
  "Status"?: PoolStatus
  "TwoWayChannelArn"?: string
  "TwoWayChannelRole"?: string
  "TwoWayEnabled"?: boolean
}

export interface UpdateProtectConfigurationCountryRuleSetRequest {
  "CountryRuleSetUpdates": Record<string, ProtectConfigurationCountryRuleSetInformation>
  "NumberCapability": NumberCapability
  "ProtectConfigurationId": string
}

export interface UpdateProtectConfigurationCountryRuleSetResult {
  "CountryRuleSet": Record<string, ProtectConfigurationCountryRuleSetInformation>
  "NumberCapability": NumberCapability
  "ProtectConfigurationArn": string
  "ProtectConfigurationId": string
}

export interface UpdateProtectConfigurationRequest {
  "DeletionProtectionEnabled"?: boolean
  "ProtectConfigurationId": string
}

export interface UpdateProtectConfigurationResult {
  "AccountDefault": boolean
  "CreatedTimestamp": Date
  "DeletionProtectionEnabled": boolean
  "ProtectConfigurationArn": string
  "ProtectConfigurationId": string
}

export interface UpdateRcsAgentRequest {
  "DeletionProtectionEnabled"?: boolean
  "OptOutListName"?: string
  "RcsAgentId": string
  "SelfManagedOptOutsEnabled"?: boolean
  "TwoWayChannelArn"?: string
  "TwoWayChannelRole"?: string
  "TwoWayEnabled"?: boolean
  "TwoWayMediaS3BucketName"?: string
  "TwoWayMediaS3KeyPrefix"?: string
  "TwoWayMediaS3Role"?: string
  "TwoWayRcsEventsEnabled"?: string[]
}

export interface UpdateRcsAgentResult {
  "CreatedTimestamp": Date
  "DeletionProtectionEnabled": boolean
  "OptOutListName"?: string
  "RcsAgentArn": string
  "RcsAgentId": string
  "SelfManagedOptOutsEnabled": boolean
  "Status": RcsAgentStatus
  "TwoWayChannelArn"?: string
  "TwoWayChannelRole"?: string
  "TwoWayEnabled": boolean
  "TwoWayMediaS3BucketName"?: string
  "TwoWayMediaS3KeyPrefix"?: string
  "TwoWayMediaS3Role"?: string
  "TwoWayRcsEventsEnabled"?: string[]
}

export interface UpdateSenderIdRequest {
  "DeletionProtectionEnabled"?: boolean
  "IsoCountryCode": string
  "SenderId": string
}

export interface UpdateSenderIdResult {
  "DeletionProtectionEnabled": boolean
  "IsoCountryCode": string
  "MessageTypes": MessageType[]
  "MonthlyLeasingPrice": string
  "Registered": boolean
  "RegistrationId"?: string
  "SenderId": string
  "SenderIdArn": string
}

export interface ValidationException {
  "Fields"?: ValidationExceptionField[]
  "Message"?: string
  "Reason"?: ValidationExceptionReason
}

export interface ValidationExceptionField {
  "Message": string
  "Name": string
}

export type ValidationExceptionReason = "CANNOT_ADD_OPTED_OUT_NUMBER" | "CANNOT_PARSE" | "CHANNEL_NOT_ENABLED" | "COUNTRY_CODE_MISMATCH" | "COUNTRY_NOT_ENABLED" | "DESTINATION_COUNTRY_BLOCKED" | "FIELD_VALIDATION_FAILED" | "ATTACHMENT_TYPE_NOT_SUPPORTED" | "INTERNATIONAL_SENDING_NOT_SUPPORTED" | "INVALID_ARN" | "INVALID_FILTER_VALUES" | "INVALID_IDENTITY_FOR_DESTINATION_COUNTRY" | "INVALID_NEXT_TOKEN" | "INVALID_PARAMETER" | "INVALID_REQUEST" | "INVALID_REGISTRATION_ASSOCIATION" | "MAXIMUM_SIZE_EXCEEDED" | "MEDIA_TYPE_NOT_SUPPORTED" | "MISSING_PARAMETER" | "PARAMETERS_CANNOT_BE_USED_TOGETHER" | "PHONE_NUMBER_CANNOT_BE_OPTED_IN" | "PHONE_NUMBER_CANNOT_BE_RELEASED" | "PRICE_OVER_THRESHOLD" | "RESOURCE_NOT_ACCESSIBLE" | "REQUESTED_SPEND_LIMIT_HIGHER_THAN_SERVICE_LIMIT" | "SENDER_ID_NOT_REGISTERED" | "SENDER_ID_NOT_SUPPORTED" | "SENDER_ID_REQUIRES_REGISTRATION" | "TWO_WAY_TOPIC_NOT_PRESENT" | "TWO_WAY_NOT_ENABLED" | "TWO_WAY_NOT_SUPPORTED_IN_COUNTRY" | "TWO_WAY_NOT_SUPPORTED_IN_REGION" | "TWO_WAY_CHANNEL_NOT_PRESENT" | "UNKNOWN_REGISTRATION_FIELD" | "UNKNOWN_REGISTRATION_SECTION" | "UNKNOWN_REGISTRATION_TYPE" | "UNKNOWN_REGISTRATION_VERSION" | "UNKNOWN_OPERATION" | "REGISTRATION_FIELD_CANNOT_BE_DELETED" | "VERIFICATION_CODE_MISMATCH" | "VOICE_CAPABILITY_NOT_AVAILABLE" | "UNSPECIFIED_PARAMETER_NOT_SUPPORTED" | "OTHER"

export type VerificationChannel = "TEXT" | "VOICE"

export type VerificationStatus = "PENDING" | "VERIFIED" | "UNSUPPORTED"

export interface VerifiedDestinationNumberFilter {
  "Name": VerifiedDestinationNumberFilterName
  "Values": string[]
}

export type VerifiedDestinationNumberFilterName = "status" | "rcs-agent-id"

export interface VerifiedDestinationNumberInformation {
  "CreatedTimestamp": Date
  "DestinationPhoneNumber": string
  "RcsAgentId"?: string
  "Status": VerificationStatus
  "VerifiedDestinationNumberArn": string
  "VerifiedDestinationNumberId": string
}

export interface VerifyDestinationNumberRequest {
  "VerificationCode": string
  "VerifiedDestinationNumberId": string
}

export interface VerifyDestinationNumberResult {
  "CreatedTimestamp": Date
  "DestinationPhoneNumber": string
  "Status": VerificationStatus
  "VerifiedDestinationNumberArn": string
  "VerifiedDestinationNumberId": string
}

export type VoiceId = "AMY" | "ASTRID" | "BIANCA" | "BRIAN" | "CAMILA" | "CARLA" | "CARMEN" | "CELINE" | "CHANTAL" | "CONCHITA" | "CRISTIANO" | "DORA" | "EMMA" | "ENRIQUE" | "EWA" | "FILIZ" | "GERAINT" | "GIORGIO" | "GWYNETH" | "HANS" | "INES" | "IVY" | "JACEK" | "JAN" | "JOANNA" | "JOEY" | "JUSTIN" | "KARL" | "KENDRA" | "KIMBERLY" | "LEA" | "LIV" | "LOTTE" | "LUCIA" | "LUPE" | "MADS" | "MAJA" | "MARLENE" | "MATHIEU" | "MATTHEW" | "MAXIM" | "MIA" | "MIGUEL" | "MIZUKI" | "NAJA" | "NICOLE" | "PENELOPE" | "RAVEENA" | "RICARDO" | "RUBEN" | "RUSSELL" | "SALLI" | "SEOYEON" | "TAKUMI" | "TATYANA" | "VICKI" | "VITORIA" | "ZEINA" | "ZHIYU"

export type VoiceMessageBodyTextType = "TEXT" | "SSML"

/** Input and output of every operation that the model knows. */
export interface Operations {
  AssociateOriginationIdentity: { input: AssociateOriginationIdentityRequest; output: AssociateOriginationIdentityResult }
  AssociateProtectConfiguration: { input: AssociateProtectConfigurationRequest; output: AssociateProtectConfigurationResult }
  CarrierLookup: { input: CarrierLookupRequest; output: CarrierLookupResult }
  CreateConfigurationSet: { input: CreateConfigurationSetRequest; output: CreateConfigurationSetResult }
  CreateEventDestination: { input: CreateEventDestinationRequest; output: CreateEventDestinationResult }
  CreateNotifyConfiguration: { input: CreateNotifyConfigurationRequest; output: CreateNotifyConfigurationResult }
  CreateOptOutList: { input: CreateOptOutListRequest; output: CreateOptOutListResult }
  CreatePool: { input: CreatePoolRequest; output: CreatePoolResult }
  CreateProtectConfiguration: { input: CreateProtectConfigurationRequest; output: CreateProtectConfigurationResult }
  CreateRcsAgent: { input: CreateRcsAgentRequest; output: CreateRcsAgentResult }
  CreateRegistration: { input: CreateRegistrationRequest; output: CreateRegistrationResult }
  CreateRegistrationAssociation: { input: CreateRegistrationAssociationRequest; output: CreateRegistrationAssociationResult }
  CreateRegistrationAttachment: { input: CreateRegistrationAttachmentRequest; output: CreateRegistrationAttachmentResult }
  CreateRegistrationVersion: { input: CreateRegistrationVersionRequest; output: CreateRegistrationVersionResult }
  CreateVerifiedDestinationNumber: { input: CreateVerifiedDestinationNumberRequest; output: CreateVerifiedDestinationNumberResult }
  DeleteAccountDefaultProtectConfiguration: { input: DeleteAccountDefaultProtectConfigurationRequest; output: DeleteAccountDefaultProtectConfigurationResult }
  DeleteConfigurationSet: { input: DeleteConfigurationSetRequest; output: DeleteConfigurationSetResult }
  DeleteDefaultMessageType: { input: DeleteDefaultMessageTypeRequest; output: DeleteDefaultMessageTypeResult }
  DeleteDefaultSenderId: { input: DeleteDefaultSenderIdRequest; output: DeleteDefaultSenderIdResult }
  DeleteEventDestination: { input: DeleteEventDestinationRequest; output: DeleteEventDestinationResult }
  DeleteKeyword: { input: DeleteKeywordRequest; output: DeleteKeywordResult }
  DeleteMediaMessageSpendLimitOverride: { input: DeleteMediaMessageSpendLimitOverrideRequest; output: DeleteMediaMessageSpendLimitOverrideResult }
  DeleteNotifyConfiguration: { input: DeleteNotifyConfigurationRequest; output: DeleteNotifyConfigurationResult }
  DeleteNotifyMessageSpendLimitOverride: { input: DeleteNotifyMessageSpendLimitOverrideRequest; output: DeleteNotifyMessageSpendLimitOverrideResult }
  DeleteOptOutList: { input: DeleteOptOutListRequest; output: DeleteOptOutListResult }
  DeleteOptedOutNumber: { input: DeleteOptedOutNumberRequest; output: DeleteOptedOutNumberResult }
  DeletePool: { input: DeletePoolRequest; output: DeletePoolResult }
  DeleteProtectConfiguration: { input: DeleteProtectConfigurationRequest; output: DeleteProtectConfigurationResult }
  DeleteProtectConfigurationRuleSetNumberOverride: { input: DeleteProtectConfigurationRuleSetNumberOverrideRequest; output: DeleteProtectConfigurationRuleSetNumberOverrideResult }
  DeleteRcsAgent: { input: DeleteRcsAgentRequest; output: DeleteRcsAgentResult }
  DeleteRcsMessageSpendLimitOverride: { input: DeleteRcsMessageSpendLimitOverrideRequest; output: DeleteRcsMessageSpendLimitOverrideResult }
  DeleteRegistration: { input: DeleteRegistrationRequest; output: DeleteRegistrationResult }
  DeleteRegistrationAttachment: { input: DeleteRegistrationAttachmentRequest; output: DeleteRegistrationAttachmentResult }
  DeleteRegistrationFieldValue: { input: DeleteRegistrationFieldValueRequest; output: DeleteRegistrationFieldValueResult }
  DeleteResourcePolicy: { input: DeleteResourcePolicyRequest; output: DeleteResourcePolicyResult }
  DeleteTextMessageSpendLimitOverride: { input: DeleteTextMessageSpendLimitOverrideRequest; output: DeleteTextMessageSpendLimitOverrideResult }
  DeleteVerifiedDestinationNumber: { input: DeleteVerifiedDestinationNumberRequest; output: DeleteVerifiedDestinationNumberResult }
  DeleteVoiceMessageSpendLimitOverride: { input: DeleteVoiceMessageSpendLimitOverrideRequest; output: DeleteVoiceMessageSpendLimitOverrideResult }
  DescribeAccountAttributes: { input: DescribeAccountAttributesRequest; output: DescribeAccountAttributesResult }
  DescribeAccountLimits: { input: DescribeAccountLimitsRequest; output: DescribeAccountLimitsResult }
  DescribeConfigurationSets: { input: DescribeConfigurationSetsRequest; output: DescribeConfigurationSetsResult }
  DescribeKeywords: { input: DescribeKeywordsRequest; output: DescribeKeywordsResult }
  DescribeNotifyConfigurations: { input: DescribeNotifyConfigurationsRequest; output: DescribeNotifyConfigurationsResult }
  DescribeNotifyTemplates: { input: DescribeNotifyTemplatesRequest; output: DescribeNotifyTemplatesResult }
  DescribeOptOutLists: { input: DescribeOptOutListsRequest; output: DescribeOptOutListsResult }
  DescribeOptedOutNumbers: { input: DescribeOptedOutNumbersRequest; output: DescribeOptedOutNumbersResult }
  DescribePhoneNumbers: { input: DescribePhoneNumbersRequest; output: DescribePhoneNumbersResult }
  DescribePools: { input: DescribePoolsRequest; output: DescribePoolsResult }
  DescribeProtectConfigurations: { input: DescribeProtectConfigurationsRequest; output: DescribeProtectConfigurationsResult }
  DescribeRcsAgentCountryLaunchStatus: { input: DescribeRcsAgentCountryLaunchStatusRequest; output: DescribeRcsAgentCountryLaunchStatusResult }
  DescribeRcsAgents: { input: DescribeRcsAgentsRequest; output: DescribeRcsAgentsResult }
  DescribeRegistrationAttachments: { input: DescribeRegistrationAttachmentsRequest; output: DescribeRegistrationAttachmentsResult }
  DescribeRegistrationFieldDefinitions: { input: DescribeRegistrationFieldDefinitionsRequest; output: DescribeRegistrationFieldDefinitionsResult }
  DescribeRegistrationFieldValues: { input: DescribeRegistrationFieldValuesRequest; output: DescribeRegistrationFieldValuesResult }
  DescribeRegistrationSectionDefinitions: { input: DescribeRegistrationSectionDefinitionsRequest; output: DescribeRegistrationSectionDefinitionsResult }
  DescribeRegistrationTypeDefinitions: { input: DescribeRegistrationTypeDefinitionsRequest; output: DescribeRegistrationTypeDefinitionsResult }
  DescribeRegistrationVersions: { input: DescribeRegistrationVersionsRequest; output: DescribeRegistrationVersionsResult }
  DescribeRegistrations: { input: DescribeRegistrationsRequest; output: DescribeRegistrationsResult }
  DescribeSenderIds: { input: DescribeSenderIdsRequest; output: DescribeSenderIdsResult }
  DescribeSpendLimits: { input: DescribeSpendLimitsRequest; output: DescribeSpendLimitsResult }
  DescribeVerifiedDestinationNumbers: { input: DescribeVerifiedDestinationNumbersRequest; output: DescribeVerifiedDestinationNumbersResult }
  DisassociateOriginationIdentity: { input: DisassociateOriginationIdentityRequest; output: DisassociateOriginationIdentityResult }
  DisassociateProtectConfiguration: { input: DisassociateProtectConfigurationRequest; output: DisassociateProtectConfigurationResult }
  DiscardRegistrationVersion: { input: DiscardRegistrationVersionRequest; output: DiscardRegistrationVersionResult }
  GetProtectConfigurationCountryRuleSet: { input: GetProtectConfigurationCountryRuleSetRequest; output: GetProtectConfigurationCountryRuleSetResult }
  GetResourcePolicy: { input: GetResourcePolicyRequest; output: GetResourcePolicyResult }
  ListNotifyCountries: { input: ListNotifyCountriesRequest; output: ListNotifyCountriesResult }
  ListPoolOriginationIdentities: { input: ListPoolOriginationIdentitiesRequest; output: ListPoolOriginationIdentitiesResult }
  ListProtectConfigurationRuleSetNumberOverrides: { input: ListProtectConfigurationRuleSetNumberOverridesRequest; output: ListProtectConfigurationRuleSetNumberOverridesResult }
  ListRegistrationAssociations: { input: ListRegistrationAssociationsRequest; output: ListRegistrationAssociationsResult }
  ListTagsForResource: { input: ListTagsForResourceRequest; output: ListTagsForResourceResult }
  PutKeyword: { input: PutKeywordRequest; output: PutKeywordResult }
  PutMessageFeedback: { input: PutMessageFeedbackRequest; output: PutMessageFeedbackResult }
  PutOptedOutNumber: { input: PutOptedOutNumberRequest; output: PutOptedOutNumberResult }
  PutProtectConfigurationRuleSetNumberOverride: { input: PutProtectConfigurationRuleSetNumberOverrideRequest; output: PutProtectConfigurationRuleSetNumberOverrideResult }
  PutRegistrationFieldValue: { input: PutRegistrationFieldValueRequest; output: PutRegistrationFieldValueResult }
  PutResourcePolicy: { input: PutResourcePolicyRequest; output: PutResourcePolicyResult }
  ReleasePhoneNumber: { input: ReleasePhoneNumberRequest; output: ReleasePhoneNumberResult }
  ReleaseSenderId: { input: ReleaseSenderIdRequest; output: ReleaseSenderIdResult }
  RequestPhoneNumber: { input: RequestPhoneNumberRequest; output: RequestPhoneNumberResult }
  RequestSenderId: { input: RequestSenderIdRequest; output: RequestSenderIdResult }
  SendDestinationNumberVerificationCode: { input: SendDestinationNumberVerificationCodeRequest; output: SendDestinationNumberVerificationCodeResult }
  SendMediaMessage: { input: SendMediaMessageRequest; output: SendMediaMessageResult }
  SendNotifyTextMessage: { input: SendNotifyTextMessageRequest; output: SendNotifyTextMessageResult }
  SendNotifyVoiceMessage: { input: SendNotifyVoiceMessageRequest; output: SendNotifyVoiceMessageResult }
  SendRcsMessage: { input: SendRcsMessageRequest; output: SendRcsMessageResult }
  SendTextMessage: { input: SendTextMessageRequest; output: SendTextMessageResult }
  SendVoiceMessage: { input: SendVoiceMessageRequest; output: SendVoiceMessageResult }
  SetAccountDefaultProtectConfiguration: { input: SetAccountDefaultProtectConfigurationRequest; output: SetAccountDefaultProtectConfigurationResult }
  SetDefaultMessageFeedbackEnabled: { input: SetDefaultMessageFeedbackEnabledRequest; output: SetDefaultMessageFeedbackEnabledResult }
  SetDefaultMessageType: { input: SetDefaultMessageTypeRequest; output: SetDefaultMessageTypeResult }
  SetDefaultSenderId: { input: SetDefaultSenderIdRequest; output: SetDefaultSenderIdResult }
  SetMediaMessageSpendLimitOverride: { input: SetMediaMessageSpendLimitOverrideRequest; output: SetMediaMessageSpendLimitOverrideResult }
  SetNotifyMessageSpendLimitOverride: { input: SetNotifyMessageSpendLimitOverrideRequest; output: SetNotifyMessageSpendLimitOverrideResult }
  SetRcsMessageSpendLimitOverride: { input: SetRcsMessageSpendLimitOverrideRequest; output: SetRcsMessageSpendLimitOverrideResult }
  SetTextMessageSpendLimitOverride: { input: SetTextMessageSpendLimitOverrideRequest; output: SetTextMessageSpendLimitOverrideResult }
  SetVoiceMessageSpendLimitOverride: { input: SetVoiceMessageSpendLimitOverrideRequest; output: SetVoiceMessageSpendLimitOverrideResult }
  SubmitRegistrationVersion: { input: SubmitRegistrationVersionRequest; output: SubmitRegistrationVersionResult }
  TagResource: { input: TagResourceRequest; output: TagResourceResult }
  UntagResource: { input: UntagResourceRequest; output: UntagResourceResult }
  UpdateEventDestination: { input: UpdateEventDestinationRequest; output: UpdateEventDestinationResult }
  UpdateNotifyConfiguration: { input: UpdateNotifyConfigurationRequest; output: UpdateNotifyConfigurationResult }
  UpdatePhoneNumber: { input: UpdatePhoneNumberRequest; output: UpdatePhoneNumberResult }
  UpdatePool: { input: UpdatePoolRequest; output: UpdatePoolResult }
  UpdateProtectConfiguration: { input: UpdateProtectConfigurationRequest; output: UpdateProtectConfigurationResult }
  UpdateProtectConfigurationCountryRuleSet: { input: UpdateProtectConfigurationCountryRuleSetRequest; output: UpdateProtectConfigurationCountryRuleSetResult }
  UpdateRcsAgent: { input: UpdateRcsAgentRequest; output: UpdateRcsAgentResult }
  UpdateSenderId: { input: UpdateSenderIdRequest; output: UpdateSenderIdResult }
  VerifyDestinationNumber: { input: VerifyDestinationNumberRequest; output: VerifyDestinationNumberResult }
}
