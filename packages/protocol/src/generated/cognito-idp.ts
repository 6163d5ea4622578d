// Generated from the model of Amazon Cognito Identity Provider 2016-04-18 by scripts/generate-protocol.ts.

export interface AccessDeniedException {
  "message"?: string
}

export interface AccountRecoverySettingType {
  "RecoveryMechanisms"?: RecoveryOptionType[]
}

export interface AccountTakeoverActionType {
  "EventAction": AccountTakeoverEventActionType
  "Notify": boolean
}

export interface AccountTakeoverActionsType {
  "HighAction"?: AccountTakeoverActionType
  "LowAction"?: AccountTakeoverActionType
  "MediumAction"?: AccountTakeoverActionType
}

export type AccountTakeoverEventActionType = "BLOCK" | "MFA_IF_CONFIGURED" | "MFA_REQUIRED" | "NO_ACTION"

export interface AccountTakeoverRiskConfigurationType {
  "Actions": AccountTakeoverActionsType
  "NotifyConfiguration"?: NotifyConfigurationType
}

export interface AddCustomAttributesRequest {
  "CustomAttributes": SchemaAttributeType[]
  "UserPoolId": string
}

export interface AddCustomAttributesResponse {
}

export interface AddUserPoolClientSecretRequest {
  "ClientId": string
  "ClientSecret"?: string
  "UserPoolId": string
}

export interface AddUserPoolClientSecretResponse {
  "ClientSecretDescriptor"?: ClientSecretDescriptorType
}

export interface AdminAddUserToGroupRequest {
  "GroupName": string
  "UserPoolId": string
  "Username": string
}

export interface AdminConfirmSignUpRequest {
  "ClientMetadata"?: Record<string, string>
  "UserPoolId": string
  "Username": string
}

export interface AdminConfirmSignUpResponse {
}

export interface AdminCreateUserConfigType {
  "AllowAdminCreateUserOnly"?: boolean
  "InviteMessageTemplate"?: MessageTemplateType
  "UnusedAccountValidityDays"?: number
}

export interface AdminCreateUserRequest {
  "ClientMetadata"?: Record<string, string>
  "DesiredDeliveryMediums"?: DeliveryMediumType[]
  "ForceAliasCreation"?: boolean
  "MessageAction"?: MessageActionType
  "TemporaryPassword"?: string
  "UserAttributes"?: AttributeType[]
  "UserPoolId": string
  "Username": string
  "ValidationData"?: AttributeType[]
}

export interface AdminCreateUserResponse {
  "User"?: UserType
}

export interface AdminDeleteUserAttributesRequest {
  "UserAttributeNames": string[]
  "UserPoolId": string
  "Username": string
}

export interface AdminDeleteUserAttributesResponse {
}

export interface AdminDeleteUserRequest {
  "UserPoolId": string
  "Username": string
}

export interface AdminDisableProviderForUserRequest {
  "User": ProviderUserIdentifierType
  "UserPoolId": string
}

export interface AdminDisableProviderForUserResponse {
}

export interface AdminDisableUserRequest {
  "UserPoolId": string
  "Username": string
}

export interface AdminDisableUserResponse {
}

export interface AdminEnableUserRequest {
  "UserPoolId": string
  "Username": string
}

export interface AdminEnableUserResponse {
}

export interface AdminForgetDeviceRequest {
  "DeviceKey": string
  "UserPoolId": string
  "Username": string
}

export interface AdminGetDeviceRequest {
  "DeviceKey": string
  "UserPoolId": string
  "Username": string
}

export interface AdminGetDeviceResponse {
  "Device": DeviceType
}

export interface AdminGetUserAuthFactorsRequest {
  "UserPoolId": string
  "Username": string
}

export interface AdminGetUserAuthFactorsResponse {
  "ConfiguredUserAuthFactors"?: AuthFactorType[]
  "PreferredMfaSetting"?: string
  "UserMFASettingList"?: string[]
  "Username": string
}

export interface AdminGetUserRequest {
  "UserPoolId": string
  "Username": string
}

export interface AdminGetUserResponse {
  "Enabled"?: boolean
  "MFAOptions"?: MFAOptionType[]
  "PreferredMfaSetting"?: string
  "UserAttributes"?: AttributeType[]
  "UserCreateDate"?: Date
  "UserLastModifiedDate"?: Date
  "UserMFASettingList"?: string[]
  "UserStatus"?: UserStatusType
  "Username": string
}

export interface AdminInitiateAuthRequest {
  "AnalyticsMetadata"?: AnalyticsMetadataType
  "AuthFlow": AuthFlowType
  "AuthParameters"?: Record<string, string>
  "ClientId": string
  "ClientMetadata"?: Record<string, string>
  "ContextData"?: ContextDataType
  "Session"?: string
  "UserPoolId": string
}

export interface AdminInitiateAuthResponse {
  "AuthenticationResult"?: AuthenticationResultType
  "AvailableChallenges"?: ChallengeNameType[]
  "ChallengeName"?: ChallengeNameType
  "ChallengeParameters"?: Record<string, string>
  "Session"?: string
}

export interface AdminLinkProviderForUserRequest {
  "DestinationUser": ProviderUserIdentifierType
  "SourceUser": ProviderUserIdentifierType
  "UserPoolId": string
}

export interface AdminLinkProviderForUserResponse {
}

export interface AdminListDevicesRequest {
  "Limit"?: number
  "PaginationToken"?: string
  "UserPoolId": string
  "Username": string
}

export interface AdminListDevicesResponse {
  "Devices"?: DeviceType[]
  "PaginationToken"?: string
}

export interface AdminListGroupsForUserRequest {
  "Limit"?: number
  "NextToken"?: string
  "UserPoolId": string
  "Username": string
}

export interface AdminListGroupsForUserResponse {
  "Groups"?: GroupType[]
  "NextToken"?: string
}

export interface AdminListUserAuthEventsRequest {
  "MaxResults"?: number
  "NextToken"?: string
  "UserPoolId": string
  "Username": string
}

export interface AdminListUserAuthEventsResponse {
  "AuthEvents"?: AuthEventType[]
  "NextToken"?: string
}

export interface AdminRemoveUserFromGroupRequest {
  "GroupName": string
  "UserPoolId": string
  "Username": string
}

export interface AdminResetUserPasswordRequest {
  "ClientMetadata"?: Record<string, string>
  "UserPoolId": string
  "Username": string
}

export interface AdminResetUserPasswordResponse {
}

export interface AdminRespondToAuthChallengeRequest {
  "AnalyticsMetadata"?: AnalyticsMetadataType
  "ChallengeName": ChallengeNameType
  "ChallengeResponses"?: Record<string, string>
  "ClientId": string
  "ClientMetadata"?: Record<string, string>
  "ContextData"?: ContextDataType
  "Session"?: string
  "UserPoolId": string
}

export interface AdminRespondToAuthChallengeResponse {
  "AuthenticationResult"?: AuthenticationResultType
  "ChallengeName"?: ChallengeNameType
  "ChallengeParameters"?: Record<string, string>
  "Session"?: string
}

export interface AdminSetUserMFAPreferenceRequest {
  "EmailMfaSettings"?: EmailMfaSettingsType
  "SMSMfaSettings"?: SMSMfaSettingsType
  "SoftwareTokenMfaSettings"?: SoftwareTokenMfaSettingsType
  "UserPoolId": string
  "Username": string
  "WebAuthnMfaSettings"?: WebAuthnMfaSettingsType
}

export interface AdminSetUserMFAPreferenceResponse {
}

export interface AdminSetUserPasswordRequest {
  "Password": string
  "Permanent"?: boolean
  "UserPoolId": string
  "Username": string
}

export interface AdminSetUserPasswordResponse {
}

export interface AdminSetUserSettingsRequest {
  "MFAOptions": MFAOptionType[]
  "UserPoolId": string
  "Username": string
}

export interface AdminSetUserSettingsResponse {
}

export interface AdminUpdateAuthEventFeedbackRequest {
  "EventId": string
  "FeedbackValue": FeedbackValueType
  "UserPoolId": string
  "Username": string
}

export interface AdminUpdateAuthEventFeedbackResponse {
}

export interface AdminUpdateDeviceStatusRequest {
  "DeviceKey": string
  "DeviceRememberedStatus"?: DeviceRememberedStatusType
  "UserPoolId": string
  "Username": string
}

export interface AdminUpdateDeviceStatusResponse {
}

export interface AdminUpdateUserAttributesRequest {
  "ClientMetadata"?: Record<string, string>
  "UserAttributes": AttributeType[]
  "UserPoolId": string
  "Username": string
}

export interface AdminUpdateUserAttributesResponse {
}

export interface AdminUserGlobalSignOutRequest {
  "UserPoolId": string
  "Username": string
}

export interface AdminUserGlobalSignOutResponse {
}

export interface AdvancedSecurityAdditionalFlowsType {
  "CustomAuthMode"?: AdvancedSecurityEnabledModeType
}

export type AdvancedSecurityEnabledModeType = "AUDIT" | "ENFORCED"

export type AdvancedSecurityModeType = "OFF" | "AUDIT" | "ENFORCED"

export type AliasAttributeType = "phone_number" | "email" | "preferred_username"

export interface AliasExistsException {
  "message"?: string
}

export interface AnalyticsConfigurationType {
  "ApplicationArn"?: string
  "ApplicationId"?: string
  "ExternalId"?: string
  "RoleArn"?: string
  "UserDataShared"?: boolean
}

export interface AnalyticsMetadataType {
  "AnalyticsEndpointId"?: string
}

export type AssetCategoryType = "FAVICON_ICO" | "FAVICON_SVG" | "EMAIL_GRAPHIC" | "SMS_GRAPHIC" | "AUTH_APP_GRAPHIC" | "PASSWORD_GRAPHIC" | "PASSKEY_GRAPHIC" | "PAGE_HEADER_LOGO" | "PAGE_HEADER_BACKGROUND" | "PAGE_FOOTER_LOGO" | "PAGE_FOOTER_BACKGROUND" | "PAGE_BACKGROUND" | "FORM_BACKGROUND" | "FORM_LOGO" | "IDP_BUTTON_ICON"

export type AssetExtensionType = "ICO" | "JPEG" | "PNG" | "SVG" | "WEBP"

export interface AssetType {
  "Bytes"?: Uint8Array
  "Category": AssetCategoryType
  "ColorMode": ColorSchemeModeType
  "Extension": AssetExtensionType
  "ResourceId"?: string
}

