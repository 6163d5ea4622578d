import type { V1Operation } from '../parts.ts'
import { sendQuota } from '../quota.ts'

export const GetSendQuota: V1Operation<'GetSendQuota'> = () => async () => sendQuota
