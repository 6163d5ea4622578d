// Generated from the model of AWS Lambda 2015-03-31 by scripts/generate-protocol.ts.

export interface AccountLimit {
  "CodeSizeUnzipped"?: number
  "CodeSizeZipped"?: number
  "ConcurrentExecutions"?: number
  "TotalCodeSize"?: number
  "UnreservedConcurrentExecutions"?: number
}

export interface AccountUsage {
  "FunctionCount"?: number
  "TotalCodeSize"?: number
}

export interface AddLayerVersionPermissionRequest {
  "Action": string
  "LayerName": string
  "OrganizationId"?: string
  "Principal": string
  "RevisionId"?: string
  "StatementId": string
  "VersionNumber": number
}

export interface AddLayerVersionPermissionResponse {
  "RevisionId"?: string
  "Statement"?: string
}

export interface AddPermissionRequest {
  "Action": string
  "EventSourceToken"?: string
  "FunctionName": string
  "FunctionUrlAuthType"?: FunctionUrlAuthType
  "InvokedViaFunctionUrl"?: boolean
  "Principal": string
  "PrincipalOrgID"?: string
  "Qualifier"?: string
  "RevisionId"?: string
  "SourceAccount"?: string
  "SourceArn"?: string
  "StatementId": string
}

export interface AddPermissionResponse {
  "Statement"?: string
}

export interface AliasConfiguration {
  "AliasArn"?: string
  "Description"?: string
  "FunctionVersion"?: string
  "Name"?: string
  "RevisionId"?: string
  "RoutingConfig"?: AliasRoutingConfiguration
}

export interface AliasLimitExceededException {
  "Type"?: string
  "message"?: string
}

export interface AliasRoutingConfiguration {
  "AdditionalVersionWeights"?: Record<string, number>
}

export interface AllowedPublishers {
  "SigningProfileVersionArns": string[]
}

export interface AmazonManagedKafkaEventSourceConfig {
  "ConsumerGroupId"?: string
  "SchemaRegistryConfig"?: KafkaSchemaRegistryConfig
}

export type ApplicationLogLevel = "TRACE" | "DEBUG" | "INFO" | "WARN" | "ERROR" | "FATAL"

export type Architecture = "x86_64" | "arm64"

export interface CallbackDetails {
  "CallbackId"?: string
  "Error"?: ErrorObject
  "Result"?: string
}

export interface CallbackFailedDetails {
  "Error": EventError
}

export interface CallbackOptions {
  "HeartbeatTimeoutSeconds"?: number
  "TimeoutSeconds"?: number
}

export interface CallbackStartedDetails {
  "CallbackId": string
  "HeartbeatTimeout"?: number
  "Timeout"?: number
}

export interface CallbackSucceededDetails {
  "Result": EventResult
}

export interface CallbackTimedOutDetails {
  "Error": EventError
}

export interface CallbackTimeoutException {
  "Message"?: string
  "Type"?: string
}

export interface CapacityProvider {
  "CapacityProviderArn": string
  "CapacityProviderScalingConfig"?: CapacityProviderScalingConfig
  "InstanceRequirements"?: InstanceRequirements
  "KmsKeyArn"?: string
  "LastModified"?: string
  "PermissionsConfig": CapacityProviderPermissionsConfig
  "PropagateTags"?: PropagateTags
  "State": CapacityProviderState
  "TelemetryConfig"?: CapacityProviderTelemetryConfig
  "VpcConfig": CapacityProviderVpcConfig
}

export interface CapacityProviderConfig {
  "LambdaManagedInstancesCapacityProviderConfig": LambdaManagedInstancesCapacityProviderConfig
}

export interface CapacityProviderLimitExceededException {
  "Type"?: string
  "message"?: string
}

export interface CapacityProviderLoggingConfig {
  "LogGroup"?: string
  "SystemLogLevel"?: SystemLogLevel
}

export interface CapacityProviderPermissionsConfig {
  "CapacityProviderOperatorRoleArn": string
}

export type CapacityProviderPredefinedMetricType = "LambdaCapacityProviderAverageCPUUtilization"

export interface CapacityProviderScalingConfig {
  "MaxVCpuCount"?: number
  "ScalingMode"?: CapacityProviderScalingMode
  "ScalingPolicies"?: TargetTrackingScalingPolicy[]
}

export type CapacityProviderScalingMode = "Auto" | "Manual"

export type CapacityProviderState = "Pending" | "Active" | "Failed" | "Deleting"

export interface CapacityProviderTelemetryConfig {
  "LoggingConfig"?: CapacityProviderLoggingConfig
}

export interface CapacityProviderVpcConfig {
  "SecurityGroupIds": string[]
  "SubnetIds": string[]
}

export interface ChainedInvokeDetails {
  "Error"?: ErrorObject
  "Result"?: string
}

export interface ChainedInvokeFailedDetails {
  "Error": EventError
}

export interface ChainedInvokeOptions {
  "FunctionName": string
  "TenantId"?: string
}

export interface ChainedInvokeStartedDetails {
  "DurableExecutionArn"?: string
  "ExecutedVersion"?: string
  "FunctionName": string
  "Input"?: EventInput
  "TenantId"?: string
}

export interface ChainedInvokeStoppedDetails {
  "Error": EventError
}

export interface ChainedInvokeSucceededDetails {
  "Result": EventResult
}

export interface ChainedInvokeTimedOutDetails {
  "Error": EventError
}

export interface CheckpointDurableExecutionRequest {
  "CheckpointToken": string
  "ClientToken"?: string
  "DurableExecutionArn": string
  "Updates"?: OperationUpdate[]
}

export interface CheckpointDurableExecutionResponse {
  "CheckpointToken"?: string
  "NewExecutionState": CheckpointUpdatedExecutionState
}

export interface CheckpointUpdatedExecutionState {
  "NextMarker"?: string
  "Operations"?: Operation[]
}

export interface CodeArtifactUserDeletedException {
  "Type"?: string
  "message"?: string
}

export interface CodeArtifactUserFailedException {
  "Type"?: string
  "message"?: string
}

export interface CodeArtifactUserPendingException {
  "Type"?: string
  "message"?: string
}

export interface CodeSigningConfig {
  "AllowedPublishers": AllowedPublishers
  "CodeSigningConfigArn": string
  "CodeSigningConfigId": string
  "CodeSigningPolicies": CodeSigningPolicies
  "Description"?: string
  "LastModified": string
}

export interface CodeSigningConfigNotFoundException {
  "Message"?: string
  "Type"?: string
}

export interface CodeSigningPolicies {
  "UntrustedArtifactOnDeployment"?: CodeSigningPolicy
}

export type CodeSigningPolicy = "Warn" | "Enforce"

export interface CodeStorageExceededException {
  "Type"?: string
  "message"?: string
}

export interface CodeVerificationFailedException {
  "Message"?: string
  "Type"?: string
}

export interface Concurrency {
  "ReservedConcurrentExecutions"?: number
}

export interface ContextDetails {
  "Error"?: ErrorObject
  "ReplayChildren"?: boolean
  "Result"?: string
}

export interface ContextFailedDetails {
  "Error": EventError
}

export interface ContextOptions {
  "ReplayChildren"?: boolean
}

export interface ContextStartedDetails {
}

export interface ContextSucceededDetails {
  "Result": EventResult
}

export interface Cors {
  "AllowCredentials"?: boolean
  "AllowHeaders"?: string[]
  "AllowMethods"?: string[]
  "AllowOrigins"?: string[]
  "ExposeHeaders"?: string[]
  "MaxAge"?: number
}

export interface CreateAliasRequest {
  "Description"?: string
  "FunctionName": string
  "FunctionVersion": string
  "Name": string
  "RoutingConfig"?: AliasRoutingConfiguration
}

export interface CreateCapacityProviderRequest {
  "CapacityProviderName": string
  "CapacityProviderScalingConfig"?: CapacityProviderScalingConfig
  "InstanceRequirements"?: InstanceRequirements
  "KmsKeyArn"?: string
  "PermissionsConfig": CapacityProviderPermissionsConfig
  "PropagateTags"?: PropagateTags
  "Tags"?: Record<string, string>
  "TelemetryConfig"?: CapacityProviderTelemetryConfig
  "VpcConfig": CapacityProviderVpcConfig
}

export interface CreateCapacityProviderResponse {
  "CapacityProvider": CapacityProvider
}

export interface CreateCodeSigningConfigRequest {
  "AllowedPublishers": AllowedPublishers
  "CodeSigningPolicies"?: CodeSigningPolicies
  "Description"?: string
  "Tags"?: Record<string, string>
}

export interface CreateCodeSigningConfigResponse {
  "CodeSigningConfig": CodeSigningConfig
}