export interface AssociateSoftwareTokenRequest {
  "AccessToken"?: string
  "Session"?: string
}

export interface AssociateSoftwareTokenResponse {
  "SecretCode"?: string
  "Session"?: string
}

export type AttributeDataType = "String" | "Number" | "DateTime" | "Boolean"

export interface AttributeType {
  "Name": string
  "Value"?: string
}

export interface AuthEventType {
  "ChallengeResponses"?: ChallengeResponseType[]
  "CreationDate"?: Date
  "EventContextData"?: EventContextDataType
  "EventFeedback"?: EventFeedbackType
  "EventId"?: string
  "EventResponse"?: EventResponseType
  "EventRisk"?: EventRiskType
  "EventType"?: EventType
}

export type AuthFactorType = "PASSWORD" | "EMAIL_OTP" | "SMS_OTP" | "WEB_AUTHN" | "SOFTWARE_TOKEN"

export type AuthFlowType = "USER_SRP_AUTH" | "REFRESH_TOKEN_AUTH" | "REFRESH_TOKEN" | "CUSTOM_AUTH" | "ADMIN_NO_SRP_AUTH" | "USER_PASSWORD_AUTH" | "ADMIN_USER_PASSWORD_AUTH" | "USER_AUTH"

export interface AuthenticationResultType {
  "AccessToken"?: string
  "ExpiresIn"?: number
  "IdToken"?: string
  "NewDeviceMetadata"?: NewDeviceMetadataType
  "RefreshToken"?: string
  "TokenType"?: string
}

export type ChallengeName = "Password" | "Mfa"

export type ChallengeNameType = "SMS_MFA" | "EMAIL_OTP" | "SOFTWARE_TOKEN_MFA" | "SELECT_MFA_TYPE" | "MFA_SETUP" | "PASSWORD_VERIFIER" | "CUSTOM_CHALLENGE" | "SELECT_CHALLENGE" | "DEVICE_SRP_AUTH" | "DEVICE_PASSWORD_VERIFIER" | "ADMIN_NO_SRP_AUTH" | "NEW_PASSWORD_REQUIRED" | "SMS_OTP" | "PASSWORD" | "WEB_AUTHN" | "PASSWORD_SRP"

export type ChallengeResponse = "Success" | "Failure"

export interface ChallengeResponseType {
  "ChallengeName"?: ChallengeName
  "ChallengeResponse"?: ChallengeResponse
}

export interface ChangePasswordRequest {
  "AccessToken": string
  "PreviousPassword"?: string
  "ProposedPassword": string
}

export interface ChangePasswordResponse {
}

export interface ClientSecretDescriptorType {
  "ClientSecretCreateDate"?: Date
  "ClientSecretId"?: string
  "ClientSecretValue"?: string
}

export interface CloudWatchLogsConfigurationType {
  "LogGroupArn"?: string
}

export interface CodeDeliveryDetailsType {
  "AttributeName"?: string
  "DeliveryMedium"?: DeliveryMediumType
  "Destination"?: string
}

export interface CodeDeliveryFailureException {
  "message"?: string
}

export interface CodeMismatchException {
  "message"?: string
}

export type ColorSchemeModeType = "LIGHT" | "DARK" | "DYNAMIC"

export interface CompleteWebAuthnRegistrationRequest {
  "AccessToken": string
  "Credential": Document
}

export interface CompleteWebAuthnRegistrationResponse {
}

export interface CompromisedCredentialsActionsType {
  "EventAction": CompromisedCredentialsEventActionType
}

export type CompromisedCredentialsEventActionType = "BLOCK" | "NO_ACTION"

export interface CompromisedCredentialsRiskConfigurationType {
  "Actions": CompromisedCredentialsActionsType
  "EventFilter"?: EventFilterType[]
}

export interface ConcurrentModificationException {
  "message"?: string
}

export interface ConfirmDeviceRequest {
  "AccessToken": string
  "DeviceKey": string
  "DeviceName"?: string
  "DeviceSecretVerifierConfig"?: DeviceSecretVerifierConfigType
}

export interface ConfirmDeviceResponse {
  "UserConfirmationNecessary"?: boolean
}

export interface ConfirmForgotPasswordRequest {
  "AnalyticsMetadata"?: AnalyticsMetadataType
  "ClientId": string
  "ClientMetadata"?: Record<string, string>
  "ConfirmationCode": string
  "Password": string
  "SecretHash"?: string
  "UserContextData"?: UserContextDataType
  "Username": string
}

export interface ConfirmForgotPasswordResponse {
}

export interface ConfirmSignUpRequest {
  "AnalyticsMetadata"?: AnalyticsMetadataType
  "ClientId": string
  "ClientMetadata"?: Record<string, string>
  "ConfirmationCode": string
  "ForceAliasCreation"?: boolean
  "SecretHash"?: string
  "Session"?: string
  "UserContextData"?: UserContextDataType
  "Username": string
}

export interface ConfirmSignUpResponse {
  "Session"?: string
}

export interface ContextDataType {
  "EncodedData"?: string
  "HttpHeaders": HttpHeader[]
  "IpAddress": string
  "ServerName": string
  "ServerPath": string
}

export interface CreateGroupRequest {
  "Description"?: string
  "GroupName": string
  "Precedence"?: number
  "RoleArn"?: string
  "UserPoolId": string
}

export interface CreateGroupResponse {
  "Group"?: GroupType
}

export interface CreateIdentityProviderRequest {
  "AttributeMapping"?: Record<string, string>
  "IdpIdentifiers"?: string[]
  "ProviderDetails": Record<string, string>
  "ProviderName": string
  "ProviderType": IdentityProviderTypeType
  "UserPoolId": string
}

export interface CreateIdentityProviderResponse {
  "IdentityProvider": IdentityProviderType
}

export interface CreateManagedLoginBrandingRequest {
  "Assets"?: AssetType[]
  "ClientId": string
  "Settings"?: Document
  "UseCognitoProvidedValues"?: boolean
  "UserPoolId": string
}

export interface CreateManagedLoginBrandingResponse {
  "ManagedLoginBranding"?: ManagedLoginBrandingType
}

export interface CreateResourceServerRequest {
  "Identifier": string
  "Name": string
  "Scopes"?: ResourceServerScopeType[]
  "UserPoolId": string
}

export interface CreateResourceServerResponse {
  "ResourceServer": ResourceServerType
}

export interface CreateTermsRequest {
  "ClientId": string
  "Enforcement": TermsEnforcementType
  "Links"?: Record<string, string>
  "TermsName": string
  "TermsSource": TermsSourceType
  "UserPoolId": string
}

export interface CreateTermsResponse {
  "Terms"?: TermsType
}

export interface CreateUserImportJobRequest {
  "CloudWatchLogsRoleArn": string
  "JobName": string
  "PasswordHashingAlgorithm"?: PasswordHashingAlgorithmType
  "UserPoolId": string
}

export interface CreateUserImportJobResponse {
  "UserImportJob"?: UserImportJobType
}

export interface CreateUserPoolClientRequest {
  "AccessTokenValidity"?: number
  "AllowedOAuthFlows"?: OAuthFlowType[]
  "AllowedOAuthFlowsUserPoolClient"?: boolean
  "AllowedOAuthScopes"?: string[]
  "AnalyticsConfiguration"?: AnalyticsConfigurationType
  "AuthSessionValidity"?: number
  "CallbackURLs"?: string[]
  "ClientName": string
  "ClientSecret"?: string
  "DefaultRedirectURI"?: string
  "EnablePropagateAdditionalUserContextData"?: boolean
  "EnableTokenRevocation"?: boolean
  "ExplicitAuthFlows"?: ExplicitAuthFlowsType[]
  "GenerateSecret"?: boolean
  "IdTokenValidity"?: number
  "LogoutURLs"?: string[]
  "PreventUserExistenceErrors"?: PreventUserExistenceErrorTypes
  "ReadAttributes"?: string[]
  "RefreshTokenRotation"?: RefreshTokenRotationType
  "RefreshTokenValidity"?: number
  "SupportedIdentityProviders"?: string[]
  "TokenValidityUnits"?: TokenValidityUnitsType
  "UserPoolId": string
  "WriteAttributes"?: string[]
}

export interface CreateUserPoolClientResponse {
  "UserPoolClient"?: UserPoolClientType
}

export interface CreateUserPoolDomainRequest {
  "CustomDomainConfig"?: CustomDomainConfigType
  "Domain": string
  "ManagedLoginVersion"?: number
  "Routing"?: RoutingType
  "UserPoolId": string
}

export interface CreateUserPoolDomainResponse {
  "CloudFrontDomain"?: string
  "ManagedLoginVersion"?: number
  "Routing"?: RoutingType
}

export interface CreateUserPoolReplicaRequest {
  "RegionName": string
  "UserPoolId": string
  "UserPoolTags"?: Record<string, string>
}

export interface CreateUserPoolReplicaResponse {
  "UserPoolReplica"?: UserPoolReplicaType
}

export interface CreateUserPoolRequest {
  "AccountRecoverySetting"?: AccountRecoverySettingType
  "AdminCreateUserConfig"?: AdminCreateUserConfigType
  "AliasAttributes"?: AliasAttributeType[]
  "AutoVerifiedAttributes"?: VerifiedAttributeType[]
  "DeletionProtection"?: DeletionProtectionType
  "DeviceConfiguration"?: DeviceConfigurationType
  "EmailConfiguration"?: EmailConfigurationType
  "EmailVerificationMessage"?: string
  "EmailVerificationSubject"?: string
  "IssuerConfiguration"?: IssuerConfigurationType
  "KeyConfiguration"?: KeyConfigurationType
  "LambdaConfig"?: LambdaConfigType
  "MfaConfiguration"?: UserPoolMfaType
  "Policies"?: UserPoolPolicyType
  "PoolName": string
  "Schema"?: SchemaAttributeType[]
  "SmsAuthenticationMessage"?: string
  "SmsConfiguration"?: SmsConfigurationType
  "SmsVerificationMessage"?: string
  "UserAttributeUpdateSettings"?: UserAttributeUpdateSettingsType
  "UserPoolAddOns"?: UserPoolAddOnsType
  "UserPoolTags"?: Record<string, string>
  "UserPoolTier"?: UserPoolTierType
  "UsernameAttributes"?: UsernameAttributeType[]
  "UsernameConfiguration"?: UsernameConfigurationType
  "VerificationMessageTemplate"?: VerificationMessageTemplateType
}

