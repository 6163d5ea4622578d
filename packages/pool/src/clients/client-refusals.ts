import { ServiceError } from '@herald/protocol'
import { errors } from '../errors.ts'

const { invalidParameter } = errors
const invalidOAuthFlow = (message: string) => new ServiceError('InvalidOAuthFlowException', message)

/**
 * The sentences that an app client's configuration is refused with, one line each. Observed on live pools; which exception
 * carries the sentences on OAuth flows is assumed.
 */
export const clientRefusals = {
  tokenValidityRange: () => invalidParameter('Invalid range for token validity.'),
  tokenValidityOrder: () =>
    invalidParameter(
      'Access and Id Token expiration times must be less than or equal to refresh token expiration times.',
    ),
  mixedFlowNames: () =>
    invalidParameter("Auth flow name with prefix 'ALLOW' cannot be used with legacy auth flow names."),
  /** Assumed words. */
  rotationWithRefreshFlow: () =>
    invalidParameter('ALLOW_REFRESH_TOKEN_AUTH cannot be enabled together with refresh token rotation.'),
  attributes: (kind: 'read' | 'write', doing: 'creating' | 'updating') =>
    invalidParameter(`Invalid ${kind} attributes specified while ${doing} a client`),
  unknownProvider: (provider: string, poolId: string) =>
    invalidParameter(`The provider ${provider} does not exist for User Pool ${poolId}.`),
  propagationNeedsSecret: () =>
    invalidParameter('Client Secret is required to set EnablePropagateAdditionalUserContextData as true'),

  // OAuth
  mixedOAuthFlows: () =>
    invalidOAuthFlow('client_credentials flow can not be selected along with code flow or implicit flow.'),
  credentialsFlowNeedsSecret: () =>
    invalidOAuthFlow('client_credentials flow can not be selected if client does not have a client secret.'),
  flowNeedsCallback: () =>
    invalidParameter('CallbackUrls can not be empty when code flow or implicit flow is selected'),
  urlFragment: (url: string) => invalidParameter(`${url} cannot use fragment`),
  urlPlainHttp: (url: string) => invalidParameter(`${url} cannot use the HTTP protocol.`),
  foreignDefaultRedirect: (url: string) =>
    invalidParameter(`The default redirect URI ${url} is not in the callback URIs list.`),
} as const
