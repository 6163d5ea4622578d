import type { EmailSource } from './sources.ts'

const MINUTE = 60
const HOUR = 3600

/**
 * Seconds for which Cognito takes a code, by its documentation. Two are a pool's to set and stand here with their
 * defaults: `AuthSessionValidity` of the app client (`Authentication`, 3 minutes) and `TemporaryPasswordValidityDays`
 * (`AdminCreateUser`, 7 days). A takeover notification does not expire.
 */
export const codeLifetimesS: Readonly<Record<Exclude<EmailSource, 'AccountTakeOverNotification'>, number>> = {
  SignUp: 24 * HOUR,
  ResendCode: 24 * HOUR,
  ForgotPassword: HOUR,
  UpdateUserAttribute: 24 * HOUR,
  VerifyUserAttribute: 24 * HOUR,
  AdminCreateUser: 7 * 24 * HOUR,
  Authentication: 180,
}

const lifetimes = new Map<string, number>(Object.entries(codeLifetimesS))

/** Seconds to which a pool may raise those two. */
const longestLifetimesS: Partial<Record<string, number>> = {
  AdminCreateUser: 365 * 24 * HOUR,
  Authentication: 15 * MINUTE,
}

/** Ages in seconds: one for all sources, or by source. */
export type MaxAgeS = number | Partial<Record<EmailSource, number>>

/**
 * Seconds from its issue after which a message is of no use: the code's lifetime, or `maxAgeS` where that is less. What
 * `maxAgeS` has for a source by name may be more than the lifetime where that is the pool's to set, up to Cognito's limit.
 * @param lifetimesS lifetimes of the pool, where they differ from Cognito's defaults.
 * @returns undefined where nothing ends it.
 */
export function usefulForS(
  source: string,
  { lifetimesS, maxAgeS }: { lifetimesS?: Partial<Record<string, number>>; maxAgeS?: MaxAgeS },
): number | undefined {
  const lifetimeS = lifetimesS?.[source] ?? lifetimes.get(source)
  const ofAll = typeof maxAgeS === 'number'
  const wantedS = ofAll ? maxAgeS : (maxAgeS as Partial<Record<string, number>> | undefined)?.[source]
  if (wantedS === undefined || lifetimeS === undefined) return wantedS ?? lifetimeS
  const longestS = ofAll ? lifetimeS : Math.max(lifetimeS, longestLifetimesS[source] ?? 0)
  return Math.min(wantedS, longestS)
}
