import type { V1Operation } from '../parts.ts'

export const GetAccountSendingEnabled: V1Operation<'GetAccountSendingEnabled'> = () => async () => ({ Enabled: true })
