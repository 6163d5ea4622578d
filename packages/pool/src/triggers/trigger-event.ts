import type { Call } from '@herald/protocol'
import { sdkVersion } from '../messages/sdk-version.ts'
import type { PoolDoc } from '../pools/pool.ts'

/** The event of a trigger that is waited for. Unlike a sender's, it has a `response`, and `triggerSource` after the caller. */
export interface TriggerEvent {
  version: '1' | '2' | '3'
  region: string
  userPoolId: string
  userName: string
  callerContext: { awsSdkVersion: string; clientId: string | null }
  triggerSource: string
  request: object
  response: object
}

/** @param response what the function finds there to fill in. */
export function triggerEvent(
  scope: { pool: PoolDoc; call: Call; clientId: string | null },
  userName: string,
  triggerSource: string,
  request: object,
  response: object,
  version: TriggerEvent['version'] = '1',
): TriggerEvent {
  return {
    version,
    region: scope.pool.region,
    userPoolId: scope.pool.id,
    userName,
    callerContext: { awsSdkVersion: sdkVersion(scope.call.userAgent), clientId: scope.clientId },
    triggerSource,
    request,
    response,
  }
}