export interface CreateEventSourceMappingRequest {
  "AmazonManagedKafkaEventSourceConfig"?: AmazonManagedKafkaEventSourceConfig
  "BatchSize"?: number
  "BisectBatchOnFunctionError"?: boolean
  "DestinationConfig"?: DestinationConfig
  "DocumentDBEventSourceConfig"?: DocumentDBEventSourceConfig
  "Enabled"?: boolean
  "EventSourceArn"?: string
  "FilterCriteria"?: FilterCriteria
  "FunctionName": string
  "FunctionResponseTypes"?: FunctionResponseType[]
  "KMSKeyArn"?: string
  "LoggingConfig"?: EventSourceMappingLoggingConfig
  "MaximumBatchingWindowInSeconds"?: number
  "MaximumRecordAgeInSeconds"?: number
  "MaximumRetryAttempts"?: number
  "MetricsConfig"?: EventSourceMappingMetricsConfig
  "ParallelizationFactor"?: number
  "ProvisionedPollerConfig"?: ProvisionedPollerConfig
  "Queues"?: string[]
  "ScalingConfig"?: ScalingConfig
  "SelfManagedEventSource"?: SelfManagedEventSource
  "SelfManagedKafkaEventSourceConfig"?: SelfManagedKafkaEventSourceConfig
  "SourceAccessConfigurations"?: SourceAccessConfiguration[]
  "StartingPosition"?: EventSourcePosition
  "StartingPositionTimestamp"?: Date
  "Tags"?: Record<string, string>
  "Topics"?: string[]
  "TumblingWindowInSeconds"?: number
}

export interface CreateFunctionRequest {
  "Architectures"?: Architecture[]
  "CapacityProviderConfig"?: CapacityProviderConfig
  "Code": FunctionCode
  "CodeSigningConfigArn"?: string
  "DeadLetterConfig"?: DeadLetterConfig
  "Description"?: string
  "DurableConfig"?: DurableConfig
  "Environment"?: Environment
  "EphemeralStorage"?: EphemeralStorage
  "FileSystemConfigs"?: FileSystemConfig[]
  "FunctionName": string
  "Handler"?: string
  "ImageConfig"?: ImageConfig
  "KMSKeyArn"?: string
  "Layers"?: string[]
  "LoggingConfig"?: LoggingConfig
  "MemorySize"?: number
  "PackageType"?: PackageType
  "Publish"?: boolean
  "PublishTo"?: FunctionVersionLatestPublished
  "Role": string
  "Runtime"?: Runtime
  "SnapStart"?: SnapStart
  "Tags"?: Record<string, string>
  "TenancyConfig"?: TenancyConfig
  "Timeout"?: number
  "TracingConfig"?: TracingConfig
  "VpcConfig"?: VpcConfig
}

export interface CreateFunctionUrlConfigRequest {
  "AuthType": FunctionUrlAuthType
  "Cors"?: Cors
  "FunctionName": string
  "InvokeMode"?: InvokeMode
  "Qualifier"?: string
}

export interface CreateFunctionUrlConfigResponse {
  "AuthType": FunctionUrlAuthType
  "Cors"?: Cors
  "CreationTime": string
  "FunctionArn": string
  "FunctionUrl": string
  "InvokeMode"?: InvokeMode
}

export interface DeadLetterConfig {
  "TargetArn"?: string
}

export interface DeleteAliasRequest {
  "FunctionName": string
  "Name": string
}

export interface DeleteCapacityProviderRequest {
  "CapacityProviderName": string
}

export interface DeleteCapacityProviderResponse {
  "CapacityProvider": CapacityProvider
}

export interface DeleteCodeSigningConfigRequest {
  "CodeSigningConfigArn": string
}

export interface DeleteCodeSigningConfigResponse {
}

export interface DeleteEventSourceMappingRequest {
  "UUID": string
}

export interface DeleteFunctionCodeSigningConfigRequest {
  "FunctionName": string
}

export interface DeleteFunctionConcurrencyRequest {
  "FunctionName": string
}

export interface DeleteFunctionEventInvokeConfigRequest {
  "FunctionName": string
  "Qualifier"?: string
}

export interface DeleteFunctionRequest {
  "FunctionName": string
  "Qualifier"?: string
}

export interface DeleteFunctionResponse {
  "StatusCode"?: number
}

export interface DeleteFunctionUrlConfigRequest {
  "FunctionName": string
  "Qualifier"?: string
}

export interface DeleteLayerVersionRequest {
  "LayerName": string
  "VersionNumber": number
}

export interface DeleteProvisionedConcurrencyConfigRequest {
  "FunctionName": string
  "Qualifier": string
}

export interface DestinationConfig {
  "OnFailure"?: OnFailure
  "OnSuccess"?: OnSuccess
}

export interface DocumentDBEventSourceConfig {
  "CollectionName"?: string
  "DatabaseName"?: string
  "FullDocument"?: FullDocument
}

export interface DurableConfig {
  "ExecutionTimeout"?: number
  "KMSKeyArn"?: string
  "RetentionPeriodInDays"?: number
}

export interface DurableExecutionAlreadyStartedException {
  "Message"?: string
  "Type"?: string
}

export interface EC2AccessDeniedException {
  "Message"?: string
  "Type"?: string
}

export interface EC2ThrottledException {
  "Message"?: string
  "Type"?: string
}

export interface EC2UnexpectedException {
  "EC2ErrorCode"?: string
  "Message"?: string
  "Type"?: string
}

export interface EFSIOException {
  "Message"?: string
  "Type"?: string
}

export interface EFSMountConnectivityException {
  "Message"?: string
  "Type"?: string
}

export interface EFSMountFailureException {
  "Message"?: string
  "Type"?: string
}

export interface EFSMountTimeoutException {
  "Message"?: string
  "Type"?: string
}

export interface ENILimitReachedException {
  "Message"?: string
  "Type"?: string
}

export interface ENINotReadyException {
  "Message"?: string
  "Type"?: string
}

export type EndPointType = "KAFKA_BOOTSTRAP_SERVERS"

export interface Environment {
  "Variables"?: Record<string, string>
}

export interface EnvironmentError {
  "ErrorCode"?: string
  "Message"?: string
}

export interface EnvironmentResponse {
  "Error"?: EnvironmentError
  "Variables"?: Record<string, string>
}

export interface EphemeralStorage {
  "Size": number
}

export interface ErrorObject {
  "ErrorData"?: string
  "ErrorMessage"?: string
  "ErrorType"?: string
  "StackTrace"?: string[]
}

export interface Event {
  "CallbackFailedDetails"?: CallbackFailedDetails
  "CallbackStartedDetails"?: CallbackStartedDetails
  "CallbackSucceededDetails"?: CallbackSucceededDetails
  "CallbackTimedOutDetails"?: CallbackTimedOutDetails
  "ChainedInvokeFailedDetails"?: ChainedInvokeFailedDetails
  "ChainedInvokeStartedDetails"?: ChainedInvokeStartedDetails
  "ChainedInvokeStoppedDetails"?: ChainedInvokeStoppedDetails
  "ChainedInvokeSucceededDetails"?: ChainedInvokeSucceededDetails
  "ChainedInvokeTimedOutDetails"?: ChainedInvokeTimedOutDetails
  "ContextFailedDetails"?: ContextFailedDetails
  "ContextStartedDetails"?: ContextStartedDetails
  "ContextSucceededDetails"?: ContextSucceededDetails
  "EventId"?: number
  "EventTimestamp"?: Date
  "EventType"?: EventType
  "ExecutionFailedDetails"?: ExecutionFailedDetails
  "ExecutionStartedDetails"?: ExecutionStartedDetails
  "ExecutionStoppedDetails"?: ExecutionStoppedDetails
  "ExecutionSucceededDetails"?: ExecutionSucceededDetails
  "ExecutionTimedOutDetails"?: ExecutionTimedOutDetails
  "Id"?: string
  "InvocationCompletedDetails"?: InvocationCompletedDetails
  "Name"?: string
  "ParentId"?: string
  "StepFailedDetails"?: StepFailedDetails
  "StepStartedDetails"?: StepStartedDetails
  "StepSucceededDetails"?: StepSucceededDetails
  "SubType"?: string
  "WaitCancelledDetails"?: WaitCancelledDetails
  "WaitStartedDetails"?: WaitStartedDetails
  "WaitSucceededDetails"?: WaitSucceededDetails
}

export interface EventError {
  "Payload"?: ErrorObject
  "Truncated"?: boolean
}

export interface EventInput {
  "Payload"?: string
  "Truncated"?: boolean
}

export interface EventResult {
  "Payload"?: string
  "Truncated"?: boolean
}

export interface EventSourceMappingConfiguration {
  "AmazonManagedKafkaEventSourceConfig"?: AmazonManagedKafkaEventSourceConfig
  "BatchSize"?: number
  "BisectBatchOnFunctionError"?: boolean
  "DestinationConfig"?: DestinationConfig
  "DocumentDBEventSourceConfig"?: DocumentDBEventSourceConfig
  "EventSourceArn"?: string
  "EventSourceMappingArn"?: string
  "FilterCriteria"?: FilterCriteria
  "FilterCriteriaError"?: FilterCriteriaError
  "FunctionArn"?: string
  "FunctionResponseTypes"?: FunctionResponseType[]
  "KMSKeyArn"?: string
  "LastModified"?: Date
  "LastProcessingResult"?: string
  "LoggingConfig"?: EventSourceMappingLoggingConfig
  "MaximumBatchingWindowInSeconds"?: number
  "MaximumRecordAgeInSeconds"?: number
  "MaximumRetryAttempts"?: number
  "MetricsConfig"?: EventSourceMappingMetricsConfig
  "ParallelizationFactor"?: number
  "ProvisionedPollerConfig"?: ProvisionedPollerConfig
  "Queues"?: string[]
  "ScalingConfig"?: ScalingConfig
  "SelfManagedEventSource"?: SelfManagedEventSource
  "SelfManagedKafkaEventSourceConfig"?: SelfManagedKafkaEventSourceConfig
  "SourceAccessConfigurations"?: SourceAccessConfiguration[]
  "StartingPosition"?: EventSourcePosition
  "StartingPositionTimestamp"?: Date
  "State"?: string
  "StateTransitionReason"?: string
  "Topics"?: string[]
  "TumblingWindowInSeconds"?: number
  "UUID"?: string
}

