// Generated from the model of Amazon Simple Notification Service 2010-03-31 by scripts/generate-protocol.ts.

export interface AddPermissionInput {
  "AWSAccountId": string[]
  "ActionName": string[]
  "Label": string
  "TopicArn": string
}

export interface AuthorizationErrorException {
  "message"?: string
}

export interface BatchEntryIdsNotDistinctException {
  "message"?: string
}

export interface BatchRequestTooLongException {
  "message"?: string
}

export interface BatchResultErrorEntry {
  "Code": string
  "Id": string
  "Message"?: string
  "SenderFault": boolean
}

export interface CheckIfPhoneNumberIsOptedOutInput {
  "phoneNumber": string
}

export interface CheckIfPhoneNumberIsOptedOutResponse {
  "isOptedOut"?: boolean
}

export interface ConcurrentAccessException {
  "message"?: string
}

export interface ConfirmSubscriptionInput {
  "AuthenticateOnUnsubscribe"?: string
  "Token": string
  "TopicArn": string
}

export interface ConfirmSubscriptionResponse {
  "SubscriptionArn"?: string
}

export interface CreateEndpointResponse {
  "EndpointArn"?: string
}

export interface CreatePlatformApplicationInput {
  "Attributes": Record<string, string>
  "Name": string
  "Platform": string
}

export interface CreatePlatformApplicationResponse {
  "PlatformApplicationArn"?: string
}

export interface CreatePlatformEndpointInput {
  "Attributes"?: Record<string, string>
  "CustomUserData"?: string
  "PlatformApplicationArn": string
  "Token": string
}

export interface CreateSMSSandboxPhoneNumberInput {
  "LanguageCode"?: LanguageCodeString
  "PhoneNumber": string
}

export interface CreateSMSSandboxPhoneNumberResult {
}

export interface CreateTopicInput {
  "Attributes"?: Record<string, string>
  "DataProtectionPolicy"?: string
  "Name": string
  "Tags"?: Tag[]
}

export interface CreateTopicResponse {
  "TopicArn"?: string
}

export interface DeleteEndpointInput {
  "EndpointArn": string
}

export interface DeletePlatformApplicationInput {
  "PlatformApplicationArn": string
}

export interface DeleteSMSSandboxPhoneNumberInput {
  "PhoneNumber": string
}

export interface DeleteSMSSandboxPhoneNumberResult {
}

export interface DeleteTopicInput {
  "TopicArn": string
}

export interface EmptyBatchRequestException {
  "message"?: string
}

export interface Endpoint {
  "Attributes"?: Record<string, string>
  "EndpointArn"?: string
}

export interface EndpointDisabledException {
  "message"?: string
}

export interface FilterPolicyLimitExceededException {
  "message"?: string
}

export interface GetDataProtectionPolicyInput {
  "ResourceArn": string
}

export interface GetDataProtectionPolicyResponse {
  "DataProtectionPolicy"?: string
}

export interface GetEndpointAttributesInput {
  "EndpointArn": string
}

export interface GetEndpointAttributesResponse {
  "Attributes"?: Record<string, string>
}

export interface GetPlatformApplicationAttributesInput {
  "PlatformApplicationArn": string
}

export interface GetPlatformApplicationAttributesResponse {
  "Attributes"?: Record<string, string>
}

export interface GetSMSAttributesInput {
  "attributes"?: string[]
}

export interface GetSMSAttributesResponse {
  "attributes"?: Record<string, string>
}

export interface GetSMSSandboxAccountStatusInput {
}

export interface GetSMSSandboxAccountStatusResult {
  "IsInSandbox": boolean
}

export interface GetSubscriptionAttributesInput {
  "SubscriptionArn": string
}

export interface GetSubscriptionAttributesResponse {
  "Attributes"?: Record<string, string>
}

export interface GetTopicAttributesInput {
  "TopicArn": string
}

export interface GetTopicAttributesResponse {
  "Attributes"?: Record<string, string>
}

export interface InternalErrorException {
  "message"?: string
}

export interface InvalidBatchEntryIdException {
  "message"?: string
}

export interface InvalidParameterException {
  "message"?: string
}

export interface InvalidParameterValueException {
  "message"?: string
}

