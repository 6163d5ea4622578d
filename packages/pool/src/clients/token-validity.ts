import type { TimeUnitsType } from '@herald/protocol/cognito-idp'
import type { ClientSettings } from '../pools/pool.ts'
import { clientRefusals } from './client-refusals.ts'

const seconds: Readonly<Record<TimeUnitsType, number>> = { seconds: 1, minutes: 60, hours: 3600, days: 86_400 }
const HOUR = 3600
const DAY = 86_400

/** Seconds. */
export interface TokenLifetimes {
  access: number
  id: number
  refresh: number
}

/**
 * How long a client's tokens live. Units that are left out are hours for access and identity tokens and days for refresh
 * tokens; the defaults are an hour and 30 of the refresh unit. All documented by AWS.
 */
export function tokenLifetimes(settings: ClientSettings): TokenLifetimes {
  const units = settings.TokenValidityUnits ?? {}
  const inSeconds = (value: number | undefined, unit: TimeUnitsType, byDefault: number) =>
    value === undefined ? byDefault : value * seconds[unit]
  return {
    access: inSeconds(settings.AccessTokenValidity, units.AccessToken ?? 'hours', HOUR),
    id: inSeconds(settings.IdTokenValidity, units.IdToken ?? 'hours', HOUR),
    refresh: (settings.RefreshTokenValidity || 30) * seconds[units.RefreshToken ?? 'days'],
  }
}

/** @throws InvalidParameterException outside of what AWS documents: 5 minutes to a day, an hour to ten years. */
export function checkTokenValidity(settings: ClientSettings): void {
  const { access, id, refresh } = tokenLifetimes(settings)
  for (const lifetime of [access, id])
    if (lifetime < 5 * 60 || lifetime > DAY) throw clientRefusals.tokenValidityRange()
  if (refresh < HOUR || refresh > 3650 * DAY) throw clientRefusals.tokenValidityRange()
  if (access > refresh || id > refresh) throw clientRefusals.tokenValidityOrder()
}
