// Generated from the model of AWS Key Management Service 2014-11-01 by scripts/generate-protocol.ts.

export type AlgorithmSpec = "RSAES_PKCS1_V1_5" | "RSAES_OAEP_SHA_1" | "RSAES_OAEP_SHA_256" | "RSA_AES_KEY_WRAP_SHA_1" | "RSA_AES_KEY_WRAP_SHA_256" | "SM2PKE"

export interface AliasListEntry {
  "AliasArn"?: string
  "AliasName"?: string
  "CreationDate"?: Date
  "LastUpdatedDate"?: Date
  "TargetKeyId"?: string
}

export interface AlreadyExistsException {
  "message"?: string
}

export interface CancelKeyDeletionRequest {
  "KeyId": string
}

export interface CancelKeyDeletionResponse {
  "KeyId"?: string
}

export interface CloudHsmClusterInUseException {
  "message"?: string
}

export interface CloudHsmClusterInvalidConfigurationException {
  "message"?: string
}

export interface CloudHsmClusterNotActiveException {
  "message"?: string
}

export interface CloudHsmClusterNotFoundException {
  "message"?: string
}

export interface CloudHsmClusterNotRelatedException {
  "message"?: string
}

export interface ConflictException {
  "message"?: string
}

export interface ConnectCustomKeyStoreRequest {
  "CustomKeyStoreId": string
}

export interface ConnectCustomKeyStoreResponse {
}

export type ConnectionErrorCodeType = "INVALID_CREDENTIALS" | "CLUSTER_NOT_FOUND" | "NETWORK_ERRORS" | "INTERNAL_ERROR" | "INSUFFICIENT_CLOUDHSM_HSMS" | "USER_LOCKED_OUT" | "USER_NOT_FOUND" | "USER_LOGGED_IN" | "SUBNET_NOT_FOUND" | "INSUFFICIENT_FREE_ADDRESSES_IN_SUBNET" | "XKS_PROXY_ACCESS_DENIED" | "XKS_PROXY_NOT_REACHABLE" | "XKS_VPC_ENDPOINT_SERVICE_NOT_FOUND" | "XKS_PROXY_INVALID_RESPONSE" | "XKS_PROXY_INVALID_CONFIGURATION" | "XKS_VPC_ENDPOINT_SERVICE_INVALID_CONFIGURATION" | "XKS_PROXY_TIMED_OUT" | "XKS_PROXY_INVALID_TLS_CONFIGURATION"

export type ConnectionStateType = "CONNECTED" | "CONNECTING" | "FAILED" | "DISCONNECTED" | "DISCONNECTING"

export interface CreateAliasRequest {
  "AliasName": string
  "TargetKeyId": string
}

export interface CreateCustomKeyStoreRequest {
  "CloudHsmClusterId"?: string
  "CustomKeyStoreName": string
  "CustomKeyStoreType"?: CustomKeyStoreType
  "KeyStorePassword"?: string
  "TrustAnchorCertificate"?: string
  "XksProxyAuthenticationCredential"?: XksProxyAuthenticationCredentialType
  "XksProxyConnectivity"?: XksProxyConnectivityType
  "XksProxyUriEndpoint"?: string
  "XksProxyUriPath"?: string
  "XksProxyVpcEndpointServiceName"?: string
  "XksProxyVpcEndpointServiceOwner"?: string
}

export interface CreateCustomKeyStoreResponse {
  "CustomKeyStoreId"?: string
}

export interface CreateGrantRequest {
  "Constraints"?: GrantConstraints
  "DryRun"?: boolean
  "GrantTokens"?: string[]
  "GranteePrincipal"?: string
  "GranteeServicePrincipal"?: string
  "KeyId": string
  "Name"?: string
  "Operations": GrantOperation[]
  "RetiringPrincipal"?: string
  "RetiringServicePrincipal"?: string
}

export interface CreateGrantResponse {
  "GrantId"?: string
  "GrantToken"?: string
}

export interface CreateKeyRequest {
  "BypassPolicyLockoutSafetyCheck"?: boolean
  "CustomKeyStoreId"?: string
  "CustomerMasterKeySpec"?: CustomerMasterKeySpec
  "Description"?: string
  "KeySpec"?: KeySpec
  "KeyUsage"?: KeyUsageType
  "MultiRegion"?: boolean
  "Origin"?: OriginType
  "Policy"?: string
  "Tags"?: Tag[]
  "XksKeyId"?: string
}

export interface CreateKeyResponse {
  "KeyMetadata"?: KeyMetadata
}

export interface CustomKeyStoreHasCMKsException {
  "message"?: string
}

export interface CustomKeyStoreInvalidStateException {
  "message"?: string
}

