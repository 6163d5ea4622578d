// Generated from the model of AWS Security Token Service 2011-06-15 by scripts/generate-protocol.ts.

export interface AssumeRoleRequest {
  "DurationSeconds"?: number
  "ExternalId"?: string
  "Policy"?: string
  "PolicyArns"?: PolicyDescriptorType[]
  "ProvidedContexts"?: ProvidedContext[]
  "RoleArn": string
  "RoleSessionName": string
  "SerialNumber"?: string
  "SourceIdentity"?: string
  "Tags"?: Tag[]
  "TokenCode"?: string
  "TransitiveTagKeys"?: string[]
}

export interface AssumeRoleResponse {
  "AssumedRoleUser"?: AssumedRoleUser
  "Credentials"?: Credentials
  "PackedPolicySize"?: number
  "SourceIdentity"?: string
}

export interface AssumeRoleWithSAMLRequest {
  "DurationSeconds"?: number
  "Policy"?: string
  "PolicyArns"?: PolicyDescriptorType[]
  "PrincipalArn": string
  "RoleArn": string
  "SAMLAssertion": string
}

export interface AssumeRoleWithSAMLResponse {
  "AssumedRoleUser"?: AssumedRoleUser
  "Audience"?: string
  "Credentials"?: Credentials
  "Issuer"?: string
  "NameQualifier"?: string
  "PackedPolicySize"?: number
  "SourceIdentity"?: string
  "Subject"?: string
  "SubjectType"?: string
}

export interface AssumeRoleWithWebIdentityRequest {
  "DurationSeconds"?: number
  "Policy"?: string
  "PolicyArns"?: PolicyDescriptorType[]
  "ProviderId"?: string
  "RoleArn": string
  "RoleSessionName": string
  "WebIdentityToken": string
}

export interface AssumeRoleWithWebIdentityResponse {
  "AssumedRoleUser"?: AssumedRoleUser
  "Audience"?: string
  "Credentials"?: Credentials
  "PackedPolicySize"?: number
  "Provider"?: string
  "SourceIdentity"?: string
  "SubjectFromWebIdentityToken"?: string
}

export interface AssumeRootRequest {
  "DurationSeconds"?: number
  "TargetPrincipal": string
  "TaskPolicyArn": PolicyDescriptorType
}

export interface AssumeRootResponse {
  "Credentials"?: Credentials
  "SourceIdentity"?: string
}

export interface AssumedRoleUser {
  "Arn": string
  "AssumedRoleId": string
}

export interface Credentials {
  "AccessKeyId": string
  "Expiration": Date
  "SecretAccessKey": string
  "SessionToken": string
}

export interface DecodeAuthorizationMessageRequest {
  "EncodedMessage": string
}

export interface DecodeAuthorizationMessageResponse {
  "DecodedMessage"?: string
}

export interface ExpiredTokenException {
  "message"?: string
}

export interface ExpiredTradeInTokenException {
  "message"?: string
}

export interface FederatedUser {
  "Arn": string
  "FederatedUserId": string
}

export interface GetAccessKeyInfoRequest {
  "AccessKeyId": string
}

export interface GetAccessKeyInfoResponse {
  "Account"?: string
}

export interface GetCallerIdentityRequest {
}

export interface GetCallerIdentityResponse {
  "Account"?: string
  "Arn"?: string
  "UserId"?: string
}

export interface GetDelegatedAccessTokenRequest {
  "TradeInToken": string
}

export interface GetDelegatedAccessTokenResponse {
  "AssumedPrincipal"?: string
  "Credentials"?: Credentials
  "PackedPolicySize"?: number
}

export interface GetFederationTokenRequest {
  "DurationSeconds"?: number
  "Name": string
  "Policy"?: string
  "PolicyArns"?: PolicyDescriptorType[]
  "Tags"?: Tag[]
}

export interface GetFederationTokenResponse {
  "Credentials"?: Credentials
  "FederatedUser"?: FederatedUser
  "PackedPolicySize"?: number
}

export interface GetSessionTokenRequest {
  "DurationSeconds"?: number
  "SerialNumber"?: string
  "TokenCode"?: string
}

export interface GetSessionTokenResponse {
  "Credentials"?: Credentials
}

export interface GetWebIdentityTokenRequest {
  "Audience": string[]
  "DurationSeconds"?: number
  "SigningAlgorithm": string
  "Tags"?: Tag[]
}

export interface GetWebIdentityTokenResponse {
  "Expiration"?: Date
  "WebIdentityToken"?: string
}

export interface IDPCommunicationErrorException {
  "message"?: string
}

export interface IDPRejectedClaimException {
  "message"?: string
}

export interface InvalidAuthorizationMessageException {
  "message"?: string
}

export interface InvalidIdentityTokenException {
  "message"?: string
}

export interface JWTPayloadSizeExceededException {
  "message"?: string
}

export interface MalformedPolicyDocumentException {
  "message"?: string
}

export interface OutboundWebIdentityFederationDisabledException {
  "message"?: string
}

export interface PackedPolicyTooLargeException {
  "message"?: string
}

export interface PolicyDescriptorType {
  "arn"?: string
}

export interface ProvidedContext {
  "ContextAssertion"?: string
  "ProviderArn"?: string
}

export interface RegionDisabledException {
  "message"?: string
}

export interface SessionDurationEscalationException {
  "message"?: string
}

export interface Tag {
  "Key": string
  "Value": string
}

/** Input and output of every operation that the model knows. */
export interface Operations {
  AssumeRole: { input: AssumeRoleRequest; output: AssumeRoleResponse }
  AssumeRoleWithSAML: { input: AssumeRoleWithSAMLRequest; output: AssumeRoleWithSAMLResponse }
  AssumeRoleWithWebIdentity: { input: AssumeRoleWithWebIdentityRequest; output: AssumeRoleWithWebIdentityResponse }
  AssumeRoot: { input: AssumeRootRequest; output: AssumeRootResponse }
  DecodeAuthorizationMessage: { input: DecodeAuthorizationMessageRequest; output: DecodeAuthorizationMessageResponse }
  GetAccessKeyInfo: { input: GetAccessKeyInfoRequest; output: GetAccessKeyInfoResponse }
  GetCallerIdentity: { input: GetCallerIdentityRequest; output: GetCallerIdentityResponse }
  GetDelegatedAccessToken: { input: GetDelegatedAccessTokenRequest; output: GetDelegatedAccessTokenResponse }
  GetFederationToken: { input: GetFederationTokenRequest; output: GetFederationTokenResponse }
  GetSessionToken: { input: GetSessionTokenRequest; output: GetSessionTokenResponse }
  GetWebIdentityToken: { input: GetWebIdentityTokenRequest; output: GetWebIdentityTokenResponse }
}
