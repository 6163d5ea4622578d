/** Members that say nothing about who the person is, by their way from the event down. */
const harmless =
  /^\.(version|triggerSource|region|userPoolId|callerContext|request\.(type|(clientMetadata|userAttributes)\.(cognito:user_status|email_verified|phone_number_verified|locale|ACCOUNT_TAKE_OVER_ACTION)))$/

/** Members whose own members are told. */
const told = /^(\.request(\.clientMetadata|\.userAttributes)?)?$/

/** A trigger's event for a log: which members it has and how long they are, without what identifies a person. */
export function redactEvent(event: unknown, path = ''): unknown {
  if (event === null || event === undefined || harmless.test(path)) return event
  if (typeof event === 'string') return `[${event.length} characters]`
  if (typeof event !== 'object' || !told.test(path)) return `[${typeof event}]`
  return Object.fromEntries(
    Object.entries(event).map(([name, member]) => [name, redactEvent(member, `${path}.${name}`)]),
  )
}