export interface CreateUserPoolResponse {
  "UserPool"?: UserPoolType
}

export interface CustomDomainConfigType {
  "CertificateArn": string
  "SecurityPolicy"?: SecurityPolicyType
}

export interface CustomEmailLambdaVersionConfigType {
  "LambdaArn": string
  "LambdaVersion": CustomEmailSenderLambdaVersionType
}

export type CustomEmailSenderLambdaVersionType = "V1_0"

export interface CustomSMSLambdaVersionConfigType {
  "LambdaArn": string
  "LambdaVersion": CustomSMSSenderLambdaVersionType
}

export type CustomSMSSenderLambdaVersionType = "V1_0"

export type DefaultEmailOptionType = "CONFIRM_WITH_LINK" | "CONFIRM_WITH_CODE"

export interface DeleteGroupRequest {
  "GroupName": string
  "UserPoolId": string
}

export interface DeleteIdentityProviderRequest {
  "ProviderName": string
  "UserPoolId": string
}

export interface DeleteManagedLoginBrandingRequest {
  "ManagedLoginBrandingId": string
  "UserPoolId": string
}

export interface DeleteResourceServerRequest {
  "Identifier": string
  "UserPoolId": string
}

export interface DeleteTermsRequest {
  "TermsId": string
  "UserPoolId": string
}

export interface DeleteUserAttributesRequest {
  "AccessToken": string
  "UserAttributeNames": string[]
}

export interface DeleteUserAttributesResponse {
}

export interface DeleteUserPoolClientRequest {
  "ClientId": string
  "UserPoolId": string
}

export interface DeleteUserPoolClientSecretRequest {
  "ClientId": string
  "ClientSecretId": string
  "UserPoolId": string
}

export interface DeleteUserPoolClientSecretResponse {
}

export interface DeleteUserPoolDomainRequest {
  "Domain": string
  "UserPoolId": string
}

export interface DeleteUserPoolDomainResponse {
}

export interface DeleteUserPoolReplicaRequest {
  "RegionName": string
  "UserPoolId": string
}

export interface DeleteUserPoolReplicaResponse {
  "UserPoolReplica"?: UserPoolReplicaType
}

export interface DeleteUserPoolRequest {
  "UserPoolId": string
}

export interface DeleteUserRequest {
  "AccessToken": string
}

export interface DeleteWebAuthnCredentialRequest {
  "AccessToken": string
  "CredentialId": string
}

export interface DeleteWebAuthnCredentialResponse {
}

export type DeletionProtectionType = "ACTIVE" | "INACTIVE"

export type DeliveryMediumType = "SMS" | "EMAIL"

export interface DescribeIdentityProviderRequest {
  "ProviderName": string
  "UserPoolId": string
}

export interface DescribeIdentityProviderResponse {
  "IdentityProvider": IdentityProviderType
}

export interface DescribeManagedLoginBrandingByClientRequest {
  "ClientId": string
  "ReturnMergedResources"?: boolean
  "UserPoolId": string
}

export interface DescribeManagedLoginBrandingByClientResponse {
  "ManagedLoginBranding"?: ManagedLoginBrandingType
}

export interface DescribeManagedLoginBrandingRequest {
  "ManagedLoginBrandingId": string
  "ReturnMergedResources"?: boolean
  "UserPoolId": string
}

export interface DescribeManagedLoginBrandingResponse {
  "ManagedLoginBranding"?: ManagedLoginBrandingType
}

export interface DescribeResourceServerRequest {
  "Identifier": string
  "UserPoolId": string
}

export interface DescribeResourceServerResponse {
  "ResourceServer": ResourceServerType
}

export interface DescribeRiskConfigurationRequest {
  "ClientId"?: string
  "UserPoolId": string
}

export interface DescribeRiskConfigurationResponse {
  "RiskConfiguration": RiskConfigurationType
}

export interface DescribeTermsRequest {
  "TermsId": string
  "UserPoolId": string
}

export interface DescribeTermsResponse {
  "Terms"?: TermsType
}

export interface DescribeUserImportJobRequest {
  "JobId": string
  "UserPoolId": string
}

export interface DescribeUserImportJobResponse {
  "UserImportJob"?: UserImportJobType
}

export interface DescribeUserPoolClientRequest {
  "ClientId": string
  "UserPoolId": string
}

export interface DescribeUserPoolClientResponse {
  "UserPoolClient"?: UserPoolClientType
}

export interface DescribeUserPoolDomainRequest {
  "Domain": string
}

export interface DescribeUserPoolDomainResponse {
  "DomainDescription"?: DomainDescriptionType
}

export interface DescribeUserPoolRequest {
  "UserPoolId": string
}

export interface DescribeUserPoolResponse {
  "UserPool"?: UserPoolType
}

export interface DeviceConfigurationType {
  "ChallengeRequiredOnNewDevice"?: boolean
  "DeviceOnlyRememberedOnUserPrompt"?: boolean
}

export interface DeviceKeyExistsException {
  "message"?: string
}

export type DeviceRememberedStatusType = "remembered" | "not_remembered"

export interface DeviceSecretVerifierConfigType {
  "PasswordVerifier"?: string
  "Salt"?: string
}

export interface DeviceType {
  "DeviceAttributes"?: AttributeType[]
  "DeviceCreateDate"?: Date
  "DeviceKey"?: string
  "DeviceLastAuthenticatedDate"?: Date
  "DeviceLastModifiedDate"?: Date
}

export interface Document {
}

export interface DomainDescriptionType {
  "AWSAccountId"?: string
  "CloudFrontDistribution"?: string
  "CustomDomainConfig"?: CustomDomainConfigType
  "Domain"?: string
  "ManagedLoginVersion"?: number
  "Routing"?: RoutingType
  "S3Bucket"?: string
  "Status"?: DomainStatusType
  "UserPoolId"?: string
  "Version"?: string
}

export type DomainStatusType = "CREATING" | "DELETING" | "UPDATING" | "ACTIVE" | "FAILED"

export interface DuplicateProviderException {
  "message"?: string
}

export interface EmailConfigurationType {
  "ConfigurationSet"?: string
  "EmailSendingAccount"?: EmailSendingAccountType
  "From"?: string
  "ReplyToEmailAddress"?: string
  "SourceArn"?: string
}

export interface EmailMfaConfigType {
  "Message"?: string
  "Subject"?: string
}

export interface EmailMfaSettingsType {
  "Enabled"?: boolean
  "PreferredMfa"?: boolean
}

export type EmailSendingAccountType = "COGNITO_DEFAULT" | "DEVELOPER"

export interface EnableSoftwareTokenMFAException {
  "message"?: string
}

export type EncryptionKeyType = "AWS_OWNED_KEY" | "CUSTOMER_MANAGED_KEY"

export interface EumsSmsConfigurationType {
  "CallerArn": string
  "ConfigurationSetName"?: string
  "ExternalId"?: string
  "InEntityId"?: string
  "InTemplateId"?: string
  "OriginationIdentity"?: string
  "Region"?: string
}

export interface EventContextDataType {
  "City"?: string
  "Country"?: string
  "DeviceName"?: string
  "IpAddress"?: string
  "Timezone"?: string
}

export interface EventFeedbackType {
  "FeedbackDate"?: Date
  "FeedbackValue": FeedbackValueType
  "Provider": string
}

export type EventFilterType = "SIGN_IN" | "PASSWORD_CHANGE" | "SIGN_UP"

export type EventResponseType = "Pass" | "Fail" | "InProgress"

export interface EventRiskType {
  "CompromisedCredentialsDetected"?: boolean
  "RiskDecision"?: RiskDecisionType
  "RiskLevel"?: RiskLevelType
}

export type EventSourceName = "userNotification" | "userAuthEvents"

export type EventType = "SignIn" | "SignUp" | "ForgotPassword" | "PasswordChange" | "ResendCode"

export interface ExpiredCodeException {
  "message"?: string
}

export type ExplicitAuthFlowsType = "ADMIN_NO_SRP_AUTH" | "CUSTOM_AUTH_FLOW_ONLY" | "USER_PASSWORD_AUTH" | "ALLOW_ADMIN_USER_PASSWORD_AUTH" | "ALLOW_CUSTOM_AUTH" | "ALLOW_USER_PASSWORD_AUTH" | "ALLOW_USER_SRP_AUTH" | "ALLOW_REFRESH_TOKEN_AUTH" | "ALLOW_USER_AUTH"

export interface FailoverType {
  "PrimaryRoute53HealthCheckId": string
  "SecondaryRegion": string
}

export type FeatureType = "ENABLED" | "DISABLED"

export interface FeatureUnavailableInTierException {
  "message"?: string
}

export type FeedbackValueType = "Valid" | "Invalid"

export interface FirehoseConfigurationType {
  "StreamArn"?: string
}

export interface ForbiddenException {
  "message"?: string
}

export interface ForgetDeviceRequest {
  "AccessToken"?: string
  "DeviceKey": string
}

export interface ForgotPasswordRequest {
  "AnalyticsMetadata"?: AnalyticsMetadataType
  "ClientId": string
  "ClientMetadata"?: Record<string, string>
  "SecretHash"?: string
  "UserContextData"?: UserContextDataType
  "Username": string
}

export interface ForgotPasswordResponse {
  "CodeDeliveryDetails"?: CodeDeliveryDetailsType
}

export interface GetCSVHeaderRequest {
  "UserPoolId": string
}

export interface GetCSVHeaderResponse {
  "CSVHeader"?: string[]
  "UserPoolId"?: string
}

export interface GetDeviceRequest {
  "AccessToken"?: string
  "DeviceKey": string
}

export interface GetDeviceResponse {
  "Device": DeviceType
}

export interface GetGroupRequest {
  "GroupName": string
  "UserPoolId": string
}

export interface GetGroupResponse {
  "Group"?: GroupType
}

export interface GetIdentityProviderByIdentifierRequest {
  "IdpIdentifier": string
  "UserPoolId": string
}

export interface GetIdentityProviderByIdentifierResponse {
  "IdentityProvider": IdentityProviderType
}

export interface GetLogDeliveryConfigurationRequest {
  "UserPoolId": string
}

export interface GetLogDeliveryConfigurationResponse {
  "LogDeliveryConfiguration"?: LogDeliveryConfigurationType
}

export interface GetProvisionedLimitRequest {
  "LimitDefinition": LimitDefinitionType
}

