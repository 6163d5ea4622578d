const record = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}

/** Attributes that say nothing about who the person is. */
const harmless = /^(cognito:user_status|email_verified|phone_number_verified|locale|ACCOUNT_TAKE_OVER_ACTION)$/

const sized = (value: unknown) =>
  typeof value === 'string' ? `[${value.length} characters]` : value === null ? null : `[${typeof value}]`

const sizedMembers = (value: unknown) =>
  value === null || value === undefined
    ? value
    : Object.fromEntries(
        Object.entries(record(value)).map(([name, text]) => [name, harmless.test(name) ? text : sized(text)]),
      )

/** A trigger's event for a log: which members it has and how long they are, without what identifies a person. */
export function redactEvent(event: unknown): object {
  const { version, triggerSource, region, userPoolId, userName, callerContext, request } = record(event)
  const { type, code, clientMetadata, userAttributes } = record(request)
  return {
    version,
    triggerSource,
    region,
    userPoolId,
    userName: sized(userName),
    callerContext,
    request: {
      type,
      code: sized(code),
      clientMetadata: sizedMembers(clientMetadata),
      userAttributes: sizedMembers(userAttributes),
    },
  }
}
