import type { TestContext } from 'node:test'
import type { LambdaConfigType } from '@aws-sdk/client-cognito-identity-provider'
import type { Setting } from './herald.ts'
import { createListener } from './listener.ts'
import { createFunction } from './pool.ts'

/** What a trigger's function is given; its members stay in the order they came in. */
export interface TriggerEvent {
  version: string
  userPoolId: string
  userName: string
  callerContext: { awsSdkVersion: string; clientId: string | null }
  triggerSource: string
  request: { userAttributes: Record<string, string>; [member: string]: unknown }
  response: Record<string, unknown>
}

/** What the function does for a trigger source; without one it gives its event back as it is. */
export interface Behaviour {
  /** Members to set in `response`. */
  response?: Record<string, unknown>
  throws?: string
  hangs?: boolean
  /** Returned in place of the event. */
  instead?: unknown
}

const source = `
const behaviours = JSON.parse(process.env.BEHAVIOURS)
export const handler = async (event) => {
  await fetch(process.env.REPORT, { method: 'POST', body: JSON.stringify(event) })
  const behaviour = behaviours[event.triggerSource] ?? {}
  if (behaviour.hangs) await new Promise((resolve) => setTimeout(resolve, 600_000))
  if (behaviour.throws) throw new Error(behaviour.throws)
  if ('instead' in behaviour) return behaviour.instead
  return { ...event, response: { ...event.response, ...behaviour.response } }
}
`

/** The triggers that are waited for, but for pre token generation. */
export const waitedFor = [
  'PreSignUp',
  'CustomMessage',
  'PostConfirmation',
  'PreAuthentication',
  'PostAuthentication',
] as const

/**
 * A function for triggers that reports every event it is given.
 * @param behaviours by trigger source.
 */
export async function triggerFunction(
  t: TestContext,
  setting: Setting,
  behaviours: Record<string, Behaviour> = {},
  options: { permission?: boolean; timeout?: number; name?: string } = {},
) {
  const listener = await createListener<TriggerEvent>(t)
  const { name = 'trigger', ...rest } = options
  const functionArn = await createFunction(setting, name, source, {
    environment: { REPORT: listener.url, BEHAVIOURS: JSON.stringify(behaviours) },
    ...rest,
  })
  const of = (...members: (typeof waitedFor)[number][]): LambdaConfigType =>
    Object.fromEntries(members.map((member) => [member, functionArn]))
  return {
    functionArn,
    /** LambdaConfig that names the function for each of these triggers. */
    as: of,
    events: listener.received,
    until: listener.until,
    /** The sources of what was reported so far. */
    sources: () => listener.received.map(({ triggerSource }) => triggerSource),
  }
}

/** An event as text, so that the order of its members counts. */
export const inOrder = (event: unknown) => JSON.stringify(event, null, 1)