export interface CustomKeyStoreNameInUseException {
  "message"?: string
}

export interface CustomKeyStoreNotFoundException {
  "message"?: string
}

export type CustomKeyStoreType = "AWS_CLOUDHSM" | "EXTERNAL_KEY_STORE"

export interface CustomKeyStoresListEntry {
  "CloudHsmClusterId"?: string
  "ConnectionErrorCode"?: ConnectionErrorCodeType
  "ConnectionState"?: ConnectionStateType
  "CreationDate"?: Date
  "CustomKeyStoreId"?: string
  "CustomKeyStoreName"?: string
  "CustomKeyStoreType"?: CustomKeyStoreType
  "TrustAnchorCertificate"?: string
  "XksProxyConfiguration"?: XksProxyConfigurationType
}

export type CustomerMasterKeySpec = "RSA_2048" | "RSA_3072" | "RSA_4096" | "ECC_NIST_P256" | "ECC_NIST_P384" | "ECC_NIST_P521" | "ECC_SECG_P256K1" | "SYMMETRIC_DEFAULT" | "HMAC_224" | "HMAC_256" | "HMAC_384" | "HMAC_512" | "SM2"

export type DataKeyPairSpec = "RSA_2048" | "RSA_3072" | "RSA_4096" | "ECC_NIST_P256" | "ECC_NIST_P384" | "ECC_NIST_P521" | "ECC_SECG_P256K1" | "SM2" | "ECC_NIST_EDWARDS25519"

export type DataKeySpec = "AES_256" | "AES_128"

export interface DecryptRequest {
  "CiphertextBlob"?: Uint8Array
  "DryRun"?: boolean
  "DryRunModifiers"?: DryRunModifierType[]
  "EncryptionAlgorithm"?: EncryptionAlgorithmSpec
  "EncryptionContext"?: Record<string, string>
  "GrantTokens"?: string[]
  "KeyId"?: string
  "Recipient"?: RecipientInfo
}

export interface DecryptResponse {
  "CiphertextForRecipient"?: Uint8Array
  "EncryptionAlgorithm"?: EncryptionAlgorithmSpec
  "KeyId"?: string
  "KeyMaterialId"?: string
  "Plaintext"?: Uint8Array
}

export interface DeleteAliasRequest {
  "AliasName": string
}

export interface DeleteCustomKeyStoreRequest {
  "CustomKeyStoreId": string
}

export interface DeleteCustomKeyStoreResponse {
}

export interface DeleteImportedKeyMaterialRequest {
  "KeyId": string
  "KeyMaterialId"?: string
}

export interface DeleteImportedKeyMaterialResponse {
  "KeyId"?: string
  "KeyMaterialId"?: string
}

export interface DependencyTimeoutException {
  "message"?: string
}

export interface DeriveSharedSecretRequest {
  "DryRun"?: boolean
  "GrantTokens"?: string[]
  "KeyAgreementAlgorithm": KeyAgreementAlgorithmSpec
  "KeyId": string
  "PublicKey": Uint8Array
  "Recipient"?: RecipientInfo
}

export interface DeriveSharedSecretResponse {
  "CiphertextForRecipient"?: Uint8Array
  "KeyAgreementAlgorithm"?: KeyAgreementAlgorithmSpec
  "KeyId"?: string
  "KeyOrigin"?: OriginType
  "SharedSecret"?: Uint8Array
}

export interface DescribeCustomKeyStoresRequest {
  "CustomKeyStoreId"?: string
  "CustomKeyStoreName"?: string
  "Limit"?: number
  "Marker"?: string
}

export interface DescribeCustomKeyStoresResponse {
  "CustomKeyStores"?: CustomKeyStoresListEntry[]
  "NextMarker"?: string
  "Truncated"?: boolean
}

export interface DescribeKeyRequest {
  "GrantTokens"?: string[]
  "KeyId": string
}

export interface DescribeKeyResponse {
  "KeyMetadata"?: KeyMetadata
}

export interface DisableKeyRequest {
  "KeyId": string
}

export interface DisableKeyRotationRequest {
  "KeyId": string
}

export interface DisabledException {
  "message"?: string
}

export interface DisconnectCustomKeyStoreRequest {
  "CustomKeyStoreId": string
}

export interface DisconnectCustomKeyStoreResponse {
}

export type DryRunModifierType = "IGNORE_CIPHERTEXT"

export interface DryRunOperationException {
  "message"?: string
}

export interface EnableKeyRequest {
  "KeyId": string
}

export interface EnableKeyRotationRequest {
  "KeyId": string
  "RotationPeriodInDays"?: number
}

