import type { Call } from '@herald/protocol'
import { snsSmsSettings } from './collections.ts'
import type { SnsParts } from './parts.ts'
import { invalidParameter } from './refusals.ts'

const CHECKS: Readonly<Record<string, RegExp>> = {
  DefaultSenderID: /^(?=.*[A-Za-z])[A-Za-z0-9]{1,11}$/,
  DefaultSMSType: /^(Promotional|Transactional)$/,
  DeliveryStatusIAMRole: /^arn:aws[\w-]*:iam::\d{12}:role\/.+$/,
  DeliveryStatusSuccessSamplingRate: /^(\d{1,2}|100)$/,
  MonthlySpendLimit: /^\d{1,9}$/,
  UsageReportS3Bucket: /^[a-z0-9.-]{3,63}$/,
}

/** @throws {ServiceError} for a name that AWS does not know, or a value that cannot be. */
export function checkSmsAttribute(name: string, value: string): void {
  const check = Object.hasOwn(CHECKS, name) ? CHECKS[name] : undefined
  if (!check) throw invalidParameter(`${name.slice(0, 100)} is not a valid attribute`)
  if (value !== '' && !check.test(value)) throw invalidParameter(`${name} is not valid`)
}

/** What was set for text messages in the caller's region. */
export async function smsAttributes(sns: SnsParts, { accountId, region }: Call): Promise<Record<string, string>> {
  return (await sns.store.get(snsSmsSettings, [accountId, region]))?.attributes ?? {}
}