export interface EventSourceMappingLoggingConfig {
  "SystemLogLevel"?: EventSourceMappingSystemLogLevel
}

export type EventSourceMappingMetric = "EventCount" | "ErrorCount" | "KafkaMetrics"

export interface EventSourceMappingMetricsConfig {
  "Metrics"?: EventSourceMappingMetric[]
}

export type EventSourceMappingSystemLogLevel = "DEBUG" | "INFO" | "WARN"

export type EventSourcePosition = "TRIM_HORIZON" | "LATEST" | "AT_TIMESTAMP"

export type EventType = "ExecutionStarted" | "ExecutionSucceeded" | "ExecutionFailed" | "ExecutionTimedOut" | "ExecutionStopped" | "ContextStarted" | "ContextSucceeded" | "ContextFailed" | "WaitStarted" | "WaitSucceeded" | "WaitCancelled" | "StepStarted" | "StepSucceeded" | "StepFailed" | "ChainedInvokeStarted" | "ChainedInvokeSucceeded" | "ChainedInvokeFailed" | "ChainedInvokeTimedOut" | "ChainedInvokeStopped" | "CallbackStarted" | "CallbackSucceeded" | "CallbackFailed" | "CallbackTimedOut" | "InvocationCompleted"

export interface Execution {
  "DurableExecutionArn": string
  "DurableExecutionName": string
  "EndTimestamp"?: Date
  "FunctionArn": string
  "KMSKeyArn"?: string
  "StartTimestamp": Date
  "Status": ExecutionStatus
}

export interface ExecutionDetails {
  "InputPayload"?: string
}

export interface ExecutionFailedDetails {
  "Error": EventError
}

export interface ExecutionStartedDetails {
  "ExecutionTimeout": number
  "Input": EventInput
}

export type ExecutionStatus = "RUNNING" | "SUCCEEDED" | "FAILED" | "TIMED_OUT" | "STOPPED"

export interface ExecutionStoppedDetails {
  "Error": EventError
}

export interface ExecutionSucceededDetails {
  "Result": EventResult
}

export interface ExecutionTimedOutDetails {
  "Error"?: EventError
}

export interface FileSystemConfig {
  "Arn": string
  "LocalMountPath": string
}

export interface Filter {
  "Pattern"?: string
}

export interface FilterCriteria {
  "Filters"?: Filter[]
}

export interface FilterCriteriaError {
  "ErrorCode"?: string
  "Message"?: string
}

export type FullDocument = "UpdateLookup" | "Default"

export interface FunctionCode {
  "ImageUri"?: string
  "S3Bucket"?: string
  "S3Key"?: string
  "S3ObjectStorageMode"?: S3ObjectStorageMode
  "S3ObjectVersion"?: string
  "SourceKMSKeyArn"?: string
  "ZipFile"?: Uint8Array
}

export interface FunctionCodeLocation {
  "Error"?: FunctionCodeLocationError
  "ImageUri"?: string
  "Location"?: string
  "RepositoryType"?: string
  "ResolvedImageUri"?: string
  "ResolvedS3Object"?: ResolvedS3Object
  "SourceKMSKeyArn"?: string
}

export interface FunctionCodeLocationError {
  "ErrorCode"?: string
  "Message"?: string
}

export interface FunctionConfiguration {
  "Architectures"?: Architecture[]
  "CapacityProviderConfig"?: CapacityProviderConfig
  "CodeSha256"?: string
  "CodeSize"?: number
  "ConfigSha256"?: string
  "DeadLetterConfig"?: DeadLetterConfig
  "Description"?: string
  "DurableConfig"?: DurableConfig
  "Environment"?: EnvironmentResponse
  "EphemeralStorage"?: EphemeralStorage
  "FileSystemConfigs"?: FileSystemConfig[]
  "FunctionArn"?: string
  "FunctionName"?: string
  "Handler"?: string
  "ImageConfigResponse"?: ImageConfigResponse
  "KMSKeyArn"?: string
  "LastModified"?: string
  "LastUpdateStatus"?: LastUpdateStatus
  "LastUpdateStatusReason"?: string
  "LastUpdateStatusReasonCode"?: LastUpdateStatusReasonCode
  "Layers"?: Layer[]
  "LoggingConfig"?: LoggingConfig
  "MasterArn"?: string
  "MemorySize"?: number
  "PackageType"?: PackageType
  "RevisionId"?: string
  "Role"?: string
  "Runtime"?: Runtime
  "RuntimeVersionConfig"?: RuntimeVersionConfig
  "SigningJobArn"?: string
  "SigningProfileVersionArn"?: string
  "SnapStart"?: SnapStartResponse
  "State"?: State
  "StateReason"?: string
  "StateReasonCode"?: StateReasonCode
  "TenancyConfig"?: TenancyConfig
  "Timeout"?: number
  "TracingConfig"?: TracingConfigResponse
  "Version"?: string
  "VpcConfig"?: VpcConfigResponse
}

export interface FunctionEventInvokeConfig {
  "DestinationConfig"?: DestinationConfig
  "FunctionArn"?: string
  "LastModified"?: Date
  "MaximumEventAgeInSeconds"?: number
  "MaximumRetryAttempts"?: number
}

export type FunctionResponseType = "ReportBatchItemFailures"

export interface FunctionScalingConfig {
  "MaxExecutionEnvironments"?: number
  "MinExecutionEnvironments"?: number
}

export type FunctionUrlAuthType = "NONE" | "AWS_IAM"

export interface FunctionUrlConfig {
  "AuthType": FunctionUrlAuthType
  "Cors"?: Cors
  "CreationTime": string
  "FunctionArn": string
  "FunctionUrl": string
  "InvokeMode"?: InvokeMode
  "LastModifiedTime": string
}

export type FunctionVersion = "ALL"

export type FunctionVersionLatestPublished = "LATEST_PUBLISHED"

export interface FunctionVersionsByCapacityProviderListItem {
  "FunctionArn": string
  "State": State
}

export interface FunctionVersionsPerCapacityProviderLimitExceededException {
  "Type"?: string
  "message"?: string
}

export interface GetAccountSettingsRequest {
}

export interface GetAccountSettingsResponse {
  "AccountLimit"?: AccountLimit
  "AccountUsage"?: AccountUsage
}

export interface GetAliasRequest {
  "FunctionName": string
  "Name": string
}

export interface GetCapacityProviderRequest {
  "CapacityProviderName": string
}

export interface GetCapacityProviderResponse {
  "CapacityProvider": CapacityProvider
}

export interface GetCodeSigningConfigRequest {
  "CodeSigningConfigArn": string
}

export interface GetCodeSigningConfigResponse {
  "CodeSigningConfig": CodeSigningConfig
}

export interface GetDurableExecutionHistoryRequest {
  "DurableExecutionArn": string
  "IncludeExecutionData"?: boolean
  "Marker"?: string
  "MaxItems"?: number
  "ReverseOrder"?: boolean
}

export interface GetDurableExecutionHistoryResponse {
  "Events": Event[]
  "NextMarker"?: string
}

export interface GetDurableExecutionRequest {
  "DurableExecutionArn": string
  "IncludeExecutionData"?: boolean
}

export interface GetDurableExecutionResponse {
  "DurableConfig"?: DurableConfig
  "DurableExecutionArn": string
  "DurableExecutionName": string
  "EndTimestamp"?: Date
  "Error"?: ErrorObject
  "ExecutionDataIncluded"?: boolean
  "FunctionArn": string
  "InputPayload"?: string
  "Result"?: string
  "StartTimestamp": Date
  "Status": ExecutionStatus
  "TraceHeader"?: TraceHeader
  "Version"?: string
}

export interface GetDurableExecutionStateRequest {
  "CheckpointToken": string
  "DurableExecutionArn": string
  "Marker"?: string
  "MaxItems"?: number
}

export interface GetDurableExecutionStateResponse {
  "NextMarker"?: string
  "Operations": Operation[]
}

export interface GetEventSourceMappingRequest {
  "UUID": string
}

export interface GetFunctionCodeSigningConfigRequest {
  "FunctionName": string
}

export interface GetFunctionCodeSigningConfigResponse {
  "CodeSigningConfigArn": string
  "FunctionName": string
}

export interface GetFunctionConcurrencyRequest {
  "FunctionName": string
}

export interface GetFunctionConcurrencyResponse {
  "ReservedConcurrentExecutions"?: number
}

