import { isIP } from 'node:net'
import type {
  AccountTakeoverRiskConfigurationType,
  RiskConfigurationType,
  SetRiskConfigurationRequest,
} from '@herald/protocol/cognito-idp'
import type { Reader } from '@herald/storage'
import type { PoolDoc } from '../pools/pool.ts'
import { riskConfigurations } from '../storage/collections.ts'
import type { RiskConfigurationDoc } from './risk.ts'
import { threatRefusals } from './threat-refusals.ts'

/** Stands for all clients of a pool where a client's id would. */
export const WHOLE_POOL = '*'

/** Whether threat protection looks at sign-ins at all, and whether it acts. */
export function protection({ settings }: Pick<PoolDoc, 'settings'>): 'OFF' | 'AUDIT' | 'ENFORCED' {
  return settings.UserPoolAddOns?.AdvancedSecurityMode ?? 'OFF'
}

/** @throws UserPoolAddOnNotEnabledException */
export function requireProtection(pool: PoolDoc): void {
  if (protection(pool) === 'OFF') throw threatRefusals.notEnabled()
}

/** What holds for a client: its own configuration, else the pool's, as AWS documents. */
export async function riskConfigurationFor(
  reader: Reader,
  poolId: string,
  clientId: string | null,
): Promise<RiskConfigurationDoc['settings']> {
  const own = clientId === null ? undefined : await reader.get(riskConfigurations, [poolId, clientId])
  return (own ?? (await reader.get(riskConfigurations, [poolId, WHOLE_POOL])))?.settings ?? {}
}

/**
 * Checks what one member alone does not show.
 * @throws InvalidParameterException
 */
export function checkRiskConfiguration(input: SetRiskConfigurationRequest): void {
  const takeover = input.AccountTakeoverRiskConfiguration
  if (takeover && notifies(takeover) && !takeover.NotifyConfiguration) throw threatRefusals.notifyNeedsConfiguration()
  const { BlockedIPRangeList = [], SkippedIPRangeList = [] } = input.RiskExceptionConfiguration ?? {}
  for (const range of [...BlockedIPRangeList, ...SkippedIPRangeList]) {
    if (!rangeOf(range)) throw threatRefusals.notARange(range)
  }
}

function notifies({ Actions }: AccountTakeoverRiskConfigurationType): boolean {
  return [Actions.LowAction, Actions.MediumAction, Actions.HighAction].some((action) => action?.Notify)
}

/** `192.0.2.0/24`, read; undefined for what is no range in CIDR notation. */
export function rangeOf(text: string): { address: string; bits: number; family: 'ipv4' | 'ipv6' } | undefined {
  const [address = '', bits = '', ...more] = text.split('/')
  const version = isIP(address)
  if (version === 0 || more.length > 0 || !/^\d{1,3}$/.test(bits)) return undefined
  const most = version === 4 ? 32 : 128
  if (Number(bits) > most) return undefined
  return { address, bits: Number(bits), family: version === 4 ? 'ipv4' : 'ipv6' }
}

/** As both operations answer it. */
export function describedRisk(
  poolId: string,
  clientId: string | undefined,
  doc: RiskConfigurationDoc | undefined,
): RiskConfigurationType {
  return {
    UserPoolId: poolId,
    ...(clientId === undefined ? {} : { ClientId: clientId }),
    ...doc?.settings,
    ...(doc ? { LastModifiedDate: new Date(doc.modifiedAt) } : {}),
  }
}