export interface GetProvisionedLimitResponse {
  "Limit": LimitType
}

export interface GetSigningCertificateRequest {
  "UserPoolId": string
}

export interface GetSigningCertificateResponse {
  "Certificate"?: string
}

export interface GetTokensFromRefreshTokenRequest {
  "ClientId": string
  "ClientMetadata"?: Record<string, string>
  "ClientSecret"?: string
  "DeviceKey"?: string
  "RefreshToken": string
}

export interface GetTokensFromRefreshTokenResponse {
  "AuthenticationResult"?: AuthenticationResultType
}

export interface GetUICustomizationRequest {
  "ClientId"?: string
  "UserPoolId": string
}

export interface GetUICustomizationResponse {
  "UICustomization": UICustomizationType
}

export interface GetUserAttributeVerificationCodeRequest {
  "AccessToken": string
  "AttributeName": string
  "ClientMetadata"?: Record<string, string>
}

export interface GetUserAttributeVerificationCodeResponse {
  "CodeDeliveryDetails"?: CodeDeliveryDetailsType
}

export interface GetUserAuthFactorsRequest {
  "AccessToken": string
}

export interface GetUserAuthFactorsResponse {
  "ConfiguredUserAuthFactors"?: AuthFactorType[]
  "PreferredMfaSetting"?: string
  "UserMFASettingList"?: string[]
  "Username": string
}

export interface GetUserPoolMfaConfigRequest {
  "UserPoolId": string
}

export interface GetUserPoolMfaConfigResponse {
  "EmailMfaConfiguration"?: EmailMfaConfigType
  "MfaConfiguration"?: UserPoolMfaType
  "SmsMfaConfiguration"?: SmsMfaConfigType
  "SoftwareTokenMfaConfiguration"?: SoftwareTokenMfaConfigType
  "WebAuthnConfiguration"?: WebAuthnConfigurationType
}

export interface GetUserRequest {
  "AccessToken": string
}

export interface GetUserResponse {
  "MFAOptions"?: MFAOptionType[]
  "PreferredMfaSetting"?: string
  "UserAttributes": AttributeType[]
  "UserMFASettingList"?: string[]
  "Username": string
}

export interface GlobalSignOutRequest {
  "AccessToken": string
}

export interface GlobalSignOutResponse {
}

export interface GroupExistsException {
  "message"?: string
}

export interface GroupType {
  "CreationDate"?: Date
  "Description"?: string
  "GroupName"?: string
  "LastModifiedDate"?: Date
  "Precedence"?: number
  "RoleArn"?: string
  "UserPoolId"?: string
}

export interface HttpHeader {
  "headerName"?: string
  "headerValue"?: string
}

export interface IdentityProviderType {
  "AttributeMapping"?: Record<string, string>
  "CreationDate"?: Date
  "IdpIdentifiers"?: string[]
  "LastModifiedDate"?: Date
  "ProviderDetails"?: Record<string, string>
  "ProviderName"?: string
  "ProviderType"?: IdentityProviderTypeType
  "UserPoolId"?: string
}

export type IdentityProviderTypeType = "SAML" | "Facebook" | "Google" | "LoginWithAmazon" | "SignInWithApple" | "OIDC"

export interface InboundFederationLambdaType {
  "LambdaArn": string
  "LambdaVersion": InboundFederationLambdaVersionType
}

export type InboundFederationLambdaVersionType = "V1_0"

export interface InitiateAuthRequest {
  "AnalyticsMetadata"?: AnalyticsMetadataType
  "AuthFlow": AuthFlowType
  "AuthParameters"?: Record<string, string>
  "ClientId": string
  "ClientMetadata"?: Record<string, string>
  "Session"?: string
  "UserContextData"?: UserContextDataType
}

export interface InitiateAuthResponse {
  "AuthenticationResult"?: AuthenticationResultType
  "AvailableChallenges"?: ChallengeNameType[]
  "ChallengeName"?: ChallengeNameType
  "ChallengeParameters"?: Record<string, string>
  "Session"?: string
}

export interface InternalErrorException {
  "message"?: string
}

export interface InternalServerException {
  "message"?: string
}

export interface InvalidEmailRoleAccessPolicyException {
  "message"?: string
}

export interface InvalidLambdaResponseException {
  "message"?: string
}

export interface InvalidOAuthFlowException {
  "message"?: string
}

export interface InvalidParameterException {
  "message"?: string
  "reasonCode"?: string
}

export interface InvalidPasswordException {
  "message"?: string
}

export interface InvalidSmsRoleAccessPolicyException {
  "message"?: string
}

export interface InvalidSmsRoleTrustRelationshipException {
  "message"?: string
}

export interface InvalidUserPoolConfigurationException {
  "message"?: string
}

export interface IssuerConfigurationType {
  "Type"?: IssuerType
}

export type IssuerType = "ORIGINAL" | "UPDATED"

export interface KeyConfigurationType {
  "KeyType"?: EncryptionKeyType
  "KmsKeyArn"?: string
}

export interface LambdaConfigType {
  "CreateAuthChallenge"?: string
  "CustomEmailSender"?: CustomEmailLambdaVersionConfigType
  "CustomMessage"?: string
  "CustomSMSSender"?: CustomSMSLambdaVersionConfigType
  "DefineAuthChallenge"?: string
  "InboundFederation"?: InboundFederationLambdaType
  "KMSKeyID"?: string
  "PostAuthentication"?: string
  "PostConfirmation"?: string
  "PreAuthentication"?: string
  "PreSignUp"?: string
  "PreTokenGeneration"?: string
  "PreTokenGenerationConfig"?: PreTokenGenerationVersionConfigType
  "UserMigration"?: string
  "VerifyAuthChallengeResponse"?: string
}

export type LimitClass = "API_CATEGORY"

export interface LimitDefinitionType {
  "Attributes": Record<string, string>
  "LimitClass": LimitClass
}

export interface LimitExceededException {
  "message"?: string
}

export interface LimitType {
  "FreeLimitValue": number
  "LimitDefinition": LimitDefinitionType
  "ProvisionedLimitValue": number
}

export interface ListDevicesRequest {
  "AccessToken": string
  "Limit"?: number
  "PaginationToken"?: string
}

export interface ListDevicesResponse {
  "Devices"?: DeviceType[]
  "PaginationToken"?: string
}

export interface ListGroupsRequest {
  "Limit"?: number
  "NextToken"?: string
  "UserPoolId": string
}

export interface ListGroupsResponse {
  "Groups"?: GroupType[]
  "NextToken"?: string
}

export interface ListIdentityProvidersRequest {
  "MaxResults"?: number
  "NextToken"?: string
  "UserPoolId": string
}

export interface ListIdentityProvidersResponse {
  "NextToken"?: string
  "Providers": ProviderDescription[]
}

export interface ListResourceServersRequest {
  "MaxResults"?: number
  "NextToken"?: string
  "UserPoolId": string
}

export interface ListResourceServersResponse {
  "NextToken"?: string
  "ResourceServers": ResourceServerType[]
}

export interface ListTagsForResourceRequest {
  "ResourceArn": string
}

export interface ListTagsForResourceResponse {
  "Tags"?: Record<string, string>
}

export interface ListTermsRequest {
  "MaxResults"?: number
  "NextToken"?: string
  "UserPoolId": string
}

export interface ListTermsResponse {
  "NextToken"?: string
  "Terms": TermsDescriptionType[]
}

export interface ListUserImportJobsRequest {
  "MaxResults": number
  "PaginationToken"?: string
  "UserPoolId": string
}

export interface ListUserImportJobsResponse {
  "PaginationToken"?: string
  "UserImportJobs"?: UserImportJobType[]
}

export interface ListUserPoolClientSecretsRequest {
  "ClientId": string
  "NextToken"?: string
  "UserPoolId": string
}

export interface ListUserPoolClientSecretsResponse {
  "ClientSecrets"?: ClientSecretDescriptorType[]
  "NextToken"?: string
}

export interface ListUserPoolClientsRequest {
  "MaxResults"?: number
  "NextToken"?: string
  "UserPoolId": string
}

export interface ListUserPoolClientsResponse {
  "NextToken"?: string
  "UserPoolClients"?: UserPoolClientDescription[]
}

export interface ListUserPoolReplicasRequest {
  "NextToken"?: string
  "UserPoolId": string
}

export interface ListUserPoolReplicasResponse {
  "NextToken"?: string
  "UserPoolReplicas"?: UserPoolReplicaType[]
}

export interface ListUserPoolsRequest {
  "MaxResults": number
  "NextToken"?: string
}

export interface ListUserPoolsResponse {
  "NextToken"?: string
  "UserPools"?: UserPoolDescriptionType[]
}

export interface ListUsersInGroupRequest {
  "GroupName": string
  "Limit"?: number
  "NextToken"?: string
  "UserPoolId": string
}

export interface ListUsersInGroupResponse {
  "NextToken"?: string
  "Users"?: UserType[]
}

export interface ListUsersRequest {
  "AttributesToGet"?: string[]
  "Filter"?: string
  "Limit"?: number
  "PaginationToken"?: string
  "UserPoolId": string
}

export interface ListUsersResponse {
  "PaginationToken"?: string
  "Users"?: UserType[]
}

export interface ListWebAuthnCredentialsRequest {
  "AccessToken": string
  "MaxResults"?: number
  "NextToken"?: string
}

export interface ListWebAuthnCredentialsResponse {
  "Credentials": WebAuthnCredentialDescription[]
  "NextToken"?: string
}

export interface LogConfigurationType {
  "CloudWatchLogsConfiguration"?: CloudWatchLogsConfigurationType
  "EventSource": EventSourceName
  "FirehoseConfiguration"?: FirehoseConfigurationType
  "LogLevel": LogLevel
  "S3Configuration"?: S3ConfigurationType
}

export interface LogDeliveryConfigurationType {
  "LogConfigurations": LogConfigurationType[]
  "UserPoolId": string
}

export type LogLevel = "ERROR" | "INFO"

export interface MFAMethodNotFoundException {
  "message"?: string
}

export interface MFAOptionType {
  "AttributeName"?: string
  "DeliveryMedium"?: DeliveryMediumType
}

export interface ManagedLoginBrandingExistsException {
  "message"?: string
}

export interface ManagedLoginBrandingType {
  "Assets"?: AssetType[]
  "CreationDate"?: Date
  "LastModifiedDate"?: Date
  "ManagedLoginBrandingId"?: string
  "Settings"?: Document
  "UseCognitoProvidedValues"?: boolean
  "UserPoolId"?: string
}