export interface GetFunctionConfigurationRequest {
  "FunctionName": string
  "Qualifier"?: string
}

export interface GetFunctionEventInvokeConfigRequest {
  "FunctionName": string
  "Qualifier"?: string
}

export interface GetFunctionRecursionConfigRequest {
  "FunctionName": string
}

export interface GetFunctionRecursionConfigResponse {
  "RecursiveLoop"?: RecursiveLoop
}

export interface GetFunctionRequest {
  "FunctionName": string
  "Qualifier"?: string
}

export interface GetFunctionResponse {
  "Code"?: FunctionCodeLocation
  "Concurrency"?: Concurrency
  "Configuration"?: FunctionConfiguration
  "Tags"?: Record<string, string>
  "TagsError"?: TagsError
}

export interface GetFunctionScalingConfigRequest {
  "FunctionName": string
  "Qualifier": string
}

export interface GetFunctionScalingConfigResponse {
  "AppliedFunctionScalingConfig"?: FunctionScalingConfig
  "FunctionArn"?: string
  "RequestedFunctionScalingConfig"?: FunctionScalingConfig
}

export interface GetFunctionUrlConfigRequest {
  "FunctionName": string
  "Qualifier"?: string
}

export interface GetFunctionUrlConfigResponse {
  "AuthType": FunctionUrlAuthType
  "Cors"?: Cors
  "CreationTime": string
  "FunctionArn": string
  "FunctionUrl": string
  "InvokeMode"?: InvokeMode
  "LastModifiedTime": string
}

export interface GetLayerVersionByArnRequest {
  "Arn": string
}

export interface GetLayerVersionPolicyRequest {
  "LayerName": string
  "VersionNumber": number
}

export interface GetLayerVersionPolicyResponse {
  "Policy"?: string
  "RevisionId"?: string
}

export interface GetLayerVersionRequest {
  "LayerName": string
  "VersionNumber": number
}

export interface GetLayerVersionResponse {
  "CompatibleArchitectures"?: Architecture[]
  "CompatibleRuntimes"?: Runtime[]
  "Content"?: LayerVersionContentOutput
  "CreatedDate"?: string
  "Description"?: string
  "LayerArn"?: string
  "LayerVersionArn"?: string
  "LicenseInfo"?: string
  "Version"?: number
}

export interface GetPolicyRequest {
  "FunctionName": string
  "Qualifier"?: string
}

export interface GetPolicyResponse {
  "Policy"?: string
  "RevisionId"?: string
}

export interface GetProvisionedConcurrencyConfigRequest {
  "FunctionName": string
  "Qualifier": string
}

export interface GetProvisionedConcurrencyConfigResponse {
  "AllocatedProvisionedConcurrentExecutions"?: number
  "AvailableProvisionedConcurrentExecutions"?: number
  "LastModified"?: string
  "RequestedProvisionedConcurrentExecutions"?: number
  "Status"?: ProvisionedConcurrencyStatusEnum
  "StatusReason"?: string
}

export interface GetRuntimeManagementConfigRequest {
  "FunctionName": string
  "Qualifier"?: string
}

export interface GetRuntimeManagementConfigResponse {
  "FunctionArn"?: string
  "RuntimeVersionArn"?: string
  "UpdateRuntimeOn"?: UpdateRuntimeOn
}

export interface ImageConfig {
  "Command"?: string[]
  "EntryPoint"?: string[]
  "WorkingDirectory"?: string
}

export interface ImageConfigError {
  "ErrorCode"?: string
  "Message"?: string
}

export interface ImageConfigResponse {
  "Error"?: ImageConfigError
  "ImageConfig"?: ImageConfig
}

export interface InstanceRequirements {
  "AllowedInstanceTypes"?: string[]
  "Architectures"?: Architecture[]
  "ExcludedInstanceTypes"?: string[]
}

export interface InvalidCodeSignatureException {
  "Message"?: string
  "Type"?: string
}

export interface InvalidParameterValueException {
  "Type"?: string
  "message"?: string
}

export interface InvalidRequestContentException {
  "Type"?: string
  "message"?: string
}

export interface InvalidRuntimeException {
  "Message"?: string
  "Type"?: string
}

export interface InvalidSecurityGroupIDException {
  "Message"?: string
  "Type"?: string
}

export interface InvalidSubnetIDException {
  "Message"?: string
  "Type"?: string
}

export interface InvalidZipFileException {
  "Message"?: string
  "Type"?: string
}

export interface InvocationCompletedDetails {
  "EndTimestamp": Date
  "Error"?: EventError
  "RequestId": string
  "StartTimestamp": Date
}

export interface InvocationRequest {
  "ClientContext"?: string
  "DurableExecutionName"?: string
  "FunctionName": string
  "InvocationType"?: InvocationType
  "LogType"?: LogType
  "Payload"?: Uint8Array
  "Qualifier"?: string
  "TenantId"?: string
}

export interface InvocationResponse {
  "DurableExecutionArn"?: string
  "ExecutedVersion"?: string
  "FunctionError"?: string
  "LogResult"?: string
  "Payload"?: Uint8Array
  "StatusCode"?: number
}

export type InvocationType = "Event" | "RequestResponse" | "DryRun"

export interface InvokeAsyncRequest {
  "FunctionName": string
  "InvokeArgs": Uint8Array
}

export interface InvokeAsyncResponse {
  "Status"?: number
}

export type InvokeMode = "BUFFERED" | "RESPONSE_STREAM"

export interface InvokeResponseStreamUpdate {
  "Payload"?: Uint8Array
}

export interface InvokeWithResponseStreamCompleteEvent {
  "ErrorCode"?: string
  "ErrorDetails"?: string
  "LogResult"?: string
}

export interface InvokeWithResponseStreamRequest {
  "ClientContext"?: string
  "FunctionName": string
  "InvocationType"?: ResponseStreamingInvocationType
  "LogType"?: LogType
  "Payload"?: Uint8Array
  "Qualifier"?: string
  "TenantId"?: string
}

export interface InvokeWithResponseStreamResponse {
  "EventStream"?: InvokeWithResponseStreamResponseEvent
  "ExecutedVersion"?: string
  "ResponseStreamContentType"?: string
  "StatusCode"?: number
}

export interface InvokeWithResponseStreamResponseEvent {
  "InvokeComplete"?: InvokeWithResponseStreamCompleteEvent
  "PayloadChunk"?: InvokeResponseStreamUpdate
}

export interface KMSAccessDeniedException {
  "Message"?: string
  "Type"?: string
}

export interface KMSDisabledException {
  "Message"?: string
  "Type"?: string
}

export interface KMSInvalidStateException {
  "Message"?: string
  "Type"?: string
}

export interface KMSNotFoundException {
  "Message"?: string
  "Type"?: string
}

export interface KafkaSchemaRegistryAccessConfig {
  "Type"?: KafkaSchemaRegistryAuthType
  "URI"?: string
}

export type KafkaSchemaRegistryAuthType = "BASIC_AUTH" | "CLIENT_CERTIFICATE_TLS_AUTH" | "SERVER_ROOT_CA_CERTIFICATE"

export interface KafkaSchemaRegistryConfig {
  "AccessConfigs"?: KafkaSchemaRegistryAccessConfig[]
  "EventRecordFormat"?: SchemaRegistryEventRecordFormat
  "SchemaRegistryURI"?: string
  "SchemaValidationConfigs"?: KafkaSchemaValidationConfig[]
}

export type KafkaSchemaValidationAttribute = "KEY" | "VALUE"

export interface KafkaSchemaValidationConfig {
  "Attribute"?: KafkaSchemaValidationAttribute
}

export interface LambdaManagedInstancesCapacityProviderConfig {
  "CapacityProviderArn": string
  "ExecutionEnvironmentMemoryGiBPerVCpu"?: number
  "PerExecutionEnvironmentMaxConcurrency"?: number
}

export type LastUpdateStatus = "Successful" | "Failed" | "InProgress"

export type LastUpdateStatusReasonCode = "EniLimitExceeded" | "InsufficientRolePermissions" | "InvalidConfiguration" | "InternalError" | "SubnetOutOfIPAddresses" | "InvalidSubnet" | "InvalidSecurityGroup" | "ImageDeleted" | "ImageAccessDenied" | "InvalidImage" | "KMSKeyAccessDenied" | "KMSKeyNotFound" | "InvalidStateKMSKey" | "DisabledKMSKey" | "EFSIOError" | "EFSMountConnectivityError" | "EFSMountFailure" | "EFSMountTimeout" | "InvalidRuntime" | "InvalidZipFileException" | "FunctionError" | "ServiceQuotaExceededException" | "VcpuLimitExceeded" | "CapacityProviderScalingLimitExceeded" | "InsufficientCapacity" | "EC2RequestLimitExceeded" | "FunctionError.InitTimeout" | "FunctionError.RuntimeInitError" | "FunctionError.ExtensionInitError" | "FunctionError.InvalidEntryPoint" | "FunctionError.InvalidWorkingDirectory" | "FunctionError.PermissionDenied" | "FunctionError.TooManyExtensions" | "FunctionError.InitResourceExhausted" | "DisallowedByVpcEncryptionControl" | "DependencyError"

