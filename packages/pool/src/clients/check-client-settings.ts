import type { ClientSettings, PoolDoc } from '../pools/pool.ts'
import { clientRefusals } from './client-refusals.ts'
import { checkTokenValidity } from './token-validity.ts'

/**
 * Checks what one member alone does not show.
 * @throws InvalidParameterException | InvalidOAuthFlowException
 */
export function checkClientSettings(
  pool: PoolDoc,
  settings: ClientSettings,
  { hasSecret, doing }: { hasSecret: boolean; doing: 'creating' | 'updating' },
): void {
  checkRotation(settings)
  checkTokenValidity(settings)
  checkFlowNames(settings)
  checkAttributeNames(pool, settings, doing)
  checkOAuth(settings, hasSecret)
  for (const provider of settings.SupportedIdentityProviders ?? []) {
    if (provider !== 'COGNITO') throw clientRefusals.unknownProvider(provider, pool.id)
  }
  if (settings.EnablePropagateAdditionalUserContextData && !hasSecret) throw clientRefusals.propagationNeedsSecret()
}

/** AWS documents that rotation and the flow that knows nothing of it go not together. Flows that are left out name neither. */
function checkRotation({ RefreshTokenRotation, ExplicitAuthFlows }: ClientSettings): void {
  if (RefreshTokenRotation?.Feature === 'ENABLED' && ExplicitAuthFlows?.includes('ALLOW_REFRESH_TOKEN_AUTH'))
    throw clientRefusals.rotationWithRefreshFlow()
}

function checkFlowNames({ ExplicitAuthFlows }: ClientSettings): void {
  const flows = ExplicitAuthFlows ?? []
  const modern = flows.filter((flow) => flow.startsWith('ALLOW_')).length
  if (modern > 0 && modern < flows.length) throw clientRefusals.mixedFlowNames()
}

/** No client writes these, whatever the schema says: observed. */
const unwritable = ['sub', 'email_verified', 'phone_number_verified']

function checkAttributeNames(pool: PoolDoc, settings: ClientSettings, doing: 'creating' | 'updating'): void {
  const known = new Set(pool.schema.map(({ Name }) => Name))
  if (!(settings.ReadAttributes ?? []).every((name) => known.has(name))) throw clientRefusals.attributes('read', doing)
  if (!(settings.WriteAttributes ?? []).every((name) => known.has(name) && !unwritable.includes(name)))
    throw clientRefusals.attributes('write', doing)
}

function checkOAuth(settings: ClientSettings, hasSecret: boolean): void {
  const callbacks = settings.CallbackURLs ?? []
  const flows = settings.AllowedOAuthFlows ?? []
  const forUsers = flows.includes('code') || flows.includes('implicit')
  if (flows.includes('client_credentials')) {
    if (forUsers) throw clientRefusals.mixedOAuthFlows()
    if (!hasSecret) throw clientRefusals.credentialsFlowNeedsSecret()
  }
  if (forUsers && settings.AllowedOAuthFlowsUserPoolClient && callbacks.length === 0)
    throw clientRefusals.flowNeedsCallback()
  for (const url of [...callbacks, ...(settings.LogoutURLs ?? [])]) checkUrl(url)
  const redirect = settings.DefaultRedirectURI
  if (redirect !== undefined && !callbacks.includes(redirect)) throw clientRefusals.foreignDefaultRedirect(redirect)
}

const LOOPBACK = /^http:\/\/(localhost|127\.0\.0\.1|\[::1\])([:/]|$)/

/** Plain http only to this machine; schemes of apps are free. */
function checkUrl(url: string): void {
  if (url.includes('#')) throw clientRefusals.urlFragment(url)
  if (url.toLowerCase().startsWith('http://') && !LOOPBACK.test(url)) throw clientRefusals.urlPlainHttp(url)
}