export type MessageActionType = "RESEND" | "SUPPRESS"

export interface MessageTemplateType {
  "EmailMessage"?: string
  "EmailSubject"?: string
  "SMSMessage"?: string
}

export interface NewDeviceMetadataType {
  "DeviceGroupKey"?: string
  "DeviceKey"?: string
}

export interface NotAuthorizedException {
  "message"?: string
}

export interface NotifyConfigurationType {
  "BlockEmail"?: NotifyEmailType
  "From"?: string
  "MfaEmail"?: NotifyEmailType
  "NoActionEmail"?: NotifyEmailType
  "ReplyTo"?: string
  "SourceArn": string
}

export interface NotifyEmailType {
  "HtmlBody"?: string
  "Subject": string
  "TextBody"?: string
}

export interface NumberAttributeConstraintsType {
  "MaxValue"?: string
  "MinValue"?: string
}

export type OAuthFlowType = "code" | "implicit" | "client_credentials"

export interface OperationNotEnabledException {
  "message"?: string
}

export type PasswordHashingAlgorithmType = "BCRYPT" | "SCRYPT" | "ARGON2ID" | "PBKDF2_SHA256"

export interface PasswordHistoryPolicyViolationException {
  "message"?: string
}

export interface PasswordPolicyType {
  "MinimumLength"?: number
  "PasswordHistorySize"?: number
  "RequireLowercase"?: boolean
  "RequireNumbers"?: boolean
  "RequireSymbols"?: boolean
  "RequireUppercase"?: boolean
  "TemporaryPasswordValidityDays"?: number
}

export interface PasswordResetRequiredException {
  "message"?: string
}

export type PreTokenGenerationLambdaVersionType = "V1_0" | "V2_0" | "V3_0"

export interface PreTokenGenerationVersionConfigType {
  "LambdaArn": string
  "LambdaVersion": PreTokenGenerationLambdaVersionType
}

export interface PreconditionNotMetException {
  "message"?: string
}

export type PreventUserExistenceErrorTypes = "LEGACY" | "ENABLED"

export interface ProviderDescription {
  "CreationDate"?: Date
  "LastModifiedDate"?: Date
  "ProviderName"?: string
  "ProviderType"?: IdentityProviderTypeType
}

export interface ProviderUserIdentifierType {
  "ProviderAttributeName"?: string
  "ProviderAttributeValue"?: string
  "ProviderName"?: string
}

export type RecoveryOptionNameType = "verified_email" | "verified_phone_number" | "admin_only"

export interface RecoveryOptionType {
  "Name": RecoveryOptionNameType
  "Priority": number
}

export interface RefreshTokenReuseException {
  "message"?: string
}

export interface RefreshTokenRotationType {
  "Feature": FeatureType
  "RetryGracePeriodSeconds"?: number
}

export type ReplicaRoleType = "PRIMARY" | "SECONDARY"

export type ReplicaStatusType = "CREATING" | "ACTIVE" | "INACTIVE" | "DELETING"

export interface ResendConfirmationCodeRequest {
  "AnalyticsMetadata"?: AnalyticsMetadataType
  "ClientId": string
  "ClientMetadata"?: Record<string, string>
  "SecretHash"?: string
  "UserContextData"?: UserContextDataType
  "Username": string
}

export interface ResendConfirmationCodeResponse {
  "CodeDeliveryDetails"?: CodeDeliveryDetailsType
}

export interface ResourceNotFoundException {
  "message"?: string
}

export interface ResourceServerScopeType {
  "ScopeDescription": string
  "ScopeName": string
}

export interface ResourceServerType {
  "Identifier"?: string
  "Name"?: string
  "Scopes"?: ResourceServerScopeType[]
  "UserPoolId"?: string
}

export interface RespondToAuthChallengeRequest {
  "AnalyticsMetadata"?: AnalyticsMetadataType
  "ChallengeName": ChallengeNameType
  "ChallengeResponses"?: Record<string, string>
  "ClientId": string
  "ClientMetadata"?: Record<string, string>
  "Session"?: string
  "UserContextData"?: UserContextDataType
}

export interface RespondToAuthChallengeResponse {
  "AuthenticationResult"?: AuthenticationResultType
  "ChallengeName"?: ChallengeNameType
  "ChallengeParameters"?: Record<string, string>
  "Session"?: string
}

export interface RevokeTokenRequest {
  "ClientId": string
  "ClientSecret"?: string
  "Token": string
}

export interface RevokeTokenResponse {
}

export interface RiskConfigurationType {
  "AccountTakeoverRiskConfiguration"?: AccountTakeoverRiskConfigurationType
  "ClientId"?: string
  "CompromisedCredentialsRiskConfiguration"?: CompromisedCredentialsRiskConfigurationType
  "LastModifiedDate"?: Date
  "RiskExceptionConfiguration"?: RiskExceptionConfigurationType
  "UserPoolId"?: string
}

export type RiskDecisionType = "NoRisk" | "AccountTakeover" | "Block"

export interface RiskExceptionConfigurationType {
  "BlockedIPRangeList"?: string[]
  "SkippedIPRangeList"?: string[]
}

export type RiskLevelType = "Low" | "Medium" | "High"

export interface RoutingType {
  "Failover"?: FailoverType
}

export interface S3ConfigurationType {
  "BucketArn"?: string
}

export interface SMSMfaSettingsType {
  "Enabled"?: boolean
  "PreferredMfa"?: boolean
}

export interface SchemaAttributeType {
  "AttributeDataType"?: AttributeDataType
  "DeveloperOnlyAttribute"?: boolean
  "Mutable"?: boolean
  "Name"?: string
  "NumberAttributeConstraints"?: NumberAttributeConstraintsType
  "Required"?: boolean
  "StringAttributeConstraints"?: StringAttributeConstraintsType
}

export interface ScopeDoesNotExistException {
  "message"?: string
}

export type SecurityPolicyType = "TLS_V1" | "TLS_V1_2_2021" | "TLS_V1_3_2025"

export interface ServiceQuotaExceededException {
  "message"?: string
}

export interface SetLogDeliveryConfigurationRequest {
  "LogConfigurations": LogConfigurationType[]
  "UserPoolId": string
}

export interface SetLogDeliveryConfigurationResponse {
  "LogDeliveryConfiguration"?: LogDeliveryConfigurationType
}

export interface SetRiskConfigurationRequest {
  "AccountTakeoverRiskConfiguration"?: AccountTakeoverRiskConfigurationType
  "ClientId"?: string
  "CompromisedCredentialsRiskConfiguration"?: CompromisedCredentialsRiskConfigurationType
  "RiskExceptionConfiguration"?: RiskExceptionConfigurationType
  "UserPoolId": string
}

export interface SetRiskConfigurationResponse {
  "RiskConfiguration": RiskConfigurationType
}

export interface SetUICustomizationRequest {
  "CSS"?: string
  "ClientId"?: string
  "ImageFile"?: Uint8Array
  "UserPoolId": string
}

export interface SetUICustomizationResponse {
  "UICustomization": UICustomizationType
}

export interface SetUserMFAPreferenceRequest {
  "AccessToken": string
  "EmailMfaSettings"?: EmailMfaSettingsType
  "SMSMfaSettings"?: SMSMfaSettingsType
  "SoftwareTokenMfaSettings"?: SoftwareTokenMfaSettingsType
  "WebAuthnMfaSettings"?: WebAuthnMfaSettingsType
}

export interface SetUserMFAPreferenceResponse {
}

export interface SetUserPoolMfaConfigRequest {
  "EmailMfaConfiguration"?: EmailMfaConfigType
  "MfaConfiguration"?: UserPoolMfaType
  "SmsMfaConfiguration"?: SmsMfaConfigType
  "SoftwareTokenMfaConfiguration"?: SoftwareTokenMfaConfigType
  "UserPoolId": string
  "WebAuthnConfiguration"?: WebAuthnConfigurationType
}

export interface SetUserPoolMfaConfigResponse {
  "EmailMfaConfiguration"?: EmailMfaConfigType
  "MfaConfiguration"?: UserPoolMfaType
  "SmsMfaConfiguration"?: SmsMfaConfigType
  "SoftwareTokenMfaConfiguration"?: SoftwareTokenMfaConfigType
  "WebAuthnConfiguration"?: WebAuthnConfigurationType
}

export interface SetUserSettingsRequest {
  "AccessToken": string
  "MFAOptions": MFAOptionType[]
}

export interface SetUserSettingsResponse {
}

export interface SignInPolicyType {
  "AllowedFirstAuthFactors"?: AuthFactorType[]
}

export interface SignUpRequest {
  "AnalyticsMetadata"?: AnalyticsMetadataType
  "ClientId": string
  "ClientMetadata"?: Record<string, string>
  "Password"?: string
  "SecretHash"?: string
  "UserAttributes"?: AttributeType[]
  "UserContextData"?: UserContextDataType
  "Username": string
  "ValidationData"?: AttributeType[]
}

export interface SignUpResponse {
  "CodeDeliveryDetails"?: CodeDeliveryDetailsType
  "Session"?: string
  "UserConfirmed": boolean
  "UserSub": string
}

export interface SmsConfigurationType {
  "EumsSms"?: EumsSmsConfigurationType
  "ExternalId"?: string
  "SnsCallerArn"?: string
  "SnsRegion"?: string
}

export interface SmsMfaConfigType {
  "SmsAuthenticationMessage"?: string
  "SmsConfiguration"?: SmsConfigurationType
}

export interface SoftwareTokenMFANotFoundException {
  "message"?: string
}

export interface SoftwareTokenMfaConfigType {
  "Enabled"?: boolean
}

export interface SoftwareTokenMfaSettingsType {
  "Enabled"?: boolean
  "PreferredMfa"?: boolean
}

export interface StartUserImportJobRequest {
  "JobId": string
  "UserPoolId": string
}

export interface StartUserImportJobResponse {
  "UserImportJob"?: UserImportJobType
}

export interface StartWebAuthnRegistrationRequest {
  "AccessToken": string
}

export interface StartWebAuthnRegistrationResponse {
  "CredentialCreationOptions": Document
}

export type StatusType = "Enabled" | "Disabled"

export interface StopUserImportJobRequest {
  "JobId": string
  "UserPoolId": string
}

export interface StopUserImportJobResponse {
  "UserImportJob"?: UserImportJobType
}