export interface Layer {
  "Arn"?: string
  "CodeSize"?: number
  "SigningJobArn"?: string
  "SigningProfileVersionArn"?: string
}

export interface LayerVersionContentInput {
  "S3Bucket"?: string
  "S3Key"?: string
  "S3ObjectStorageMode"?: S3ObjectStorageMode
  "S3ObjectVersion"?: string
  "ZipFile"?: Uint8Array
}

export interface LayerVersionContentOutput {
  "CodeSha256"?: string
  "CodeSize"?: number
  "Location"?: string
  "ResolvedS3Object"?: ResolvedS3Object
  "SigningJobArn"?: string
  "SigningProfileVersionArn"?: string
}

export interface LayerVersionsListItem {
  "CompatibleArchitectures"?: Architecture[]
  "CompatibleRuntimes"?: Runtime[]
  "CreatedDate"?: string
  "Description"?: string
  "LayerVersionArn"?: string
  "LicenseInfo"?: string
  "Version"?: number
}

export interface LayersListItem {
  "LatestMatchingVersion"?: LayerVersionsListItem
  "LayerArn"?: string
  "LayerName"?: string
}

export interface ListAliasesRequest {
  "FunctionName": string
  "FunctionVersion"?: string
  "Marker"?: string
  "MaxItems"?: number
}

export interface ListAliasesResponse {
  "Aliases"?: AliasConfiguration[]
  "NextMarker"?: string
}

export interface ListCapacityProvidersRequest {
  "Marker"?: string
  "MaxItems"?: number
  "State"?: CapacityProviderState
}

export interface ListCapacityProvidersResponse {
  "CapacityProviders": CapacityProvider[]
  "NextMarker"?: string
}

export interface ListCodeSigningConfigsRequest {
  "Marker"?: string
  "MaxItems"?: number
}

export interface ListCodeSigningConfigsResponse {
  "CodeSigningConfigs"?: CodeSigningConfig[]
  "NextMarker"?: string
}

export interface ListDurableExecutionsByFunctionRequest {
  "DurableExecutionName"?: string
  "FunctionName": string
  "Marker"?: string
  "MaxItems"?: number
  "Qualifier"?: string
  "ReverseOrder"?: boolean
  "StartedAfter"?: Date
  "StartedBefore"?: Date
  "Statuses"?: ExecutionStatus[]
}

export interface ListDurableExecutionsByFunctionResponse {
  "DurableExecutions"?: Execution[]
  "NextMarker"?: string
}

export interface ListEventSourceMappingsRequest {
  "EventSourceArn"?: string
  "FunctionName"?: string
  "Marker"?: string
  "MaxItems"?: number
}

export interface ListEventSourceMappingsResponse {
  "EventSourceMappings"?: EventSourceMappingConfiguration[]
  "NextMarker"?: string
}

export interface ListFunctionEventInvokeConfigsRequest {
  "FunctionName": string
  "Marker"?: string
  "MaxItems"?: number
}

export interface ListFunctionEventInvokeConfigsResponse {
  "FunctionEventInvokeConfigs"?: FunctionEventInvokeConfig[]
  "NextMarker"?: string
}

export interface ListFunctionUrlConfigsRequest {
  "FunctionName": string
  "Marker"?: string
  "MaxItems"?: number
}

export interface ListFunctionUrlConfigsResponse {
  "FunctionUrlConfigs": FunctionUrlConfig[]
  "NextMarker"?: string
}

export interface ListFunctionVersionsByCapacityProviderRequest {
  "CapacityProviderName": string
  "Marker"?: string
  "MaxItems"?: number
}

export interface ListFunctionVersionsByCapacityProviderResponse {
  "CapacityProviderArn": string
  "FunctionVersions": FunctionVersionsByCapacityProviderListItem[]
  "NextMarker"?: string
}

export interface ListFunctionsByCodeSigningConfigRequest {
  "CodeSigningConfigArn": string
  "Marker"?: string
  "MaxItems"?: number
}

export interface ListFunctionsByCodeSigningConfigResponse {
  "FunctionArns"?: string[]
  "NextMarker"?: string
}

export interface ListFunctionsRequest {
  "FunctionVersion"?: FunctionVersion
  "Marker"?: string
  "MasterRegion"?: string
  "MaxItems"?: number
}

export interface ListFunctionsResponse {
  "Functions"?: FunctionConfiguration[]
  "NextMarker"?: string
}

export interface ListLayerVersionsRequest {
  "CompatibleArchitecture"?: Architecture
  "CompatibleRuntime"?: Runtime
  "LayerName": string
  "Marker"?: string
  "MaxItems"?: number
}

export interface ListLayerVersionsResponse {
  "LayerVersions"?: LayerVersionsListItem[]
  "NextMarker"?: string
}

export interface ListLayersRequest {
  "CompatibleArchitecture"?: Architecture
  "CompatibleRuntime"?: Runtime
  "Marker"?: string
  "MaxItems"?: number
}

export interface ListLayersResponse {
  "Layers"?: LayersListItem[]
  "NextMarker"?: string
}

export interface ListProvisionedConcurrencyConfigsRequest {
  "FunctionName": string
  "Marker"?: string
  "MaxItems"?: number
}

export interface ListProvisionedConcurrencyConfigsResponse {
  "NextMarker"?: string
  "ProvisionedConcurrencyConfigs"?: ProvisionedConcurrencyConfigListItem[]
}

export interface ListTagsRequest {
  "Resource": string
}

export interface ListTagsResponse {
  "Tags"?: Record<string, string>
}

export interface ListVersionsByFunctionRequest {
  "FunctionName": string
  "Marker"?: string
  "MaxItems"?: number
}

export interface ListVersionsByFunctionResponse {
  "NextMarker"?: string
  "Versions"?: FunctionConfiguration[]
}

export type LogFormat = "JSON" | "Text"

export type LogType = "None" | "Tail"

export interface LoggingConfig {
  "ApplicationLogLevel"?: ApplicationLogLevel
  "LogFormat"?: LogFormat
  "LogGroup"?: string
  "SystemLogLevel"?: SystemLogLevel
}

export interface ModeNotSupportedException {
  "Type"?: string
  "message"?: string
}

export interface NoPublishedVersionException {
  "Message"?: string
  "Type"?: string
}

export interface OnFailure {
  "Destination"?: string
}

export interface OnSuccess {
  "Destination"?: string
}

export interface Operation {
  "CallbackDetails"?: CallbackDetails
  "ChainedInvokeDetails"?: ChainedInvokeDetails
  "ContextDetails"?: ContextDetails
  "EndTimestamp"?: Date
  "ExecutionDetails"?: ExecutionDetails
  "Id": string
  "Name"?: string
  "ParentId"?: string
  "StartTimestamp": Date
  "Status": OperationStatus
  "StepDetails"?: StepDetails
  "SubType"?: string
  "Type": OperationType
  "WaitDetails"?: WaitDetails
}

export type OperationAction = "START" | "SUCCEED" | "FAIL" | "RETRY" | "CANCEL"

export type OperationStatus = "STARTED" | "PENDING" | "READY" | "SUCCEEDED" | "FAILED" | "CANCELLED" | "TIMED_OUT" | "STOPPED"

export type OperationType = "EXECUTION" | "CONTEXT" | "STEP" | "WAIT" | "CALLBACK" | "CHAINED_INVOKE"

export interface OperationUpdate {
  "Action": OperationAction
  "CallbackOptions"?: CallbackOptions
  "ChainedInvokeOptions"?: ChainedInvokeOptions
  "ContextOptions"?: ContextOptions
  "Error"?: ErrorObject
  "Id": string
  "Name"?: string
  "ParentId"?: string
  "Payload"?: string
  "StepOptions"?: StepOptions
  "SubType"?: string
  "Type": OperationType
  "WaitOptions"?: WaitOptions
}

export type PackageType = "Zip" | "Image"

export interface PolicyLengthExceededException {
  "Type"?: string
  "message"?: string
}

export interface PreconditionFailedException {
  "Type"?: string
  "message"?: string
}

export interface PropagateTags {
  "ExplicitTags"?: Record<string, string>
  "Mode"?: PropagateTagsMode
}

export type PropagateTagsMode = "None" | "Explicit"

export interface ProvisionedConcurrencyConfigListItem {
  "AllocatedProvisionedConcurrentExecutions"?: number
  "AvailableProvisionedConcurrentExecutions"?: number
  "FunctionArn"?: string
  "LastModified"?: string
  "RequestedProvisionedConcurrentExecutions"?: number
  "Status"?: ProvisionedConcurrencyStatusEnum
  "StatusReason"?: string
}

export interface ProvisionedConcurrencyConfigNotFoundException {
  "Type"?: string
  "message"?: string
}

export type ProvisionedConcurrencyStatusEnum = "IN_PROGRESS" | "READY" | "FAILED"

export interface ProvisionedPollerConfig {
  "MaximumPollers"?: number
  "MinimumPollers"?: number
  "PollerGroupName"?: string
}

export interface PublicPolicyException {
  "Message"?: string
  "Type"?: string
}

