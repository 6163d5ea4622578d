import type { InitiateAuthRequest, RespondToAuthChallengeRequest } from '@herald/protocol/cognito-idp'
import type { ClientScope } from '../operation.ts'

/** The operation that begins a sign-in or goes on with it, with what it brings along for messages. */
export interface SignInCall {
  operation: 'InitiateAuth' | 'AdminInitiateAuth' | 'RespondToAuthChallenge' | 'AdminRespondToAuthChallenge'
  /** The request's ClientMetadata. */
  clientMetadata: Record<string, string> | undefined
  /** What of it reaches custom senders, and the triggers CustomMessage, PostAuthentication and PreTokenGeneration. */
  senderMetadata: Record<string, string> | undefined
}

export type SignInScope = ClientScope & { by: SignInCall }

/** AWS documents that ClientMetadata of the first step does not reach custom senders, nor the triggers after it. */
export function firstStep(
  scope: ClientScope,
  operation: SignInCall['operation'],
  input: Pick<InitiateAuthRequest, 'ClientMetadata'>,
): SignInScope {
  const passes = scope.context.settings.passClientMetadataFromInitiateAuth
  return {
    ...scope,
    by: { operation, clientMetadata: input.ClientMetadata, senderMetadata: passes ? input.ClientMetadata : undefined },
  }
}

/** AWS documents that ClientMetadata of a challenge's answer does. */
export function furtherStep(
  scope: ClientScope,
  operation: SignInCall['operation'],
  input: Pick<RespondToAuthChallengeRequest, 'ClientMetadata'>,
): SignInScope {
  return { ...scope, by: { operation, clientMetadata: input.ClientMetadata, senderMetadata: input.ClientMetadata } }
}