export interface StringAttributeConstraintsType {
  "MaxLength"?: string
  "MinLength"?: string
}

export interface TagResourceRequest {
  "ResourceArn": string
  "Tags": Record<string, string>
}

export interface TagResourceResponse {
}

export interface TermsDescriptionType {
  "CreationDate": Date
  "Enforcement": TermsEnforcementType
  "LastModifiedDate": Date
  "TermsId": string
  "TermsName": string
}

export type TermsEnforcementType = "NONE"

export interface TermsExistsException {
  "message"?: string
}

export type TermsSourceType = "LINK"

export interface TermsType {
  "ClientId": string
  "CreationDate": Date
  "Enforcement": TermsEnforcementType
  "LastModifiedDate": Date
  "Links": Record<string, string>
  "TermsId": string
  "TermsName": string
  "TermsSource": TermsSourceType
  "UserPoolId": string
}

export interface TierChangeNotAllowedException {
  "message"?: string
}

export type TimeUnitsType = "seconds" | "minutes" | "hours" | "days"

export interface TokenValidityUnitsType {
  "AccessToken"?: TimeUnitsType
  "IdToken"?: TimeUnitsType
  "RefreshToken"?: TimeUnitsType
}

export interface TooManyFailedAttemptsException {
  "message"?: string
}

export interface TooManyRequestsException {
  "message"?: string
}

export interface UICustomizationType {
  "CSS"?: string
  "CSSVersion"?: string
  "ClientId"?: string
  "CreationDate"?: Date
  "ImageUrl"?: string
  "LastModifiedDate"?: Date
  "UserPoolId"?: string
}

export interface UnauthorizedException {
  "message"?: string
}

export interface UnexpectedLambdaException {
  "message"?: string
}

export interface UnsupportedIdentityProviderException {
  "message"?: string
}

export interface UnsupportedOperationException {
  "message"?: string
}

export interface UnsupportedTokenTypeException {
  "message"?: string
}

export interface UnsupportedUserStateException {
  "message"?: string
}

export interface UntagResourceRequest {
  "ResourceArn": string
  "TagKeys": string[]
}

export interface UntagResourceResponse {
}

export interface UpdateAuthEventFeedbackRequest {
  "EventId": string
  "FeedbackToken": string
  "FeedbackValue": FeedbackValueType
  "UserPoolId": string
  "Username": string
}

export interface UpdateAuthEventFeedbackResponse {
}

export interface UpdateDeviceStatusRequest {
  "AccessToken": string
  "DeviceKey": string
  "DeviceRememberedStatus"?: DeviceRememberedStatusType
}

export interface UpdateDeviceStatusResponse {
}

export interface UpdateGroupRequest {
  "Description"?: string
  "GroupName": string
  "Precedence"?: number
  "RoleArn"?: string
  "UserPoolId": string
}

export interface UpdateGroupResponse {
  "Group"?: GroupType
}

export interface UpdateIdentityProviderRequest {
  "AttributeMapping"?: Record<string, string>
  "IdpIdentifiers"?: string[]
  "ProviderDetails"?: Record<string, string>
  "ProviderName": string
  "UserPoolId": string
}

export interface UpdateIdentityProviderResponse {
  "IdentityProvider": IdentityProviderType
}

export interface UpdateManagedLoginBrandingRequest {
  "Assets"?: AssetType[]
  "ManagedLoginBrandingId"?: string
  "Settings"?: Document
  "UseCognitoProvidedValues"?: boolean
  "UserPoolId"?: string
}

export interface UpdateManagedLoginBrandingResponse {
  "ManagedLoginBranding"?: ManagedLoginBrandingType
}

export interface UpdateProvisionedLimitRequest {
  "LimitDefinition": LimitDefinitionType
  "RequestedLimitValue": number
}

export interface UpdateProvisionedLimitResponse {
  "Limit": LimitType
}

export type UpdateReplicaStatusType = "ACTIVE" | "INACTIVE"

export interface UpdateResourceServerRequest {
  "Identifier": string
  "Name": string
  "Scopes"?: ResourceServerScopeType[]
  "UserPoolId": string
}

export interface UpdateResourceServerResponse {
  "ResourceServer": ResourceServerType
}

export interface UpdateTermsRequest {
  "Enforcement"?: TermsEnforcementType
  "Links"?: Record<string, string>
  "TermsId": string
  "TermsName"?: string
  "TermsSource"?: TermsSourceType
  "UserPoolId": string
}

export interface UpdateTermsResponse {
  "Terms"?: TermsType
}

export interface UpdateUserAttributesRequest {
  "AccessToken": string
  "ClientMetadata"?: Record<string, string>
  "UserAttributes": AttributeType[]
}

export interface UpdateUserAttributesResponse {
  "CodeDeliveryDetailsList"?: CodeDeliveryDetailsType[]
}

export interface UpdateUserPoolClientRequest {
  "AccessTokenValidity"?: number
  "AllowedOAuthFlows"?: OAuthFlowType[]
  "AllowedOAuthFlowsUserPoolClient"?: boolean
  "AllowedOAuthScopes"?: string[]
  "AnalyticsConfiguration"?: AnalyticsConfigurationType
  "AuthSessionValidity"?: number
  "CallbackURLs"?: string[]
  "ClientId": string
  "ClientName"?: string
  "DefaultRedirectURI"?: string
  "EnablePropagateAdditionalUserContextData"?: boolean
  "EnableTokenRevocation"?: boolean
  "ExplicitAuthFlows"?: ExplicitAuthFlowsType[]
  "IdTokenValidity"?: number
  "LogoutURLs"?: string[]
  "PreventUserExistenceErrors"?: PreventUserExistenceErrorTypes
  "ReadAttributes"?: string[]
  "RefreshTokenRotation"?: RefreshTokenRotationType
  "RefreshTokenValidity"?: number
  "SupportedIdentityProviders"?: string[]
  "TokenValidityUnits"?: TokenValidityUnitsType
  "UserPoolId": string
  "WriteAttributes"?: string[]
}

export interface UpdateUserPoolClientResponse {
  "UserPoolClient"?: UserPoolClientType
}

export interface UpdateUserPoolDomainRequest {
  "CustomDomainConfig"?: CustomDomainConfigType
  "Domain": string
  "ManagedLoginVersion"?: number
  "Routing"?: RoutingType
  "UserPoolId": string
}

export interface UpdateUserPoolDomainResponse {
  "CloudFrontDomain"?: string
  "ManagedLoginVersion"?: number
  "Routing"?: RoutingType
}

export interface UpdateUserPoolReplicaRequest {
  "RegionName": string
  "Status": UpdateReplicaStatusType
  "UserPoolId": string
}

export interface UpdateUserPoolReplicaResponse {
  "UserPoolReplica"?: UserPoolReplicaType
}

export interface UpdateUserPoolRequest {
  "AccountRecoverySetting"?: AccountRecoverySettingType
  "AdminCreateUserConfig"?: AdminCreateUserConfigType
  "AutoVerifiedAttributes"?: VerifiedAttributeType[]
  "DeletionProtection"?: DeletionProtectionType
  "DeviceConfiguration"?: DeviceConfigurationType
  "EmailConfiguration"?: EmailConfigurationType
  "EmailVerificationMessage"?: string
  "EmailVerificationSubject"?: string
  "IssuerConfiguration"?: IssuerConfigurationType
  "KeyConfiguration"?: KeyConfigurationType
  "LambdaConfig"?: LambdaConfigType
  "MfaConfiguration"?: UserPoolMfaType
  "Policies"?: UserPoolPolicyType
  "PoolName"?: string
  "SmsAuthenticationMessage"?: string
  "SmsConfiguration"?: SmsConfigurationType
  "SmsVerificationMessage"?: string
  "UserAttributeUpdateSettings"?: UserAttributeUpdateSettingsType
  "UserPoolAddOns"?: UserPoolAddOnsType
  "UserPoolId": string
  "UserPoolTags"?: Record<string, string>
  "UserPoolTier"?: UserPoolTierType
  "VerificationMessageTemplate"?: VerificationMessageTemplateType
}

export interface UpdateUserPoolResponse {
}

export interface UserAttributeUpdateSettingsType {
  "AttributesRequireVerificationBeforeUpdate"?: VerifiedAttributeType[]
}

export interface UserContextDataType {
  "EncodedData"?: string
  "IpAddress"?: string
}

export interface UserImportInProgressException {
  "message"?: string
}

export type UserImportJobStatusType = "Created" | "Pending" | "InProgress" | "Stopping" | "Expired" | "Stopped" | "Failed" | "Succeeded"

export interface UserImportJobType {
  "CloudWatchLogsRoleArn"?: string
  "CompletionDate"?: Date
  "CompletionMessage"?: string
  "CreationDate"?: Date
  "FailedUsers"?: number
  "ImportedUsers"?: number
  "JobId"?: string
  "JobName"?: string
  "PasswordHashingAlgorithm"?: PasswordHashingAlgorithmType
  "PreSignedUrl"?: string
  "SkippedUsers"?: number
  "StartDate"?: Date
  "Status"?: UserImportJobStatusType
  "UserPoolId"?: string
}

export interface UserLambdaValidationException {
  "message"?: string
}

export interface UserNotConfirmedException {
  "message"?: string
}

export interface UserNotFoundException {
  "message"?: string
}

export interface UserPoolAddOnNotEnabledException {
  "message"?: string
}

export interface UserPoolAddOnsType {
  "AdvancedSecurityAdditionalFlows"?: AdvancedSecurityAdditionalFlowsType
  "AdvancedSecurityMode": AdvancedSecurityModeType
}

export interface UserPoolClientDescription {
  "ClientId"?: string
  "ClientName"?: string
  "UserPoolId"?: string
}

export interface UserPoolClientType {
  "AccessTokenValidity"?: number
  "AllowedOAuthFlows"?: OAuthFlowType[]
  "AllowedOAuthFlowsUserPoolClient"?: boolean
  "AllowedOAuthScopes"?: string[]
  "AnalyticsConfiguration"?: AnalyticsConfigurationType
  "AuthSessionValidity"?: number
  "CallbackURLs"?: string[]
  "ClientId"?: string
  "ClientName"?: string
  "ClientSecret"?: string
  "CreationDate"?: Date
  "DefaultRedirectURI"?: string
  "EnablePropagateAdditionalUserContextData"?: boolean
  "EnableTokenRevocation"?: boolean
  "ExplicitAuthFlows"?: ExplicitAuthFlowsType[]
  "IdTokenValidity"?: number
  "LastModifiedDate"?: Date
  "LogoutURLs"?: string[]
  "PreventUserExistenceErrors"?: PreventUserExistenceErrorTypes
  "ReadAttributes"?: string[]
  "RefreshTokenRotation"?: RefreshTokenRotationType
  "RefreshTokenValidity"?: number
  "SupportedIdentityProviders"?: string[]
  "TokenValidityUnits"?: TokenValidityUnitsType
  "UserPoolId"?: string
  "WriteAttributes"?: string[]
}

