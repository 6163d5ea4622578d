import { BlockList, isIP } from 'node:net'
import { newTraceRoot } from '@herald/inbox'
import type { ServiceError } from '@herald/protocol'
import type { EventResponseType, RiskExceptionConfigurationType, RiskLevelType } from '@herald/protocol/cognito-idp'
import type { Transaction } from '@herald/storage'
import { activeFactors } from '../mfa/factors.ts'
import type { SignInScope } from '../sign-in/scope.ts'
import { authEvents, risks } from '../storage/collections.ts'
import type { FoundUser } from '../users/find-user.ts'
import { deviceName } from './device-name.ts'
import { notifyTakeover } from './notify.ts'
import type { AuthEventDoc, TakeoverAction } from './risk.ts'
import { protection, rangeOf, riskConfigurationFor } from './risk-configuration.ts'
import { threatRefusals } from './threat-refusals.ts'

/** How long an event is kept, milliseconds: AWS documents two years. */
const KEPT = 2 * 365 * 86_400_000

const actionNames = { Low: 'LowAction', Medium: 'MediumAction', High: 'HighAction' } as const

/**
 * Lets threat protection see a sign-in whose first factor was right, and act where the pool enforces it. There is no risk but
 * what `POST /_herald/risk` set, for one sign-in. Configured actions do what AWS documents: MFA_IF_CONFIGURED and MFA_REQUIRED
 * ask for a second factor that the user turned on, and without one the first lets the user in and the second does not.
 * @returns the refusal, to be thrown after the commit.
 */
export async function assessSignIn(
  tx: Transaction,
  scope: SignInScope,
  found: FoundUser,
): Promise<ServiceError | undefined> {
  const { context, pool, client } = scope
  const mode = protection(pool)
  if (mode === 'OFF') return undefined
  const { ipAddress, userAgent } = circumstances(scope)
  const settings = await riskConfigurationFor(tx, pool.id, client.id)
  const exempt = settings.RiskExceptionConfiguration ?? {}
  const known = await tx.get(risks, [pool.id, found.key])
  if (known) tx.delete(risks, [pool.id, found.key])
  const addressBlocked = mode === 'ENFORCED' && isAmong(ipAddress, exempt.BlockedIPRangeList)
  const level = isAmong(ipAddress, exempt.SkippedIPRangeList) ? undefined : known?.level
  const configured =
    mode === 'ENFORCED' && level ? settings.AccountTakeoverRiskConfiguration?.Actions[actionNames[level]] : undefined
  const action = configured?.EventAction ?? 'NO_ACTION'
  const blocked = addressBlocked || isBlocked(scope, found, action)

  const now = context.environment.clock.now()
  const device = deviceName(userAgent)
  const event: AuthEventDoc = {
    id: context.environment.random.uuid(),
    poolId: pool.id,
    sub: found.user.sub,
    createdAt: now,
    expiresAt: now + KEPT,
    response: responseTo(scope, found, blocked),
    risk: riskOf(level, blocked),
    ipAddress,
    ...(device ? { deviceName: device } : {}),
  }
  const told = configured?.Notify && !addressBlocked && settings.AccountTakeoverRiskConfiguration?.NotifyConfiguration
  if (told) {
    event.feedbackToken = notifyTakeover(tx, scope, found, {
      event,
      action,
      messageId: newTraceRoot(context.environment),
    })
  }
  tx.insert(authEvents, [pool.id, found.user.sub, event.id], event)
  if (addressBlocked) return threatRefusals.addressBlocked()
  return blocked ? threatRefusals.signInBlocked() : undefined
}

function isBlocked({ pool }: SignInScope, { user }: FoundUser, action: TakeoverAction): boolean {
  if (action === 'BLOCK') return true
  // Where the pool demands a second factor of everybody, it is asked for anyway.
  if (action !== 'MFA_REQUIRED' || pool.settings.MfaConfiguration === 'ON') return false
  return activeFactors(pool, user).length === 0
}

function responseTo({ pool }: SignInScope, { user }: FoundUser, blocked: boolean): EventResponseType {
  if (blocked) return 'Fail'
  const more = pool.settings.MfaConfiguration === 'ON' || activeFactors(pool, user).length > 0
  return more ? 'InProgress' : 'Pass'
}

function riskOf(level: RiskLevelType | undefined, blocked: boolean): AuthEventDoc['risk'] {
  return {
    RiskDecision: blocked ? 'Block' : level ? 'AccountTakeover' : 'NoRisk',
    ...(level ? { RiskLevel: level } : {}),
    CompromisedCredentialsDetected: false,
  }
}

/** Where a sign-in comes from: what a server says of its user, else the request itself. */
function circumstances({ call, by }: SignInScope): { ipAddress: string; userAgent: string } {
  return { ipAddress: by.ipAddress ?? call.sourceIp, userAgent: by.userAgent ?? call.userAgent }
}

function isAmong(address: string, ranges: RiskExceptionConfigurationType['BlockedIPRangeList']): boolean {
  const version = isIP(address)
  if (version === 0) return false
  const list = new BlockList()
  for (const text of ranges ?? []) {
    const range = rangeOf(text)
    if (range) list.addSubnet(range.address, range.bits, range.family)
  }
  return list.check(address, version === 4 ? 'ipv4' : 'ipv6')
}
