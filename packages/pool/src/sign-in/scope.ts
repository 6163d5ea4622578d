import type { ContextDataType, InitiateAuthRequest, UserContextDataType } from '@herald/protocol/cognito-idp'
import type { ClientScope } from '../operation.ts'

/** The operation that begins a sign-in or goes on with it, with what it brings along for messages. */
export interface SignInCall {
  operation: 'InitiateAuth' | 'AdminInitiateAuth' | 'RespondToAuthChallenge' | 'AdminRespondToAuthChallenge'
  /** The request's ClientMetadata. */
  clientMetadata: Record<string, string> | undefined
  /** What of it reaches custom senders, and the triggers CustomMessage, PostAuthentication and PreTokenGeneration. */
  senderMetadata: Record<string, string> | undefined
  /** Where the user is and what with, where a server tells it of them. */
  ipAddress?: string
  userAgent?: string
}

/** What threat protection learns of a user's circumstances beside the request itself. */
interface Circumstances {
  /** An administrator's. */
  ContextData?: ContextDataType
  /** An app's: it counts for clients that may propagate it, as AWS documents. */
  UserContextData?: UserContextDataType
}

type SignInInput = Pick<InitiateAuthRequest, 'ClientMetadata'> & Circumstances

export type SignInScope = ClientScope & { by: SignInCall }

/** AWS documents that ClientMetadata of the first step does not reach custom senders, nor the triggers after it. */
export function firstStep(scope: ClientScope, operation: SignInCall['operation'], input: SignInInput): SignInScope {
  const passes = scope.context.settings.passClientMetadataFromInitiateAuth
  return inScope(scope, operation, input, passes ? input.ClientMetadata : undefined)
}

/** AWS documents that ClientMetadata of a challenge's answer does. */
export function furtherStep(scope: ClientScope, operation: SignInCall['operation'], input: SignInInput): SignInScope {
  return inScope(scope, operation, input, input.ClientMetadata)
}

function inScope(
  scope: ClientScope,
  operation: SignInCall['operation'],
  { ClientMetadata, ContextData, UserContextData }: SignInInput,
  senderMetadata: SignInCall['senderMetadata'],
): SignInScope {
  const propagates = scope.client.settings.EnablePropagateAdditionalUserContextData
  const ipAddress = ContextData?.IpAddress ?? (propagates ? UserContextData?.IpAddress : undefined)
  const header = ContextData?.HttpHeaders.find(({ headerName }) => headerName?.toLowerCase() === 'user-agent')
  return {
    ...scope,
    by: {
      operation,
      clientMetadata: ClientMetadata,
      senderMetadata,
      ...(ipAddress ? { ipAddress } : {}),
      ...(header?.headerValue ? { userAgent: header.headerValue } : {}),
    },
  }
}