export interface EncryptRequest {
  "DryRun"?: boolean
  "EncryptionAlgorithm"?: EncryptionAlgorithmSpec
  "EncryptionContext"?: Record<string, string>
  "GrantTokens"?: string[]
  "KeyId": string
  "Plaintext": Uint8Array
}

export interface EncryptResponse {
  "CiphertextBlob"?: Uint8Array
  "EncryptionAlgorithm"?: EncryptionAlgorithmSpec
  "KeyId"?: string
}

export type EncryptionAlgorithmSpec = "SYMMETRIC_DEFAULT" | "RSAES_OAEP_SHA_1" | "RSAES_OAEP_SHA_256" | "SM2PKE"

export type ExpirationModelType = "KEY_MATERIAL_EXPIRES" | "KEY_MATERIAL_DOES_NOT_EXPIRE"

export interface ExpiredImportTokenException {
  "message"?: string
}

export interface GenerateDataKeyPairRequest {
  "DryRun"?: boolean
  "EncryptionContext"?: Record<string, string>
  "GrantTokens"?: string[]
  "KeyId": string
  "KeyPairSpec": DataKeyPairSpec
  "Recipient"?: RecipientInfo
}

export interface GenerateDataKeyPairResponse {
  "CiphertextForRecipient"?: Uint8Array
  "KeyId"?: string
  "KeyMaterialId"?: string
  "KeyPairSpec"?: DataKeyPairSpec
  "PrivateKeyCiphertextBlob"?: Uint8Array
  "PrivateKeyPlaintext"?: Uint8Array
  "PublicKey"?: Uint8Array
}

export interface GenerateDataKeyPairWithoutPlaintextRequest {
  "DryRun"?: boolean
  "EncryptionContext"?: Record<string, string>
  "GrantTokens"?: string[]
  "KeyId": string
  "KeyPairSpec": DataKeyPairSpec
}

export interface GenerateDataKeyPairWithoutPlaintextResponse {
  "KeyId"?: string
  "KeyMaterialId"?: string
  "KeyPairSpec"?: DataKeyPairSpec
  "PrivateKeyCiphertextBlob"?: Uint8Array
  "PublicKey"?: Uint8Array
}

export interface GenerateDataKeyRequest {
  "DryRun"?: boolean
  "EncryptionContext"?: Record<string, string>
  "GrantTokens"?: string[]
  "KeyId": string
  "KeySpec"?: DataKeySpec
  "NumberOfBytes"?: number
  "Recipient"?: RecipientInfo
}

export interface GenerateDataKeyResponse {
  "CiphertextBlob"?: Uint8Array
  "CiphertextForRecipient"?: Uint8Array
  "KeyId"?: string
  "KeyMaterialId"?: string
  "Plaintext"?: Uint8Array
}

export interface GenerateDataKeyWithoutPlaintextRequest {
  "DryRun"?: boolean
  "EncryptionContext"?: Record<string, string>
  "GrantTokens"?: string[]
  "KeyId": string
  "KeySpec"?: DataKeySpec
  "NumberOfBytes"?: number
}

export interface GenerateDataKeyWithoutPlaintextResponse {
  "CiphertextBlob"?: Uint8Array
  "KeyId"?: string
  "KeyMaterialId"?: string
}

export interface GenerateMacRequest {
  "DryRun"?: boolean
  "GrantTokens"?: string[]
  "KeyId": string
  "MacAlgorithm": MacAlgorithmSpec
  "Message": Uint8Array
}

export interface GenerateMacResponse {
  "KeyId"?: string
  "Mac"?: Uint8Array
  "MacAlgorithm"?: MacAlgorithmSpec
}

export interface GenerateRandomRequest {
  "CustomKeyStoreId"?: string
  "NumberOfBytes"?: number
  "Recipient"?: RecipientInfo
}

export interface GenerateRandomResponse {
  "CiphertextForRecipient"?: Uint8Array
  "Plaintext"?: Uint8Array
}

export interface GetKeyLastUsageRequest {
  "KeyId": string
}

export interface GetKeyLastUsageResponse {
  "KeyCreationDate"?: Date
  "KeyId"?: string
  "KeyLastUsage"?: KeyLastUsageData
  "TrackingStartDate"?: Date
}

export interface GetKeyPolicyRequest {
  "KeyId": string
  "PolicyName"?: string
}

export interface GetKeyPolicyResponse {
  "Policy"?: string
  "PolicyName"?: string
}

export interface GetKeyRotationStatusRequest {
  "KeyId": string
}

export interface GetKeyRotationStatusResponse {
  "KeyId"?: string
  "KeyRotationEnabled"?: boolean
  "NextRotationDate"?: Date
  "OnDemandRotationStartDate"?: Date
  "RotationPeriodInDays"?: number
}