export interface UserPoolDescriptionType {
  "CreationDate"?: Date
  "Id"?: string
  "LambdaConfig"?: LambdaConfigType
  "LastModifiedDate"?: Date
  "Name"?: string
  "ReplicaRegions"?: string[]
  "Status"?: StatusType
}

export type UserPoolMfaType = "OFF" | "ON" | "OPTIONAL"

export interface UserPoolPolicyType {
  "PasswordPolicy"?: PasswordPolicyType
  "SignInPolicy"?: SignInPolicyType
}

export interface UserPoolReplicaType {
  "RegionName"?: string
  "Role"?: ReplicaRoleType
  "Status"?: ReplicaStatusType
  "UserPoolArn"?: string
}

export interface UserPoolTaggingException {
  "message"?: string
}

export type UserPoolTierType = "LITE" | "ESSENTIALS" | "PLUS"

export interface UserPoolType {
  "AccountRecoverySetting"?: AccountRecoverySettingType
  "AdminCreateUserConfig"?: AdminCreateUserConfigType
  "AliasAttributes"?: AliasAttributeType[]
  "Arn"?: string
  "AutoVerifiedAttributes"?: VerifiedAttributeType[]
  "CreationDate"?: Date
  "CustomDomain"?: string
  "DeletionProtection"?: DeletionProtectionType
  "DeviceConfiguration"?: DeviceConfigurationType
  "Domain"?: string
  "EmailConfiguration"?: EmailConfigurationType
  "EmailConfigurationFailure"?: string
  "EmailVerificationMessage"?: string
  "EmailVerificationSubject"?: string
  "EstimatedNumberOfUsers"?: number
  "Id"?: string
  "IssuerConfiguration"?: IssuerConfigurationType
  "KeyConfiguration"?: KeyConfigurationType
  "LambdaConfig"?: LambdaConfigType
  "LastModifiedDate"?: Date
  "MfaConfiguration"?: UserPoolMfaType
  "Name"?: string
  "Policies"?: UserPoolPolicyType
  "SchemaAttributes"?: SchemaAttributeType[]
  "SmsAuthenticationMessage"?: string
  "SmsConfiguration"?: SmsConfigurationType
  "SmsConfigurationFailure"?: string
  "SmsVerificationMessage"?: string
  "Status"?: StatusType
  "UserAttributeUpdateSettings"?: UserAttributeUpdateSettingsType
  "UserPoolAddOns"?: UserPoolAddOnsType
  "UserPoolTags"?: Record<string, string>
  "UserPoolTier"?: UserPoolTierType
  "UsernameAttributes"?: UsernameAttributeType[]
  "UsernameConfiguration"?: UsernameConfigurationType
  "VerificationMessageTemplate"?: VerificationMessageTemplateType
}

export type UserStatusType = "UNCONFIRMED" | "CONFIRMED" | "ARCHIVED" | "COMPROMISED" | "UNKNOWN" | "RESET_REQUIRED" | "FORCE_CHANGE_PASSWORD" | "EXTERNAL_PROVIDER"

export interface UserType {
  "Attributes"?: AttributeType[]
  "Enabled"?: boolean
  "MFAOptions"?: MFAOptionType[]
  "UserCreateDate"?: Date
  "UserLastModifiedDate"?: Date
  "UserStatus"?: UserStatusType
  "Username"?: string
}

export type UserVerificationType = "required" | "preferred"

export type UsernameAttributeType = "phone_number" | "email"

export interface UsernameConfigurationType {
  "CaseSensitive": boolean
}

export interface UsernameExistsException {
  "message"?: string
}

export interface VerificationMessageTemplateType {
  "DefaultEmailOption"?: DefaultEmailOptionType
  "EmailMessage"?: string
  "EmailMessageByLink"?: string
  "EmailSubject"?: string
  "EmailSubjectByLink"?: string
  "SmsMessage"?: string
}

export type VerifiedAttributeType = "phone_number" | "email"

export interface VerifySoftwareTokenRequest {
  "AccessToken"?: string
  "FriendlyDeviceName"?: string
  "Session"?: string
  "UserCode": string
}

export interface VerifySoftwareTokenResponse {
  "Session"?: string
  "Status"?: VerifySoftwareTokenResponseType
}

export type VerifySoftwareTokenResponseType = "SUCCESS" | "ERROR"

export interface VerifyUserAttributeRequest {
  "AccessToken": string
  "AttributeName": string
  "Code": string
}

export interface VerifyUserAttributeResponse {
}

export interface WebAuthnChallengeNotFoundException {
  "message"?: string
}

export interface WebAuthnClientMismatchException {
  "message"?: string
}

export interface WebAuthnConfigurationMissingException {
  "message"?: string
}

export interface WebAuthnConfigurationType {
  "FactorConfiguration"?: WebAuthnFactorConfigurationType
  "RelyingPartyId"?: string
  "UserVerification"?: UserVerificationType
}

export interface WebAuthnCredentialDescription {
  "AuthenticatorAttachment"?: string
  "AuthenticatorTransports": string[]
  "CreatedAt": Date
  "CredentialId": string
  "FriendlyCredentialName": string
  "RelyingPartyId": string
}

export interface WebAuthnCredentialNotSupportedException {
  "message"?: string
}

export type WebAuthnFactorConfigurationType = "SINGLE_FACTOR" | "MULTI_FACTOR_WITH_USER_VERIFICATION"

export interface WebAuthnMfaSettingsType {
  "Enabled"?: boolean
}

export interface WebAuthnNotEnabledException {
  "message"?: string
}

export interface WebAuthnOriginNotAllowedException {
  "message"?: string
}

export interface WebAuthnRelyingPartyMismatchException {
  "message"?: string
}