export interface PublishLayerVersionRequest {
  "CompatibleArchitectures"?: Architecture[]
  "CompatibleRuntimes"?: Runtime[]
  "Content": LayerVersionContentInput
  "Description"?: string
  "LayerName": string
  "LicenseInfo"?: string
}

export interface PublishLayerVersionResponse {
  "CompatibleArchitectures"?: Architecture[]
  "CompatibleRuntimes"?: Runtime[]
  "Content"?: LayerVersionContentOutput
  "CreatedDate"?: string
  "Description"?: string
  "LayerArn"?: string
  "LayerVersionArn"?: string
  "LicenseInfo"?: string
  "Version"?: number
}

export interface PublishVersionRequest {
  "CodeSha256"?: string
  "Description"?: string
  "FunctionName": string
  "PublishTo"?: FunctionVersionLatestPublished
  "RevisionId"?: string
}

export interface PutFunctionCodeSigningConfigRequest {
  "CodeSigningConfigArn": string
  "FunctionName": string
}

export interface PutFunctionCodeSigningConfigResponse {
  "CodeSigningConfigArn": string
  "FunctionName": string
}

export interface PutFunctionConcurrencyRequest {
  "FunctionName": string
  "ReservedConcurrentExecutions": number
}

export interface PutFunctionEventInvokeConfigRequest {
  "DestinationConfig"?: DestinationConfig
  "FunctionName": string
  "MaximumEventAgeInSeconds"?: number
  "MaximumRetryAttempts"?: number
  "Qualifier"?: string
}

export interface PutFunctionRecursionConfigRequest {
  "FunctionName": string
  "RecursiveLoop": RecursiveLoop
}

export interface PutFunctionRecursionConfigResponse {
  "RecursiveLoop"?: RecursiveLoop
}

export interface PutFunctionScalingConfigRequest {
  "FunctionName": string
  "FunctionScalingConfig"?: FunctionScalingConfig
  "Qualifier": string
}

export interface PutFunctionScalingConfigResponse {
  "FunctionState"?: State
}

export interface PutProvisionedConcurrencyConfigRequest {
  "FunctionName": string
  "ProvisionedConcurrentExecutions": number
  "Qualifier": string
}

export interface PutProvisionedConcurrencyConfigResponse {
  "AllocatedProvisionedConcurrentExecutions"?: number
  "AvailableProvisionedConcurrentExecutions"?: number
  "LastModified"?: string
  "RequestedProvisionedConcurrentExecutions"?: number
  "Status"?: ProvisionedConcurrencyStatusEnum
  "StatusReason"?: string
}

export interface PutRuntimeManagementConfigRequest {
  "FunctionName": string
  "Qualifier"?: string
  "RuntimeVersionArn"?: string
  "UpdateRuntimeOn": UpdateRuntimeOn
}

export interface PutRuntimeManagementConfigResponse {
  "FunctionArn": string
  "RuntimeVersionArn"?: string
  "UpdateRuntimeOn": UpdateRuntimeOn
}

export interface RecursiveInvocationException {
  "Message"?: string
  "Type"?: string
}

export type RecursiveLoop = "Allow" | "Terminate"

export interface RemoveLayerVersionPermissionRequest {
  "LayerName": string
  "RevisionId"?: string
  "StatementId": string
  "VersionNumber": number
}

export interface RemovePermissionRequest {
  "FunctionName": string
  "Qualifier"?: string
  "RevisionId"?: string
  "StatementId": string
}

export interface RequestTooLargeException {
  "Type"?: string
  "message"?: string
}

export interface ResolvedS3Object {
  "S3Bucket"?: string
  "S3Key"?: string
  "S3ObjectVersion"?: string
}

export interface ResourceConflictException {
  "Type"?: string
  "message"?: string
}

export interface ResourceInUseException {
  "Message"?: string
  "Type"?: string
}

export interface ResourceNotFoundException {
  "Message"?: string
  "Type"?: string
}

export interface ResourceNotReadyException {
  "Type"?: string
  "message"?: string
}

export type ResponseStreamingInvocationType = "RequestResponse" | "DryRun"

export interface RetryDetails {
  "CurrentAttempt"?: number
  "NextAttemptDelaySeconds"?: number
}

export type Runtime = "nodejs" | "nodejs4.3" | "nodejs6.10" | "nodejs8.10" | "nodejs10.x" | "nodejs12.x" | "nodejs14.x" | "nodejs16.x" | "nodejs18.x" | "nodejs20.x" | "nodejs22.x" | "nodejs24.x" | "java8" | "java8.al2" | "java11" | "java17" | "java21" | "java25" | "python2.7" | "python3.6" | "python3.7" | "python3.8" | "python3.9" | "python3.10" | "python3.11" | "python3.12" | "python3.13" | "python3.14" | "dotnetcore1.0" | "dotnetcore2.0" | "dotnetcore2.1" | "dotnetcore3.1" | "dotnet6" | "dotnet8" | "dotnet10" | "nodejs4.3-edge" | "go1.x" | "ruby2.5" | "ruby2.7" | "ruby3.2" | "ruby3.3" | "ruby3.4" | "ruby4.0" | "provided" | "provided.al2" | "provided.al2023" | "nodejs26.x" | "python3.15" | "java8.al2023" | "java11.al2023" | "java17.al2023"

export interface RuntimeVersionConfig {
  "Error"?: RuntimeVersionError
  "RuntimeVersionArn"?: string
}

export interface RuntimeVersionError {
  "ErrorCode"?: string
  "Message"?: string
}

export interface S3FilesMountConnectivityException {
  "Message"?: string
  "Type"?: string
}

export interface S3FilesMountFailureException {
  "Message"?: string
  "Type"?: string
}

export interface S3FilesMountTimeoutException {
  "Message"?: string
  "Type"?: string
}

export type S3ObjectStorageMode = "COPY" | "REFERENCE"

export interface ScalingConfig {
  "MaximumConcurrency"?: number
}

export type SchemaRegistryEventRecordFormat = "JSON" | "SOURCE"

export interface SelfManagedEventSource {
  "Endpoints"?: Record<string, string[]>
}

export interface SelfManagedKafkaEventSourceConfig {
  "ConsumerGroupId"?: string
  "SchemaRegistryConfig"?: KafkaSchemaRegistryConfig
}

export interface SendDurableExecutionCallbackFailureRequest {
  "CallbackId": string
  "Error"?: ErrorObject
}

export interface SendDurableExecutionCallbackFailureResponse {
}

export interface SendDurableExecutionCallbackHeartbeatRequest {
  "CallbackId": string
}

export interface SendDurableExecutionCallbackHeartbeatResponse {
}

export interface SendDurableExecutionCallbackSuccessRequest {
  "CallbackId": string
  "Result"?: Uint8Array
}

export interface SendDurableExecutionCallbackSuccessResponse {
}

export interface SerializedRequestEntityTooLargeException {
  "Type"?: string
  "message"?: string
}

export interface ServiceException {
  "Message"?: string
  "Type"?: string
}

export interface ServiceQuotaExceededException {
  "Message"?: string
  "Type"?: string
}

export interface SnapStart {
  "ApplyOn"?: SnapStartApplyOn
}

export type SnapStartApplyOn = "PublishedVersions" | "None"

export interface SnapStartException {
  "Message"?: string
  "Type"?: string
}

export interface SnapStartNotReadyException {
  "Message"?: string
  "Type"?: string
}

export type SnapStartOptimizationStatus = "On" | "Off"

export interface SnapStartRegenerationFailureException {
  "Message"?: string
  "Type"?: string
}

export interface SnapStartResponse {
  "ApplyOn"?: SnapStartApplyOn
  "OptimizationStatus"?: SnapStartOptimizationStatus
}

export interface SnapStartTimeoutException {
  "Message"?: string
  "Type"?: string
}

export interface SourceAccessConfiguration {
  "Type"?: SourceAccessType
  "URI"?: string
}

export type SourceAccessType = "BASIC_AUTH" | "VPC_SUBNET" | "VPC_SECURITY_GROUP" | "SASL_SCRAM_512_AUTH" | "SASL_SCRAM_256_AUTH" | "VIRTUAL_HOST" | "CLIENT_CERTIFICATE_TLS_AUTH" | "SERVER_ROOT_CA_CERTIFICATE"

export type State = "Pending" | "Active" | "Inactive" | "Failed" | "Deactivating" | "Deactivated" | "ActiveNonInvocable" | "Deleting"

export type StateReasonCode = "Idle" | "Creating" | "Restoring" | "EniLimitExceeded" | "InsufficientRolePermissions" | "InvalidConfiguration" | "InternalError" | "SubnetOutOfIPAddresses" | "InvalidSubnet" | "InvalidSecurityGroup" | "ImageDeleted" | "ImageAccessDenied" | "InvalidImage" | "KMSKeyAccessDenied" | "KMSKeyNotFound" | "InvalidStateKMSKey" | "DisabledKMSKey" | "EFSIOError" | "EFSMountConnectivityError" | "EFSMountFailure" | "EFSMountTimeout" | "InvalidRuntime" | "InvalidZipFileException" | "FunctionError" | "ServiceQuotaExceededException" | "VcpuLimitExceeded" | "CapacityProviderScalingLimitExceeded" | "InsufficientCapacity" | "EC2RequestLimitExceeded" | "FunctionError.InitTimeout" | "FunctionError.RuntimeInitError" | "FunctionError.ExtensionInitError" | "FunctionError.InvalidEntryPoint" | "FunctionError.InvalidWorkingDirectory" | "FunctionError.PermissionDenied" | "FunctionError.TooManyExtensions" | "FunctionError.InitResourceExhausted" | "DisallowedByVpcEncryptionControl" | "DrainingDurableExecutions" | "DependencyError"