export interface GetParametersForImportRequest {
  "KeyId": string
  "WrappingAlgorithm": AlgorithmSpec
  "WrappingKeySpec": WrappingKeySpec
}

export interface GetParametersForImportResponse {
  "ImportToken"?: Uint8Array
  "KeyId"?: string
  "ParametersValidTo"?: Date
  "PublicKey"?: Uint8Array
}

export interface GetPublicKeyRequest {
  "GrantTokens"?: string[]
  "KeyId": string
}

export interface GetPublicKeyResponse {
  "CustomerMasterKeySpec"?: CustomerMasterKeySpec
  "EncryptionAlgorithms"?: EncryptionAlgorithmSpec[]
  "KeyAgreementAlgorithms"?: KeyAgreementAlgorithmSpec[]
  "KeyId"?: string
  "KeySpec"?: KeySpec
  "KeyUsage"?: KeyUsageType
  "PublicKey"?: Uint8Array
  "SigningAlgorithms"?: SigningAlgorithmSpec[]
}

export interface GrantConstraints {
  "EncryptionContextEquals"?: Record<string, string>
  "EncryptionContextSubset"?: Record<string, string>
  "SourceArn"?: string
}

export interface GrantListEntry {
  "Constraints"?: GrantConstraints
  "CreationDate"?: Date
  "GrantId"?: string
  "GranteePrincipal"?: string
  "GranteeServicePrincipal"?: string
  "IssuingAccount"?: string
  "KeyId"?: string
  "Name"?: string
  "Operations"?: GrantOperation[]
  "RetiringPrincipal"?: string
  "RetiringServicePrincipal"?: string
}

export type GrantOperation = "Decrypt" | "Encrypt" | "GenerateDataKey" | "GenerateDataKeyWithoutPlaintext" | "ReEncryptFrom" | "ReEncryptTo" | "Sign" | "Verify" | "GetPublicKey" | "CreateGrant" | "RetireGrant" | "DescribeKey" | "GenerateDataKeyPair" | "GenerateDataKeyPairWithoutPlaintext" | "GenerateMac" | "VerifyMac" | "DeriveSharedSecret"

export interface ImportKeyMaterialRequest {
  "EncryptedKeyMaterial": Uint8Array
  "ExpirationModel"?: ExpirationModelType
  "ImportToken": Uint8Array
  "ImportType"?: ImportType
  "KeyId": string
  "KeyMaterialDescription"?: string
  "KeyMaterialId"?: string
  "ValidTo"?: Date
}

export interface ImportKeyMaterialResponse {
  "KeyId"?: string
  "KeyMaterialId"?: string
}

export type ImportState = "IMPORTED" | "PENDING_IMPORT"

export type ImportType = "NEW_KEY_MATERIAL" | "EXISTING_KEY_MATERIAL"

export type IncludeKeyMaterial = "ALL_KEY_MATERIAL" | "ROTATIONS_ONLY"

export interface IncorrectKeyException {
  "message"?: string
}

export interface IncorrectKeyMaterialException {
  "message"?: string
}

export interface IncorrectTrustAnchorException {
  "message"?: string
}

export interface InvalidAliasNameException {
  "message"?: string
}

export interface InvalidArnException {
  "message"?: string
}

export interface InvalidCiphertextException {
  "message"?: string
}

export interface InvalidGrantIdException {
  "message"?: string
}

export interface InvalidGrantTokenException {
  "message"?: string
}

export interface InvalidImportTokenException {
  "message"?: string
}

export interface InvalidKeyUsageException {
  "message"?: string
}

export interface InvalidMarkerException {
  "message"?: string
}

export interface KMSInternalException {
  "message"?: string
}

export interface KMSInvalidMacException {
  "message"?: string
}

export interface KMSInvalidSignatureException {
  "message"?: string
}

export interface KMSInvalidStateException {
  "message"?: string
}

export type KeyAgreementAlgorithmSpec = "ECDH"

export type KeyEncryptionMechanism = "RSAES_OAEP_SHA_256"

export interface KeyLastUsageData {
  "CloudTrailEventId"?: string
  "KmsRequestId"?: string
  "Operation"?: KeyLastUsageTrackingOperation
  "Timestamp"?: Date
}

export type KeyLastUsageTrackingOperation = "Decrypt" | "DeriveSharedSecret" | "Encrypt" | "GenerateDataKey" | "GenerateDataKeyPair" | "GenerateDataKeyPairWithoutPlaintext" | "GenerateDataKeyWithoutPlaintext" | "GenerateMac" | "ReEncrypt" | "Sign" | "Verify" | "VerifyMac"

export interface KeyListEntry {
  "KeyArn"?: string
  "KeyId"?: string
}

export type KeyManagerType = "AWS" | "CUSTOMER"

