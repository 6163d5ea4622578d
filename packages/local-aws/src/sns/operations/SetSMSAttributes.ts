import { snsSmsSettings } from '../collections.ts'
import type { SnsOperation } from '../parts.ts'
import { checkSmsAttribute } from '../sms-settings.ts'

/** Only the default sender has an effect here; the others are kept and told. */
export const SetSMSAttributes: SnsOperation<'SetSMSAttributes'> = (sns) => async (call, input) => {
  for (const [name, value] of Object.entries(input.attributes)) checkSmsAttribute(name, value)
  const key = [call.accountId, call.region]
  await sns.store.transaction(async (tx) => {
    const before = await tx.get(snsSmsSettings, key)
    tx.put(snsSmsSettings, key, { attributes: { ...before?.attributes, ...input.attributes } })
  })
  return {}
}