export interface InvalidSecurityException {
  "message"?: string
}

export interface InvalidStateException {
  "message"?: string
}

export interface KMSAccessDeniedException {
  "message"?: string
}

export interface KMSDisabledException {
  "message"?: string
}

export interface KMSInvalidStateException {
  "message"?: string
}

export interface KMSNotFoundException {
  "message"?: string
}

export interface KMSOptInRequired {
  "message"?: string
}

export interface KMSThrottlingException {
  "message"?: string
}

export type LanguageCodeString = "en-US" | "en-GB" | "es-419" | "es-ES" | "de-DE" | "fr-CA" | "fr-FR" | "it-IT" | "ja-JP" | "pt-BR" | "kr-KR" | "zh-CN" | "zh-TW"

export interface ListEndpointsByPlatformApplicationInput {
  "NextToken"?: string
  "PlatformApplicationArn": string
}

export interface ListEndpointsByPlatformApplicationResponse {
  "Endpoints"?: Endpoint[]
  "NextToken"?: string
}

export interface ListOriginationNumbersRequest {
  "MaxResults"?: number
  "NextToken"?: string
}

export interface ListOriginationNumbersResult {
  "NextToken"?: string
  "PhoneNumbers"?: PhoneNumberInformation[]
}

export interface ListPhoneNumbersOptedOutInput {
  "nextToken"?: string
}

export interface ListPhoneNumbersOptedOutResponse {
  "nextToken"?: string
  "phoneNumbers"?: string[]
}

export interface ListPlatformApplicationsInput {
  "NextToken"?: string
}

export interface ListPlatformApplicationsResponse {
  "NextToken"?: string
  "PlatformApplications"?: PlatformApplication[]
}

export interface ListSMSSandboxPhoneNumbersInput {
  "MaxResults"?: number
  "NextToken"?: string
}

export interface ListSMSSandboxPhoneNumbersResult {
  "NextToken"?: string
  "PhoneNumbers": SMSSandboxPhoneNumber[]
}

export interface ListSubscriptionsByTopicInput {
  "NextToken"?: string
  "TopicArn": string
}

export interface ListSubscriptionsByTopicResponse {
  "NextToken"?: string
  "Subscriptions"?: Subscription[]
}

export interface ListSubscriptionsInput {
  "NextToken"?: string
}

export interface ListSubscriptionsResponse {
  "NextToken"?: string
  "Subscriptions"?: Subscription[]
}

export interface ListTagsForResourceRequest {
  "ResourceArn": string
}

export interface ListTagsForResourceResponse {
  "Tags"?: Tag[]
}

export interface ListTopicsInput {
  "NextToken"?: string
}

export interface ListTopicsResponse {
  "NextToken"?: string
  "Topics"?: Topic[]
}

export interface MessageAttributeValue {
  "BinaryValue"?: Uint8Array
  "DataType": string
  "StringValue"?: string
}

export interface NotFoundException {
  "message"?: string
}

export type NumberCapability = "SMS" | "MMS" | "VOICE"

export interface OptInPhoneNumberInput {
  "phoneNumber": string
}

export interface OptInPhoneNumberResponse {
}

export interface OptedOutException {
  "message"?: string
}

export interface PhoneNumberInformation {
  "CreatedAt"?: Date
  "Iso2CountryCode"?: string
  "NumberCapabilities"?: NumberCapability[]
  "PhoneNumber"?: string
  "RouteType"?: RouteType
  "Status"?: string
}

export interface PlatformApplication {
  "Attributes"?: Record<string, string>
  "PlatformApplicationArn"?: string
}

export interface PlatformApplicationDisabledException {
  "message"?: string
}

export interface PublishBatchInput {
  "PublishBatchRequestEntries": PublishBatchRequestEntry[]
  "TopicArn": string
}

export interface PublishBatchRequestEntry {
  "Id": string
  "Message": string
  "MessageAttributes"?: Record<string, MessageAttributeValue>
  "MessageDeduplicationId"?: string
  "MessageGroupId"?: string
  "MessageStructure"?: string
  "Subject"?: string
}

export interface PublishBatchResponse {
  "Failed"?: BatchResultErrorEntry[]
  "Successful"?: PublishBatchResultEntry[]
}