export type KeyMaterialState = "NON_CURRENT" | "CURRENT" | "PENDING_ROTATION" | "PENDING_MULTI_REGION_IMPORT_AND_ROTATION"

export interface KeyMetadata {
  "AWSAccountId"?: string
  "Arn"?: string
  "CloudHsmClusterId"?: string
  "CreationDate"?: Date
  "CurrentKeyMaterialId"?: string
  "CustomKeyStoreId"?: string
  "CustomerMasterKeySpec"?: CustomerMasterKeySpec
  "DeletionDate"?: Date
  "Description"?: string
  "Enabled"?: boolean
  "EncryptionAlgorithms"?: EncryptionAlgorithmSpec[]
  "ExpirationModel"?: ExpirationModelType
  "KeyAgreementAlgorithms"?: KeyAgreementAlgorithmSpec[]
  "KeyId": string
  "KeyManager"?: KeyManagerType
  "KeySpec"?: KeySpec
  "KeyState"?: KeyState
  "KeyUsage"?: KeyUsageType
  "MacAlgorithms"?: MacAlgorithmSpec[]
  "MultiRegion"?: boolean
  "MultiRegionConfiguration"?: MultiRegionConfiguration
  "Origin"?: OriginType
  "PendingDeletionWindowInDays"?: number
  "SigningAlgorithms"?: SigningAlgorithmSpec[]
  "ValidTo"?: Date
  "XksKeyConfiguration"?: XksKeyConfigurationType
}

export type KeySpec = "RSA_2048" | "RSA_3072" | "RSA_4096" | "ECC_NIST_P256" | "ECC_NIST_P384" | "ECC_NIST_P521" | "ECC_SECG_P256K1" | "SYMMETRIC_DEFAULT" | "HMAC_224" | "HMAC_256" | "HMAC_384" | "HMAC_512" | "SM2" | "ML_DSA_44" | "ML_DSA_65" | "ML_DSA_87" | "ECC_NIST_EDWARDS25519"

export type KeyState = "Creating" | "Enabled" | "Disabled" | "PendingDeletion" | "PendingImport" | "PendingReplicaDeletion" | "Unavailable" | "Updating"

export interface KeyUnavailableException {
  "message"?: string
}

export type KeyUsageType = "SIGN_VERIFY" | "ENCRYPT_DECRYPT" | "GENERATE_VERIFY_MAC" | "KEY_AGREEMENT"

export interface LimitExceededException {
  "message"?: string
}

export interface ListAliasesRequest {
  "KeyId"?: string
  "Limit"?: number
  "Marker"?: string
}

export interface ListAliasesResponse {
  "Aliases"?: AliasListEntry[]
  "NextMarker"?: string
  "Truncated"?: boolean
}

export interface ListGrantsRequest {
  "GrantId"?: string
  "GranteePrincipal"?: string
  "GranteeServicePrincipal"?: string
  "KeyId": string
  "Limit"?: number
  "Marker"?: string
}

export interface ListGrantsResponse {
  "Grants"?: GrantListEntry[]
  "NextMarker"?: string
  "Truncated"?: boolean
}

export interface ListKeyPoliciesRequest {
  "KeyId": string
  "Limit"?: number
  "Marker"?: string
}

export interface ListKeyPoliciesResponse {
  "NextMarker"?: string
  "PolicyNames"?: string[]
  "Truncated"?: boolean
}

export interface ListKeyRotationsRequest {
  "IncludeKeyMaterial"?: IncludeKeyMaterial
  "KeyId": string
  "Limit"?: number
  "Marker"?: string
}

export interface ListKeyRotationsResponse {
  "NextMarker"?: string
  "Rotations"?: RotationsListEntry[]
  "Truncated"?: boolean
}

export interface ListKeysRequest {
  "Limit"?: number
  "Marker"?: string
}

export interface ListKeysResponse {
  "Keys"?: KeyListEntry[]
  "NextMarker"?: string
  "Truncated"?: boolean
}

export interface ListResourceTagsRequest {
  "KeyId": string
  "Limit"?: number
  "Marker"?: string
}

export interface ListResourceTagsResponse {
  "NextMarker"?: string
  "Tags"?: Tag[]
  "Truncated"?: boolean
}

export interface ListRetirableGrantsRequest {
  "Limit"?: number
  "Marker"?: string
  "RetiringPrincipal"?: string
  "RetiringServicePrincipal"?: string
}

export type MacAlgorithmSpec = "HMAC_SHA_224" | "HMAC_SHA_256" | "HMAC_SHA_384" | "HMAC_SHA_512"

export interface MalformedPolicyDocumentException {
  "message"?: string
}

export type MessageType = "RAW" | "DIGEST" | "EXTERNAL_MU"

