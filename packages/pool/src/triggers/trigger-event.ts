import type { Call } from '@herald/protocol'
import type { PoolContext } from '../context.ts'
import { sdkVersion } from '../messages/sdk-version.ts'
import type { PoolDoc } from '../pools/pool.ts'

/** Whom a trigger is invoked for, and by which request. */
export interface TriggerScope {
  context: PoolContext
  pool: PoolDoc
  call: Call
  clientId: string | null
}

/** What `callerContext.clientId` says where an administrator's request names no client: observed. */
export const NO_CLIENT = 'CLIENT_ID_NOT_APPLICABLE'

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
  { pool, call, clientId }: Omit<TriggerScope, 'context'>,
  userName: string,
  triggerSource: string,
  request: object,
  response: object,
): TriggerEvent {
  return {
    version: '1',
    region: pool.region,
    userPoolId: pool.id,
    userName,
    callerContext: { awsSdkVersion: sdkVersion(call.userAgent), clientId },
    triggerSource,
    request,
    response,
  }
}

/** As captured events show, these triggers' requests have no `clientMetadata` where none was passed. */
export function metadataMember(clientMetadata: Readonly<Record<string, string>> | undefined): object {
  return clientMetadata === undefined ? {} : { clientMetadata }
}