export interface PublishBatchResultEntry {
  "Id"?: string
  "MessageId"?: string
  "SequenceNumber"?: string
}

export interface PublishInput {
  "Message": string
  "MessageAttributes"?: Record<string, MessageAttributeValue>
  "MessageDeduplicationId"?: string
  "MessageGroupId"?: string
  "MessageStructure"?: string
  "PhoneNumber"?: string
  "Subject"?: string
  "TargetArn"?: string
  "TopicArn"?: string
}

export interface PublishResponse {
  "MessageId"?: string
  "SequenceNumber"?: string
}

export interface PutDataProtectionPolicyInput {
  "DataProtectionPolicy": string
  "ResourceArn": string
}

export interface RemovePermissionInput {
  "Label": string
  "TopicArn": string
}

export interface ReplayLimitExceededException {
  "message"?: string
}

export interface ResourceNotFoundException {
  "message"?: string
}

export type RouteType = "Transactional" | "Promotional" | "Premium"

export interface SMSSandboxPhoneNumber {
  "PhoneNumber"?: string
  "Status"?: SMSSandboxPhoneNumberVerificationStatus
}

export type SMSSandboxPhoneNumberVerificationStatus = "Pending" | "Verified"

export interface SetEndpointAttributesInput {
  "Attributes": Record<string, string>
  "EndpointArn": string
}

export interface SetPlatformApplicationAttributesInput {
  "Attributes": Record<string, string>
  "PlatformApplicationArn": string
}

export interface SetSMSAttributesInput {
  "attributes": Record<string, string>
}

export interface SetSMSAttributesResponse {
}

export interface SetSubscriptionAttributesInput {
  "AttributeName": string
  "AttributeValue"?: string
  "SubscriptionArn": string
}

export interface SetTopicAttributesInput {
  "AttributeName": string
  "AttributeValue"?: string
  "TopicArn": string
}

export interface StaleTagException {
  "message"?: string
}

export interface SubscribeInput {
  "Attributes"?: Record<string, string>
  "Endpoint"?: string
  "Protocol": string
  "ReturnSubscriptionArn"?: boolean
  "TopicArn": string
}

export interface SubscribeResponse {
  "SubscriptionArn"?: string
}

export interface Subscription {
  "Endpoint"?: string
  "Owner"?: string
  "Protocol"?: string
  "SubscriptionArn"?: string
  "TopicArn"?: string
}

export interface SubscriptionLimitExceededException {
  "message"?: string
}

export interface Tag {
  "Key": string
  "Value": string
}

export interface TagLimitExceededException {
  "message"?: string
}

export interface TagPolicyException {
  "message"?: string
}

export interface TagResourceRequest {
  "ResourceArn": string
  "Tags": Tag[]
}

export interface TagResourceResponse {
}

export interface ThrottledException {
  "message"?: string
}

export interface TooManyEntriesInBatchRequestException {
  "message"?: string
}

export interface Topic {
  "TopicArn"?: string
}

export interface TopicLimitExceededException {
  "message"?: string
}

export interface UnsubscribeInput {
  "SubscriptionArn": string
}

export interface UntagResourceRequest {
  "ResourceArn": string
  "TagKeys": string[]
}

export interface UntagResourceResponse {
}

export interface UserErrorException {
  "message"?: string
}

export interface ValidationException {
  "Message": string
}

export interface VerificationException {
  "Message": string
  "Status": string
}

export interface VerifySMSSandboxPhoneNumberInput {
  "OneTimePassword": string
  "PhoneNumber": string
}

export interface VerifySMSSandboxPhoneNumberResult {
}