export interface MultiRegionConfiguration {
  "MultiRegionKeyType"?: MultiRegionKeyType
  "PrimaryKey"?: MultiRegionKey
  "ReplicaKeys"?: MultiRegionKey[]
}

export interface MultiRegionKey {
  "Arn"?: string
  "Region"?: string
}

export type MultiRegionKeyType = "PRIMARY" | "REPLICA"

export interface NotFoundException {
  "message"?: string
}

export type OriginType = "AWS_KMS" | "EXTERNAL" | "AWS_CLOUDHSM" | "EXTERNAL_KEY_STORE"

export interface PutKeyPolicyRequest {
  "BypassPolicyLockoutSafetyCheck"?: boolean
  "KeyId": string
  "Policy": string
  "PolicyName"?: string
}

export interface ReEncryptRequest {
  "CiphertextBlob"?: Uint8Array
  "DestinationEncryptionAlgorithm"?: EncryptionAlgorithmSpec
  "DestinationEncryptionContext"?: Record<string, string>
  "DestinationKeyId": string
  "DryRun"?: boolean
  "DryRunModifiers"?: DryRunModifierType[]
  "GrantTokens"?: string[]
  "SourceEncryptionAlgorithm"?: EncryptionAlgorithmSpec
  "SourceEncryptionContext"?: Record<string, string>
  "SourceKeyId"?: string
}

export interface ReEncryptResponse {
  "CiphertextBlob"?: Uint8Array
  "DestinationEncryptionAlgorithm"?: EncryptionAlgorithmSpec
  "DestinationKeyMaterialId"?: string
  "KeyId"?: string
  "SourceEncryptionAlgorithm"?: EncryptionAlgorithmSpec
  "SourceKeyId"?: string
  "SourceKeyMaterialId"?: string
}

export interface RecipientInfo {
  "AttestationDocument"?: Uint8Array
  "KeyEncryptionAlgorithm"?: KeyEncryptionMechanism
}

export interface ReplicateKeyRequest {
  "BypassPolicyLockoutSafetyCheck"?: boolean
  "Description"?: string
  "KeyId": string
  "Policy"?: string
  "ReplicaRegion": string
  "Tags"?: Tag[]
}

export interface ReplicateKeyResponse {
  "ReplicaKeyMetadata"?: KeyMetadata
  "ReplicaPolicy"?: string
  "ReplicaTags"?: Tag[]
}

export interface RetireGrantRequest {
  "DryRun"?: boolean
  "GrantId"?: string
  "GrantToken"?: string
  "KeyId"?: string
}

export interface RevokeGrantRequest {
  "DryRun"?: boolean
  "GrantId": string
  "KeyId": string
}

export interface RotateKeyOnDemandRequest {
  "KeyId": string
}

export interface RotateKeyOnDemandResponse {
  "KeyId"?: string
}

export type RotationType = "AUTOMATIC" | "ON_DEMAND"

export interface RotationsListEntry {
  "ExpirationModel"?: ExpirationModelType
  "ImportState"?: ImportState
  "KeyId"?: string
  "KeyMaterialDescription"?: string
  "KeyMaterialId"?: string
  "KeyMaterialState"?: KeyMaterialState
  "RotationDate"?: Date
  "RotationType"?: RotationType
  "ValidTo"?: Date
}

export interface ScheduleKeyDeletionRequest {
  "KeyId": string
  "PendingWindowInDays"?: number
}

export interface ScheduleKeyDeletionResponse {
  "DeletionDate"?: Date
  "KeyId"?: string
  "KeyState"?: KeyState
  "PendingWindowInDays"?: number
}

export interface SignRequest {
  "DryRun"?: boolean
  "GrantTokens"?: string[]
  "KeyId": string
  "Message": Uint8Array
  "MessageType"?: MessageType
  "SigningAlgorithm": SigningAlgorithmSpec
}

export interface SignResponse {
  "KeyId"?: string
  "Signature"?: Uint8Array
  "SigningAlgorithm"?: SigningAlgorithmSpec
}

export type SigningAlgorithmSpec = "RSASSA_PSS_SHA_256" | "RSASSA_PSS_SHA_384" | "RSASSA_PSS_SHA_512" | "RSASSA_PKCS1_V1_5_SHA_256" | "RSASSA_PKCS1_V1_5_SHA_384" | "RSASSA_PKCS1_V1_5_SHA_512" | "ECDSA_SHA_256" | "ECDSA_SHA_384" | "ECDSA_SHA_512" | "SM2DSA" | "ML_DSA_SHAKE_256" | "ED25519_SHA_512" | "ED25519_PH_SHA_512"

export interface Tag {
  "TagKey": string
  "TagValue": string
}

