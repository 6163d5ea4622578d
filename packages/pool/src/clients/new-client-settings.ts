import type { CreateUserPoolClientRequest, UpdateUserPoolClientRequest } from '@herald/protocol/cognito-idp'
import type { ClientSettings } from '../pools/pool.ts'

type Settable = keyof Omit<UpdateUserPoolClientRequest, 'UserPoolId' | 'ClientId' | 'ClientName'>

/**
 * What each setting is where a request leaves it out: UpdateUserPoolClient replaces all settings, as AWS documents.
 * `undefined` means that Describe leaves the member out; the other defaults are those of live pools.
 */
const clientDefaults: { readonly [Name in Settable]: ClientSettings[Name] } = {
  AccessTokenValidity: undefined,
  AllowedOAuthFlows: undefined,
  AllowedOAuthFlowsUserPoolClient: false,
  AllowedOAuthScopes: undefined,
  AnalyticsConfiguration: undefined,
  AuthSessionValidity: 3,
  CallbackURLs: undefined,
  DefaultRedirectURI: undefined,
  EnablePropagateAdditionalUserContextData: false,
  EnableTokenRevocation: true,
  /** Absent: refresh, SRP and custom sign-in (see auth-flows.ts). */
  ExplicitAuthFlows: undefined,
  IdTokenValidity: undefined,
  LogoutURLs: undefined,
  /** Absent: as `LEGACY`. */
  PreventUserExistenceErrors: undefined,
  /** Absent: all. */
  ReadAttributes: undefined,
  RefreshTokenRotation: undefined,
  RefreshTokenValidity: 30,
  SupportedIdentityProviders: undefined,
  TokenValidityUnits: {},
  /** Absent: all. */
  WriteAttributes: undefined,
}

/** The settings that a request makes, which name all there are: what it leaves out takes its default. */
export function newClientSettings(
  name: string,
  input: CreateUserPoolClientRequest | UpdateUserPoolClientRequest,
): ClientSettings {
  const settings = Object.fromEntries(
    Object.entries(clientDefaults).map(([member, byDefault]) => [
      member,
      structuredClone(input[member as Settable] ?? byDefault),
    ]),
  ) as ClientSettings
  // AWS documents that 0 stands for the default.
  return { ...settings, ClientName: name, RefreshTokenValidity: settings.RefreshTokenValidity || 30 }
}