/** Input and output of every operation that the model knows. */
export interface Operations {
  AddCustomAttributes: { input: AddCustomAttributesRequest; output: AddCustomAttributesResponse }
  AddUserPoolClientSecret: { input: AddUserPoolClientSecretRequest; output: AddUserPoolClientSecretResponse }
  AdminAddUserToGroup: { input: AdminAddUserToGroupRequest; output: Record<string, never> }
  AdminConfirmSignUp: { input: AdminConfirmSignUpRequest; output: AdminConfirmSignUpResponse }
  AdminCreateUser: { input: AdminCreateUserRequest; output: AdminCreateUserResponse }
  AdminDeleteUser: { input: AdminDeleteUserRequest; output: Record<string, never> }
  AdminDeleteUserAttributes: { input: AdminDeleteUserAttributesRequest; output: AdminDeleteUserAttributesResponse }
  AdminDisableProviderForUser: { input: AdminDisableProviderForUserRequest; output: AdminDisableProviderForUserResponse }
  AdminDisableUser: { input: AdminDisableUserRequest; output: AdminDisableUserResponse }
  AdminEnableUser: { input: AdminEnableUserRequest; output: AdminEnableUserResponse }
  AdminForgetDevice: { input: AdminForgetDeviceRequest; output: Record<string, never> }
  AdminGetDevice: { input: AdminGetDeviceRequest; output: AdminGetDeviceResponse }
  AdminGetUser: { input: AdminGetUserRequest; output: AdminGetUserResponse }
  AdminGetUserAuthFactors: { input: AdminGetUserAuthFactorsRequest; output: AdminGetUserAuthFactorsResponse }
  AdminInitiateAuth: { input: AdminInitiateAuthRequest; output: AdminInitiateAuthResponse }
  AdminLinkProviderForUser: { input: AdminLinkProviderForUserRequest; output: AdminLinkProviderForUserResponse }
  AdminListDevices: { input: AdminListDevicesRequest; output: AdminListDevicesResponse }
  AdminListGroupsForUser: { input: AdminListGroupsForUserRequest; output: AdminListGroupsForUserResponse }
  AdminListUserAuthEvents: { input: AdminListUserAuthEventsRequest; output: AdminListUserAuthEventsResponse }
  AdminRemoveUserFromGroup: { input: AdminRemoveUserFromGroupRequest; output: Record<string, never> }
  AdminResetUserPassword: { input: AdminResetUserPasswordRequest; output: AdminResetUserPasswordResponse }
  AdminRespondToAuthChallenge: { input: AdminRespondToAuthChallengeRequest; output: AdminRespondToAuthChallengeResponse }
  AdminSetUserMFAPreference: { input: AdminSetUserMFAPreferenceRequest; output: AdminSetUserMFAPreferenceResponse }
  AdminSetUserPassword: { input: AdminSetUserPasswordRequest; output: AdminSetUserPasswordResponse }
  AdminSetUserSettings: { input: AdminSetUserSettingsRequest; output: AdminSetUserSettingsResponse }
  AdminUpdateAuthEventFeedback: { input: AdminUpdateAuthEventFeedbackRequest; output: AdminUpdateAuthEventFeedbackResponse }
  AdminUpdateDeviceStatus: { input: AdminUpdateDeviceStatusRequest; output: AdminUpdateDeviceStatusResponse }
  AdminUpdateUserAttributes: { input: AdminUpdateUserAttributesRequest; output: AdminUpdateUserAttributesResponse }
  AdminUserGlobalSignOut: { input: AdminUserGlobalSignOutRequest; output: AdminUserGlobalSignOutResponse }
  AssociateSoftwareToken: { input: AssociateSoftwareTokenRequest; output: AssociateSoftwareTokenResponse }
  ChangePassword: { input: ChangePasswordRequest; output: ChangePasswordResponse }
  CompleteWebAuthnRegistration: { input: CompleteWebAuthnRegistrationRequest; output: CompleteWebAuthnRegistrationResponse }
  ConfirmDevice: { input: ConfirmDeviceRequest; output: ConfirmDeviceResponse }
  ConfirmForgotPassword: { input: ConfirmForgotPasswordRequest; output: ConfirmForgotPasswordResponse }
  ConfirmSignUp: { input: ConfirmSignUpRequest; output: ConfirmSignUpResponse }
  CreateGroup: { input: CreateGroupRequest; output: CreateGroupResponse }
  CreateIdentityProvider: { input: CreateIdentityProviderRequest; output: CreateIdentityProviderResponse }
  CreateManagedLoginBranding: { input: CreateManagedLoginBrandingRequest; output: CreateManagedLoginBrandingResponse }
  CreateResourceServer: { input: CreateResourceServerRequest; output: CreateResourceServerResponse }
  CreateTerms: { input: CreateTermsRequest; output: CreateTermsResponse }
  CreateUserImportJob: { input: CreateUserImportJobRequest; output: CreateUserImportJobResponse }
  CreateUserPool: { input: CreateUserPoolRequest; output: CreateUserPoolResponse }
  CreateUserPoolClient: { input: CreateUserPoolClientRequest; output: CreateUserPoolClientResponse }
  CreateUserPoolDomain: { input: CreateUserPoolDomainRequest; output: CreateUserPoolDomainResponse }
  CreateUserPoolReplica: { input: CreateUserPoolReplicaRequest; output: CreateUserPoolReplicaResponse }
  DeleteGroup: { input: DeleteGroupRequest; output: Record<string, never> }
  DeleteIdentityProvider: { input: DeleteIdentityProviderRequest; output: Record<string, never> }
  DeleteManagedLoginBranding: { input: DeleteManagedLoginBrandingRequest; output: Record<string, never> }
  DeleteResourceServer: { input: DeleteResourceServerRequest; output: Record<string, never> }
  DeleteTerms: { input: DeleteTermsRequest; output: Record<string, never> }
  DeleteUser: { input: DeleteUserRequest; output: Record<string, never> }
  DeleteUserAttributes: { input: DeleteUserAttributesRequest; output: DeleteUserAttributesResponse }
  DeleteUserPool: { input: DeleteUserPoolRequest; output: Record<string, never> }
  DeleteUserPoolClient: { input: DeleteUserPoolClientRequest; output: Record<string, never> }
  DeleteUserPoolClientSecret: { input: DeleteUserPoolClientSecretRequest; output: DeleteUserPoolClientSecretResponse }
  DeleteUserPoolDomain: { input: DeleteUserPoolDomainRequest; output: DeleteUserPoolDomainResponse }
  DeleteUserPoolReplica: { input: DeleteUserPoolReplicaRequest; output: DeleteUserPoolReplicaResponse }
  DeleteWebAuthnCredential: { input: DeleteWebAuthnCredentialRequest; output: DeleteWebAuthnCredentialResponse }
  DescribeIdentityProvider: { input: DescribeIdentityProviderRequest; output: DescribeIdentityProviderResponse }
  DescribeManagedLoginBranding: { input: DescribeManagedLoginBrandingRequest; output: DescribeManagedLoginBrandingResponse }
  DescribeManagedLoginBrandingByClient: { input: DescribeManagedLoginBrandingByClientRequest; output: DescribeManagedLoginBrandingByClientResponse }
  DescribeResourceServer: { input: DescribeResourceServerRequest; output: DescribeResourceServerResponse }
  DescribeRiskConfiguration: { input: DescribeRiskConfigurationRequest; output: DescribeRiskConfigurationResponse }
  DescribeTerms: { input: DescribeTermsRequest; output: DescribeTermsResponse }
  DescribeUserImportJob: { input: DescribeUserImportJobRequest; output: DescribeUserImportJobResponse }
  DescribeUserPool: { input: DescribeUserPoolRequest; output: DescribeUserPoolResponse }
  DescribeUserPoolClient: { input: DescribeUserPoolClientRequest; output: DescribeUserPoolClientResponse }
  DescribeUserPoolDomain: { input: DescribeUserPoolDomainRequest; output: DescribeUserPoolDomainResponse }
  ForgetDevice: { input: ForgetDeviceRequest; output: Record<string, never> }
  ForgotPassword: { input: ForgotPasswordRequest; output: ForgotPasswordResponse }
  GetCSVHeader: { input: GetCSVHeaderRequest; output: GetCSVHeaderResponse }
  GetDevice: { input: GetDeviceRequest; output: GetDeviceResponse }
  GetGroup: { input: GetGroupRequest; output: GetGroupResponse }
  GetIdentityProviderByIdentifier: { input: GetIdentityProviderByIdentifierRequest; output: GetIdentityProviderByIdentifierResponse }
  GetLogDeliveryConfiguration: { input: GetLogDeliveryConfigurationRequest; output: GetLogDeliveryConfigurationResponse }
  GetProvisionedLimit: { input: GetProvisionedLimitRequest; output: GetProvisionedLimitResponse }
  GetSigningCertificate: { input: GetSigningCertificateRequest; output: GetSigningCertificateResponse }
  GetTokensFromRefreshToken: { input: GetTokensFromRefreshTokenRequest; output: GetTokensFromRefreshTokenResponse }
  GetUICustomization: { input: GetUICustomizationRequest; output: GetUICustomizationResponse }
  GetUser: { input: GetUserRequest; output: GetUserResponse }
  GetUserAttributeVerificationCode: { input: GetUserAttributeVerificationCodeRequest; output: GetUserAttributeVerificationCodeResponse }
  GetUserAuthFactors: { input: GetUserAuthFactorsRequest; output: GetUserAuthFactorsResponse }
  GetUserPoolMfaConfig: { input: GetUserPoolMfaConfigRequest; output: GetUserPoolMfaConfigResponse }
  GlobalSignOut: { input: GlobalSignOutRequest; output: GlobalSignOutResponse }
  InitiateAuth: { input: InitiateAuthRequest; output: InitiateAuthResponse }
  ListDevices: { input: ListDevicesRequest; output: ListDevicesResponse }
  ListGroups: { input: ListGroupsRequest; output: ListGroupsResponse }
  ListIdentityProviders: { input: ListIdentityProvidersRequest; output: ListIdentityProvidersResponse }
  ListResourceServers: { input: ListResourceServersRequest; output: ListResourceServersResponse }
  ListTagsForResource: { input: ListTagsForResourceRequest; output: ListTagsForResourceResponse }
  ListTerms: { input: ListTermsRequest; output: ListTermsResponse }
  ListUserImportJobs: { input: ListUserImportJobsRequest; output: ListUserImportJobsResponse }
  ListUserPoolClientSecrets: { input: ListUserPoolClientSecretsRequest; output: ListUserPoolClientSecretsResponse }
  ListUserPoolClients: { input: ListUserPoolClientsRequest; output: ListUserPoolClientsResponse }
  ListUserPoolReplicas: { input: ListUserPoolReplicasRequest; output: ListUserPoolReplicasResponse }
  ListUserPools: { input: ListUserPoolsRequest; output: ListUserPoolsResponse }
  ListUsers: { input: ListUsersRequest; output: ListUsersResponse }
  ListUsersInGroup: { input: ListUsersInGroupRequest; output: ListUsersInGroupResponse }
  ListWebAuthnCredentials: { input: ListWebAuthnCredentialsRequest; output: ListWebAuthnCredentialsResponse }
  ResendConfirmationCode: { input: ResendConfirmationCodeRequest; output: ResendConfirmationCodeResponse }
  RespondToAuthChallenge: { input: RespondToAuthChallengeRequest; output: RespondToAuthChallengeResponse }
  RevokeToken: { input: RevokeTokenRequest; output: RevokeTokenResponse }
  SetLogDeliveryConfiguration: { input: SetLogDeliveryConfigurationRequest; output: SetLogDeliveryConfigurationResponse }
  SetRiskConfiguration: { input: SetRiskConfigurationRequest; output: SetRiskConfigurationResponse }
  SetUICustomization: { input: SetUICustomizationRequest; output: SetUICustomizationResponse }
  SetUserMFAPreference: { input: SetUserMFAPreferenceRequest; output: SetUserMFAPreferenceResponse }
  SetUserPoolMfaConfig: { input: SetUserPoolMfaConfigRequest; output: SetUserPoolMfaConfigResponse }
  SetUserSettings: { input: SetUserSettingsRequest; output: SetUserSettingsResponse }
  SignUp: { input: SignUpRequest; output: SignUpResponse }
  StartUserImportJob: { input: StartUserImportJobRequest; output: StartUserImportJobResponse }
  StartWebAuthnRegistration: { input: StartWebAuthnRegistrationRequest; output: StartWebAuthnRegistrationResponse }
  StopUserImportJob: { input: StopUserImportJobRequest; output: StopUserImportJobResponse }
  TagResource: { input: TagResourceRequest; output: TagResourceResponse }
  UntagResource: { input: UntagResourceRequest; output: UntagResourceResponse }
  UpdateAuthEventFeedback: { input: UpdateAuthEventFeedbackRequest; output: UpdateAuthEventFeedbackResponse }
  UpdateDeviceStatus: { input: UpdateDeviceStatusRequest; output: UpdateDeviceStatusResponse }
  UpdateGroup: { input: UpdateGroupRequest; output: UpdateGroupResponse }
  UpdateIdentityProvider: { input: UpdateIdentityProviderRequest; output: UpdateIdentityProviderResponse }
  UpdateManagedLoginBranding: { input: UpdateManagedLoginBrandingRequest; output: UpdateManagedLoginBrandingResponse }
  UpdateProvisionedLimit: { input: UpdateProvisionedLimitRequest; output: UpdateProvisionedLimitResponse }
  UpdateResourceServer: { input: UpdateResourceServerRequest; output: UpdateResourceServerResponse }
  UpdateTerms: { input: UpdateTermsRequest; output: UpdateTermsResponse }
  UpdateUserAttributes: { input: UpdateUserAttributesRequest; output: UpdateUserAttributesResponse }
  UpdateUserPool: { input: UpdateUserPoolRequest; output: UpdateUserPoolResponse }
  UpdateUserPoolClient: { input: UpdateUserPoolClientRequest; output: UpdateUserPoolClientResponse }
  UpdateUserPoolDomain: { input: UpdateUserPoolDomainRequest; output: UpdateUserPoolDomainResponse }
  UpdateUserPoolReplica: { input: UpdateUserPoolReplicaRequest; output: UpdateUserPoolReplicaResponse }
  VerifySoftwareToken: { input: VerifySoftwareTokenRequest; output: VerifySoftwareTokenResponse }
  VerifyUserAttribute: { input: VerifyUserAttributeRequest; output: VerifyUserAttributeResponse }
}