export interface TagException {
  "message"?: string
}

export interface TagResourceRequest {
  "KeyId": string
  "Tags": Tag[]
}

export interface UnsupportedOperationException {
  "message"?: string
}

export interface UntagResourceRequest {
  "KeyId": string
  "TagKeys": string[]
}

export interface UpdateAliasRequest {
  "AliasName": string
  "TargetKeyId": string
}

export interface UpdateCustomKeyStoreRequest {
  "CloudHsmClusterId"?: string
  "CustomKeyStoreId": string
  "KeyStorePassword"?: string
  "NewCustomKeyStoreName"?: string
  "XksProxyAuthenticationCredential"?: XksProxyAuthenticationCredentialType
  "XksProxyConnectivity"?: XksProxyConnectivityType
  "XksProxyUriEndpoint"?: string
  "XksProxyUriPath"?: string
  "XksProxyVpcEndpointServiceName"?: string
  "XksProxyVpcEndpointServiceOwner"?: string
}

export interface UpdateCustomKeyStoreResponse {
}

export interface UpdateKeyDescriptionRequest {
  "Description": string
  "KeyId": string
}

export interface UpdatePrimaryRegionRequest {
  "KeyId": string
  "PrimaryRegion": string
}

export interface VerifyMacRequest {
  "DryRun"?: boolean
  "GrantTokens"?: string[]
  "KeyId": string
  "Mac": Uint8Array
  "MacAlgorithm": MacAlgorithmSpec
  "Message": Uint8Array
}

export interface VerifyMacResponse {
  "KeyId"?: string
  "MacAlgorithm"?: MacAlgorithmSpec
  "MacValid"?: boolean
}

export interface VerifyRequest {
  "DryRun"?: boolean
  "GrantTokens"?: string[]
  "KeyId": string
  "Message": Uint8Array
  "MessageType"?: MessageType
  "Signature": Uint8Array
  "SigningAlgorithm": SigningAlgorithmSpec
}

export interface VerifyResponse {
  "KeyId"?: string
  "SignatureValid"?: boolean
  "SigningAlgorithm"?: SigningAlgorithmSpec
}

export type WrappingKeySpec = "RSA_2048" | "RSA_3072" | "RSA_4096" | "SM2"

export interface XksKeyAlreadyInUseException {
  "message"?: string
}

export interface XksKeyConfigurationType {
  "Id"?: string
}

export interface XksKeyInvalidConfigurationException {
  "message"?: string
}

export interface XksKeyNotFoundException {
  "message"?: string
}

export interface XksProxyAuthenticationCredentialType {
  "AccessKeyId": string
  "RawSecretAccessKey": string
}

export interface XksProxyConfigurationType {
  "AccessKeyId"?: string
  "Connectivity"?: XksProxyConnectivityType
  "UriEndpoint"?: string
  "UriPath"?: string
  "VpcEndpointServiceName"?: string
  "VpcEndpointServiceOwner"?: string
}

export type XksProxyConnectivityType = "PUBLIC_ENDPOINT" | "VPC_ENDPOINT_SERVICE"

export interface XksProxyIncorrectAuthenticationCredentialException {
  "message"?: string
}

export interface XksProxyInvalidConfigurationException {
  "message"?: string
}

export interface XksProxyInvalidResponseException {
  "message"?: string
}

export interface XksProxyUriEndpointInUseException {
  "message"?: string
}

export interface XksProxyUriInUseException {
  "message"?: string
}

export interface XksProxyUriUnreachableException {
  "message"?: string
}

export interface XksProxyVpcEndpointServiceInUseException {
  "message"?: string
}

export interface XksProxyVpcEndpointServiceInvalidConfigurationException {
  "message"?: string
}

export interface XksProxyVpcEndpointServiceNotFoundException {
  "message"?: string
}