export interface StepDetails {
  "Attempt"?: number
  "Error"?: ErrorObject
  "NextAttemptTimestamp"?: Date
  "Result"?: string
}

export interface StepFailedDetails {
  "Error": EventError
  "RetryDetails": RetryDetails
}

export interface StepOptions {
  "NextAttemptDelaySeconds"?: number
}

export interface StepStartedDetails {
}

export interface StepSucceededDetails {
  "Result": EventResult
  "RetryDetails": RetryDetails
}

export interface StopDurableExecutionRequest {
  "DurableExecutionArn": string
  "Error"?: ErrorObject
}

export interface StopDurableExecutionResponse {
  "StopTimestamp": Date
}

export interface SubnetIPAddressLimitReachedException {
  "Message"?: string
  "Type"?: string
}

export type SystemLogLevel = "DEBUG" | "INFO" | "WARN"

export interface TagResourceRequest {
  "Resource": string
  "Tags": Record<string, string>
}

export interface TagsError {
  "ErrorCode": string
  "Message": string
}

export interface TargetTrackingScalingPolicy {
  "PredefinedMetricType": CapacityProviderPredefinedMetricType
  "TargetValue": number
}

export interface TenancyConfig {
  "TenantIsolationMode": TenantIsolationMode
}

export type TenantIsolationMode = "PER_TENANT"

export type ThrottleReason = "ConcurrentInvocationLimitExceeded" | "FunctionInvocationRateLimitExceeded" | "ReservedFunctionConcurrentInvocationLimitExceeded" | "ReservedFunctionInvocationRateLimitExceeded" | "CallerRateLimitExceeded" | "ConcurrentSnapshotCreateLimitExceeded"

export interface TooManyRequestsException {
  "Reason"?: ThrottleReason
  "Type"?: string
  "message"?: string
  "retryAfterSeconds"?: string
}

export interface TraceHeader {
  "XAmznTraceId"?: string
}

export interface TracingConfig {
  "Mode"?: TracingMode
}

export interface TracingConfigResponse {
  "Mode"?: TracingMode
}

export type TracingMode = "Active" | "PassThrough"

export interface UnsupportedMediaTypeException {
  "Type"?: string
  "message"?: string
}

export interface UntagResourceRequest {
  "Resource": string
  "TagKeys": string[]
}

export interface UpdateAliasRequest {
  "Description"?: string
  "FunctionName": string
  "FunctionVersion"?: string
  "Name": string
  "RevisionId"?: string
  "RoutingConfig"?: AliasRoutingConfiguration
}

export interface UpdateCapacityProviderRequest {
  "CapacityProviderName": string
  "CapacityProviderScalingConfig"?: CapacityProviderScalingConfig
  "PropagateTags"?: PropagateTags
  "TelemetryConfig"?: CapacityProviderTelemetryConfig
}

export interface UpdateCapacityProviderResponse {
  "CapacityProvider": CapacityProvider
}

export interface UpdateCodeSigningConfigRequest {
  "AllowedPublishers"?: AllowedPublishers
  "CodeSigningConfigArn": string
  "CodeSigningPolicies"?: CodeSigningPolicies
  "Description"?: string
}

export interface UpdateCodeSigningConfigResponse {
  "CodeSigningConfig": CodeSigningConfig
}

export interface UpdateEventSourceMappingRequest {
  "AmazonManagedKafkaEventSourceConfig"?: AmazonManagedKafkaEventSourceConfig
  "BatchSize"?: number
  "BisectBatchOnFunctionError"?: boolean
  "DestinationConfig"?: DestinationConfig
  "DocumentDBEventSourceConfig"?: DocumentDBEventSourceConfig
  "Enabled"?: boolean
  "FilterCriteria"?: FilterCriteria
  "FunctionName"?: string
  "FunctionResponseTypes"?: FunctionResponseType[]
  "KMSKeyArn"?: string
  "LoggingConfig"?: EventSourceMappingLoggingConfig
  "MaximumBatchingWindowInSeconds"?: number
  "MaximumRecordAgeInSeconds"?: number
  "MaximumRetryAttempts"?: number
  "MetricsConfig"?: EventSourceMappingMetricsConfig
  "ParallelizationFactor"?: number
  "ProvisionedPollerConfig"?: ProvisionedPollerConfig
  "ScalingConfig"?: ScalingConfig
  "SelfManagedKafkaEventSourceConfig"?: SelfManagedKafkaEventSourceConfig
  "SourceAccessConfigurations"?: SourceAccessConfiguration[]
  "TumblingWindowInSeconds"?: number
  "UUID": string
}

export interface UpdateFunctionCodeRequest {
  "Architectures"?: Architecture[]
  "DryRun"?: boolean
  "FunctionName": string
  "ImageUri"?: string
  "Publish"?: boolean
  "PublishTo"?: FunctionVersionLatestPublished
  "RevisionId"?: string
  "S3Bucket"?: string
  "S3Key"?: string
  "S3ObjectStorageMode"?: S3ObjectStorageMode
  "S3ObjectVersion"?: string
  "SourceKMSKeyArn"?: string
  "ZipFile"?: Uint8Array
}

export interface UpdateFunctionConfigurationRequest {
  "CapacityProviderConfig"?: CapacityProviderConfig
  "DeadLetterConfig"?: DeadLetterConfig
  "Description"?: string
  "DurableConfig"?: DurableConfig
  "Environment"?: Environment
  "EphemeralStorage"?: EphemeralStorage
  "FileSystemConfigs"?: FileSystemConfig[]
  "FunctionName": string
  "Handler"?: string
  "ImageConfig"?: ImageConfig
  "KMSKeyArn"?: string
  "Layers"?: string[]
  "LoggingConfig"?: LoggingConfig
  "MemorySize"?: number
  "RevisionId"?: string
  "Role"?: string
  "Runtime"?: Runtime
  "SnapStart"?: SnapStart
  "Timeout"?: number
  "TracingConfig"?: TracingConfig
  "VpcConfig"?: VpcConfig
}

export interface UpdateFunctionEventInvokeConfigRequest {
  "DestinationConfig"?: DestinationConfig
  "FunctionName": string
  "MaximumEventAgeInSeconds"?: number
  "MaximumRetryAttempts"?: number
  "Qualifier"?: string
}

export interface UpdateFunctionUrlConfigRequest {
  "AuthType"?: FunctionUrlAuthType
  "Cors"?: Cors
  "FunctionName": string
  "InvokeMode"?: InvokeMode
  "Qualifier"?: string
}

export interface UpdateFunctionUrlConfigResponse {
  "AuthType": FunctionUrlAuthType
  "Cors"?: Cors
  "CreationTime": string
  "FunctionArn": string
  "FunctionUrl": string
  "InvokeMode"?: InvokeMode
  "LastModifiedTime": string
}

export type UpdateRuntimeOn = "Auto" | "Manual" | "FunctionUpdate"

export interface VpcConfig {
  "Ipv6AllowedForDualStack"?: boolean
  "SecurityGroupIds"?: string[]
  "SubnetIds"?: string[]
}

export interface VpcConfigResponse {
  "Ipv6AllowedForDualStack"?: boolean
  "SecurityGroupIds"?: string[]
  "SubnetIds"?: string[]
  "VpcId"?: string
}

export interface WaitCancelledDetails {
  "Error"?: EventError
}

export interface WaitDetails {
  "ScheduledEndTimestamp"?: Date
}

export interface WaitOptions {
  "WaitSeconds"?: number
}

export interface WaitStartedDetails {
  "Duration": number
  "ScheduledEndTimestamp": Date
}

export interface WaitSucceededDetails {
  "Duration"?: number
}