/** Input and output of every operation that the model knows. */
export interface Operations {
  AddPermission: { input: AddPermissionInput; output: Record<string, never> }
  CheckIfPhoneNumberIsOptedOut: { input: CheckIfPhoneNumberIsOptedOutInput; output: CheckIfPhoneNumberIsOptedOutResponse }
  ConfirmSubscription: { input: ConfirmSubscriptionInput; output: ConfirmSubscriptionResponse }
  CreatePlatformApplication: { input: CreatePlatformApplicationInput; output: CreatePlatformApplicationResponse }
  CreatePlatformEndpoint: { input: CreatePlatformEndpointInput; output: CreateEndpointResponse }
  CreateSMSSandboxPhoneNumber: { input: CreateSMSSandboxPhoneNumberInput; output: CreateSMSSandboxPhoneNumberResult }
  CreateTopic: { input: CreateTopicInput; output: CreateTopicResponse }
  DeleteEndpoint: { input: DeleteEndpointInput; output: Record<string, never> }
  DeletePlatformApplication: { input: DeletePlatformApplicationInput; output: Record<string, never> }
  DeleteSMSSandboxPhoneNumber: { input: DeleteSMSSandboxPhoneNumberInput; output: DeleteSMSSandboxPhoneNumberResult }
  DeleteTopic: { input: DeleteTopicInput; output: Record<string, never> }
  GetDataProtectionPolicy: { input: GetDataProtectionPolicyInput; output: GetDataProtectionPolicyResponse }
  GetEndpointAttributes: { input: GetEndpointAttributesInput; output: GetEndpointAttributesResponse }
  GetPlatformApplicationAttributes: { input: GetPlatformApplicationAttributesInput; output: GetPlatformApplicationAttributesResponse }
  GetSMSAttributes: { input: GetSMSAttributesInput; output: GetSMSAttributesResponse }
  GetSMSSandboxAccountStatus: { input: GetSMSSandboxAccountStatusInput; output: GetSMSSandboxAccountStatusResult }
  GetSubscriptionAttributes: { input: GetSubscriptionAttributesInput; output: GetSubscriptionAttributesResponse }
  GetTopicAttributes: { input: GetTopicAttributesInput; output: GetTopicAttributesResponse }
  ListEndpointsByPlatformApplication: { input: ListEndpointsByPlatformApplicationInput; output: ListEndpointsByPlatformApplicationResponse }
  ListOriginationNumbers: { input: ListOriginationNumbersRequest; output: ListOriginationNumbersResult }
  ListPhoneNumbersOptedOut: { input: ListPhoneNumbersOptedOutInput; output: ListPhoneNumbersOptedOutResponse }
  ListPlatformApplications: { input: ListPlatformApplicationsInput; output: ListPlatformApplicationsResponse }
  ListSMSSandboxPhoneNumbers: { input: ListSMSSandboxPhoneNumbersInput; output: ListSMSSandboxPhoneNumbersResult }
  ListSubscriptions: { input: ListSubscriptionsInput; output: ListSubscriptionsResponse }
  ListSubscriptionsByTopic: { input: ListSubscriptionsByTopicInput; output: ListSubscriptionsByTopicResponse }
  ListTagsForResource: { input: ListTagsForResourceRequest; output: ListTagsForResourceResponse }
  ListTopics: { input: ListTopicsInput; output: ListTopicsResponse }
  OptInPhoneNumber: { input: OptInPhoneNumberInput; output: OptInPhoneNumberResponse }
  Publish: { input: PublishInput; output: PublishResponse }
  PublishBatch: { input: PublishBatchInput; output: PublishBatchResponse }
  PutDataProtectionPolicy: { input: PutDataProtectionPolicyInput; output: Record<string, never> }
  RemovePermission: { input: RemovePermissionInput; output: Record<string, never> }
  SetEndpointAttributes: { input: SetEndpointAttributesInput; output: Record<string, never> }
  SetPlatformApplicationAttributes: { input: SetPlatformApplicationAttributesInput; output: Record<string, never> }
  SetSMSAttributes: { input: SetSMSAttributesInput; output: SetSMSAttributesResponse }
  SetSubscriptionAttributes: { input: SetSubscriptionAttributesInput; output: Record<string, never> }
  SetTopicAttributes: { input: SetTopicAttributesInput; output: Record<string, never> }
  Subscribe: { input: SubscribeInput; output: SubscribeResponse }
  TagResource: { input: TagResourceRequest; output: TagResourceResponse }
  Unsubscribe: { input: UnsubscribeInput; output: Record<string, never> }
  UntagResource: { input: UntagResourceRequest; output: UntagResourceResponse }
  VerifySMSSandboxPhoneNumber: { input: VerifySMSSandboxPhoneNumberInput; output: VerifySMSSandboxPhoneNumberResult }
}