/** Input and output of every operation that the model knows. */
export interface Operations {
  CancelKeyDeletion: { input: CancelKeyDeletionRequest; output: CancelKeyDeletionResponse }
  ConnectCustomKeyStore: { input: ConnectCustomKeyStoreRequest; output: ConnectCustomKeyStoreResponse }
  CreateAlias: { input: CreateAliasRequest; output: Record<string, never> }
  CreateCustomKeyStore: { input: CreateCustomKeyStoreRequest; output: CreateCustomKeyStoreResponse }
  CreateGrant: { input: CreateGrantRequest; output: CreateGrantResponse }
  CreateKey: { input: CreateKeyRequest; output: CreateKeyResponse }
  Decrypt: { input: DecryptRequest; output: DecryptResponse }
  DeleteAlias: { input: DeleteAliasRequest; output: Record<string, never> }
  DeleteCustomKeyStore: { input: DeleteCustomKeyStoreRequest; output: DeleteCustomKeyStoreResponse }
  DeleteImportedKeyMaterial: { input: DeleteImportedKeyMaterialRequest; output: DeleteImportedKeyMaterialResponse }
  DeriveSharedSecret: { input: DeriveSharedSecretRequest; output: DeriveSharedSecretResponse }
  DescribeCustomKeyStores: { input: DescribeCustomKeyStoresRequest; output: DescribeCustomKeyStoresResponse }
  DescribeKey: { input: DescribeKeyRequest; output: DescribeKeyResponse }
  DisableKey: { input: DisableKeyRequest; output: Record<string, never> }
  DisableKeyRotation: { input: DisableKeyRotationRequest; output: Record<string, never> }
  DisconnectCustomKeyStore: { input: DisconnectCustomKeyStoreRequest; output: DisconnectCustomKeyStoreResponse }
  EnableKey: { input: EnableKeyRequest; output: Record<string, never> }
  EnableKeyRotation: { input: EnableKeyRotationRequest; output: Record<string, never> }
  Encrypt: { input: EncryptRequest; output: EncryptResponse }
  GenerateDataKey: { input: GenerateDataKeyRequest; output: GenerateDataKeyResponse }
  GenerateDataKeyPair: { input: GenerateDataKeyPairRequest; output: GenerateDataKeyPairResponse }
  GenerateDataKeyPairWithoutPlaintext: { input: GenerateDataKeyPairWithoutPlaintextRequest; output: GenerateDataKeyPairWithoutPlaintextResponse }
  GenerateDataKeyWithoutPlaintext: { input: GenerateDataKeyWithoutPlaintextRequest; output: GenerateDataKeyWithoutPlaintextResponse }
  GenerateMac: { input: GenerateMacRequest; output: GenerateMacResponse }
  GenerateRandom: { input: GenerateRandomRequest; output: GenerateRandomResponse }
  GetKeyLastUsage: { input: GetKeyLastUsageRequest; output: GetKeyLastUsageResponse }
  GetKeyPolicy: { input: GetKeyPolicyRequest; output: GetKeyPolicyResponse }
  GetKeyRotationStatus: { input: GetKeyRotationStatusRequest; output: GetKeyRotationStatusResponse }
  GetParametersForImport: { input: GetParametersForImportRequest; output: GetParametersForImportResponse }
  GetPublicKey: { input: GetPublicKeyRequest; output: GetPublicKeyResponse }
  ImportKeyMaterial: { input: ImportKeyMaterialRequest; output: ImportKeyMaterialResponse }
  ListAliases: { input: ListAliasesRequest; output: ListAliasesResponse }
  ListGrants: { input: ListGrantsRequest; output: ListGrantsResponse }
  ListKeyPolicies: { input: ListKeyPoliciesRequest; output: ListKeyPoliciesResponse }
  ListKeyRotations: { input: ListKeyRotationsRequest; output: ListKeyRotationsResponse }
  ListKeys: { input: ListKeysRequest; output: ListKeysResponse }
  ListResourceTags: { input: ListResourceTagsRequest; output: ListResourceTagsResponse }
  ListRetirableGrants: { input: ListRetirableGrantsRequest; output: ListGrantsResponse }
  PutKeyPolicy: { input: PutKeyPolicyRequest; output: Record<string, never> }
  ReEncrypt: { input: ReEncryptRequest; output: ReEncryptResponse }
  ReplicateKey: { input: ReplicateKeyRequest; output: ReplicateKeyResponse }
  RetireGrant: { input: RetireGrantRequest; output: Record<string, never> }
  RevokeGrant: { input: RevokeGrantRequest; output: Record<string, never> }
  RotateKeyOnDemand: { input: RotateKeyOnDemandRequest; output: RotateKeyOnDemandResponse }
  ScheduleKeyDeletion: { input: ScheduleKeyDeletionRequest; output: ScheduleKeyDeletionResponse }
  Sign: { input: SignRequest; output: SignResponse }
  TagResource: { input: TagResourceRequest; output: Record<string, never> }
  UntagResource: { input: UntagResourceRequest; output: Record<string, never> }
  UpdateAlias: { input: UpdateAliasRequest; output: Record<string, never> }
  UpdateCustomKeyStore: { input: UpdateCustomKeyStoreRequest; output: UpdateCustomKeyStoreResponse }
  UpdateKeyDescription: { input: UpdateKeyDescriptionRequest; output: Record<string, never> }
  UpdatePrimaryRegion: { input: UpdatePrimaryRegionRequest; output: Record<string, never> }
  Verify: { input: VerifyRequest; output: VerifyResponse }
  VerifyMac: { input: VerifyMacRequest; output: VerifyMacResponse }
}