/** Input and output of every operation that the model knows. */
export interface Operations {
  AddLayerVersionPermission: { input: AddLayerVersionPermissionRequest; output: AddLayerVersionPermissionResponse }
  AddPermission: { input: AddPermissionRequest; output: AddPermissionResponse }
  CheckpointDurableExecution: { input: CheckpointDurableExecutionRequest; output: CheckpointDurableExecutionResponse }
  CreateAlias: { input: CreateAliasRequest; output: AliasConfiguration }
  CreateCapacityProvider: { input: CreateCapacityProviderRequest; output: CreateCapacityProviderResponse }
  CreateCodeSigningConfig: { input: CreateCodeSigningConfigRequest; output: CreateCodeSigningConfigResponse }
  CreateEventSourceMapping: { input: CreateEventSourceMappingRequest; output: EventSourceMappingConfiguration }
  CreateFunction: { input: CreateFunctionRequest; output: FunctionConfiguration }
  CreateFunctionUrlConfig: { input: CreateFunctionUrlConfigRequest; output: CreateFunctionUrlConfigResponse }
  DeleteAlias: { input: DeleteAliasRequest; output: Record<string, never> }
  DeleteCapacityProvider: { input: DeleteCapacityProviderRequest; output: DeleteCapacityProviderResponse }
  DeleteCodeSigningConfig: { input: DeleteCodeSigningConfigRequest; output: DeleteCodeSigningConfigResponse }
  DeleteEventSourceMapping: { input: DeleteEventSourceMappingRequest; output: EventSourceMappingConfiguration }
  DeleteFunction: { input: DeleteFunctionRequest; output: DeleteFunctionResponse }
  DeleteFunctionCodeSigningConfig: { input: DeleteFunctionCodeSigningConfigRequest; output: Record<string, never> }
  DeleteFunctionConcurrency: { input: DeleteFunctionConcurrencyRequest; output: Record<string, never> }
  DeleteFunctionEventInvokeConfig: { input: DeleteFunctionEventInvokeConfigRequest; output: Record<string, never> }
  DeleteFunctionUrlConfig: { input: DeleteFunctionUrlConfigRequest; output: Record<string, never> }
  DeleteLayerVersion: { input: DeleteLayerVersionRequest; output: Record<string, never> }
  DeleteProvisionedConcurrencyConfig: { input: DeleteProvisionedConcurrencyConfigRequest; output: Record<string, never> }
  GetAccountSettings: { input: GetAccountSettingsRequest; output: GetAccountSettingsResponse }
  GetAlias: { input: GetAliasRequest; output: AliasConfiguration }
  GetCapacityProvider: { input: GetCapacityProviderRequest; output: GetCapacityProviderResponse }
  GetCodeSigningConfig: { input: GetCodeSigningConfigRequest; output: GetCodeSigningConfigResponse }
  GetDurableExecution: { input: GetDurableExecutionRequest; output: GetDurableExecutionResponse }
  GetDurableExecutionHistory: { input: GetDurableExecutionHistoryRequest; output: GetDurableExecutionHistoryResponse }
  GetDurableExecutionState: { input: GetDurableExecutionStateRequest; output: GetDurableExecutionStateResponse }
  GetEventSourceMapping: { input: GetEventSourceMappingRequest; output: EventSourceMappingConfiguration }
  GetFunction: { input: GetFunctionRequest; output: GetFunctionResponse }
  GetFunctionCodeSigningConfig: { input: GetFunctionCodeSigningConfigRequest; output: GetFunctionCodeSigningConfigResponse }
  GetFunctionConcurrency: { input: GetFunctionConcurrencyRequest; output: GetFunctionConcurrencyResponse }
  GetFunctionConfiguration: { input: GetFunctionConfigurationRequest; output: FunctionConfiguration }
  GetFunctionEventInvokeConfig: { input: GetFunctionEventInvokeConfigRequest; output: FunctionEventInvokeConfig }
  GetFunctionRecursionConfig: { input: GetFunctionRecursionConfigRequest; output: GetFunctionRecursionConfigResponse }
  GetFunctionScalingConfig: { input: GetFunctionScalingConfigRequest; output: GetFunctionScalingConfigResponse }
  GetFunctionUrlConfig: { input: GetFunctionUrlConfigRequest; output: GetFunctionUrlConfigResponse }
  GetLayerVersion: { input: GetLayerVersionRequest; output: GetLayerVersionResponse }
  GetLayerVersionByArn: { input: GetLayerVersionByArnRequest; output: GetLayerVersionResponse }
  GetLayerVersionPolicy: { input: GetLayerVersionPolicyRequest; output: GetLayerVersionPolicyResponse }
  GetPolicy: { input: GetPolicyRequest; output: GetPolicyResponse }
  GetProvisionedConcurrencyConfig: { input: GetProvisionedConcurrencyConfigRequest; output: GetProvisionedConcurrencyConfigResponse }
  GetRuntimeManagementConfig: { input: GetRuntimeManagementConfigRequest; output: GetRuntimeManagementConfigResponse }
  Invoke: { input: InvocationRequest; output: InvocationResponse }
  InvokeAsync: { input: InvokeAsyncRequest; output: InvokeAsyncResponse }
  InvokeWithResponseStream: { input: InvokeWithResponseStreamRequest; output: InvokeWithResponseStreamResponse }
  ListAliases: { input: ListAliasesRequest; output: ListAliasesResponse }
  ListCapacityProviders: { input: ListCapacityProvidersRequest; output: ListCapacityProvidersResponse }
  ListCodeSigningConfigs: { input: ListCodeSigningConfigsRequest; output: ListCodeSigningConfigsResponse }
  ListDurableExecutionsByFunction: { input: ListDurableExecutionsByFunctionRequest; output: ListDurableExecutionsByFunctionResponse }
  ListEventSourceMappings: { input: ListEventSourceMappingsRequest; output: ListEventSourceMappingsResponse }
  ListFunctionEventInvokeConfigs: { input: ListFunctionEventInvokeConfigsRequest; output: ListFunctionEventInvokeConfigsResponse }
  ListFunctionUrlConfigs: { input: ListFunctionUrlConfigsRequest; output: ListFunctionUrlConfigsResponse }
  ListFunctionVersionsByCapacityProvider: { input: ListFunctionVersionsByCapacityProviderRequest; output: ListFunctionVersionsByCapacityProviderResponse }
  ListFunctions: { input: ListFunctionsRequest; output: ListFunctionsResponse }
  ListFunctionsByCodeSigningConfig: { input: ListFunctionsByCodeSigningConfigRequest; output: ListFunctionsByCodeSigningConfigResponse }
  ListLayerVersions: { input: ListLayerVersionsRequest; output: ListLayerVersionsResponse }
  ListLayers: { input: ListLayersRequest; output: ListLayersResponse }
  ListProvisionedConcurrencyConfigs: { input: ListProvisionedConcurrencyConfigsRequest; output: ListProvisionedConcurrencyConfigsResponse }
  ListTags: { input: ListTagsRequest; output: ListTagsResponse }
  ListVersionsByFunction: { input: ListVersionsByFunctionRequest; output: ListVersionsByFunctionResponse }
  PublishLayerVersion: { input: PublishLayerVersionRequest; output: PublishLayerVersionResponse }
  PublishVersion: { input: PublishVersionRequest; output: FunctionConfiguration }
  PutFunctionCodeSigningConfig: { input: PutFunctionCodeSigningConfigRequest; output: PutFunctionCodeSigningConfigResponse }
  PutFunctionConcurrency: { input: PutFunctionConcurrencyRequest; output: Concurrency }
  PutFunctionEventInvokeConfig: { input: PutFunctionEventInvokeConfigRequest; output: FunctionEventInvokeConfig }
  PutFunctionRecursionConfig: { input: PutFunctionRecursionConfigRequest; output: PutFunctionRecursionConfigResponse }
  PutFunctionScalingConfig: { input: PutFunctionScalingConfigRequest; output: PutFunctionScalingConfigResponse }
  PutProvisionedConcurrencyConfig: { input: PutProvisionedConcurrencyConfigRequest; output: PutProvisionedConcurrencyConfigResponse }
  PutRuntimeManagementConfig: { input: PutRuntimeManagementConfigRequest; output: PutRuntimeManagementConfigResponse }
  RemoveLayerVersionPermission: { input: RemoveLayerVersionPermissionRequest; output: Record<string, never> }
  RemovePermission: { input: RemovePermissionRequest; output: Record<string, never> }
  SendDurableExecutionCallbackFailure: { input: SendDurableExecutionCallbackFailureRequest; output: SendDurableExecutionCallbackFailureResponse }
  SendDurableExecutionCallbackHeartbeat: { input: SendDurableExecutionCallbackHeartbeatRequest; output: SendDurableExecutionCallbackHeartbeatResponse }
  SendDurableExecutionCallbackSuccess: { input: SendDurableExecutionCallbackSuccessRequest; output: SendDurableExecutionCallbackSuccessResponse }
  StopDurableExecution: { input: StopDurableExecutionRequest; output: StopDurableExecutionResponse }
  TagResource: { input: TagResourceRequest; output: Record<string, never> }
  UntagResource: { input: UntagResourceRequest; output: Record<string, never> }
  UpdateAlias: { input: UpdateAliasRequest; output: AliasConfiguration }
  UpdateCapacityProvider: { input: UpdateCapacityProviderRequest; output: UpdateCapacityProviderResponse }
  UpdateCodeSigningConfig: { input: UpdateCodeSigningConfigRequest; output: UpdateCodeSigningConfigResponse }
  UpdateEventSourceMapping: { input: UpdateEventSourceMappingRequest; output: EventSourceMappingConfiguration }
  UpdateFunctionCode: { input: UpdateFunctionCodeRequest; output: FunctionConfiguration }
  UpdateFunctionConfiguration: { input: UpdateFunctionConfigurationRequest; output: FunctionConfiguration }
  UpdateFunctionEventInvokeConfig: { input: UpdateFunctionEventInvokeConfigRequest; output: FunctionEventInvokeConfig }
  UpdateFunctionUrlConfig: { input: UpdateFunctionUrlConfigRequest; output: UpdateFunctionUrlConfigResponse }
}
